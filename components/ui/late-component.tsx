'use client';

import { type ComponentType, type ReactNode, useEffect, useSyncExternalStore } from 'react';

/** What stands in the place of the component until it is here; nothing if not said. */
type Meanwhile = { meanwhile?: ReactNode };

/**
 * A component whose code is fetched when it is first rendered, or before by `fetchAhead`; a fetch that fails is tried
 * again by the next of either. Unlike with `lazy`, it appears as soon as it is here: React holds back for 300 ms what
 * a Suspense boundary reveals, which is as long as TensorFlow.js takes to start.
 */
export function lateComponent<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  const listeners = new Set<() => void>();
  let component: ComponentType<Props> | null = null;
  let loading: Promise<void> | null = null;

  function arrived(loaded: ComponentType<Props>) {
    component = loaded;
    for (const listener of listeners) listener();
  }

  function failed() {
    loading = null;
  }

  function fetchAhead() {
    loading ??= load().then(arrived, failed);
  }

  function subscribe(listener: () => void) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  function Late({ meanwhile = null, ...props }: Props & Meanwhile) {
    const Loaded = useSyncExternalStore(subscribe, () => component, notHere);
    useEffect(fetchAhead, []);
    return Loaded === null ? meanwhile : <Loaded {...(props as unknown as Props)} />;
  }

  return Object.assign(Late, { fetchAhead });
}

/** The server renders what a page shows before anything has run. */
const notHere = () => null;
