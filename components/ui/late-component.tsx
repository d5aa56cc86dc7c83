'use client';

import { type ComponentType, type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { ahead } from '@/lib/lesson/ahead';

/** What stands in the place of the component until it is here; nothing if not said. */
type Meanwhile = { meanwhile?: ReactNode };

/**
 * A component whose code is fetched when it is first rendered, or before: by `fetch`, or by `fetchAhead` where a sign of
 * need is enough to fetch something. A fetch that fails is tried again by the next of these. Unlike with `lazy`, it appears as soon as it is here: React holds back for 300 ms what
 * a Suspense boundary reveals, which is as long as TensorFlow.js takes to start.
 */
export function lateComponent<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  const listeners = new Set<() => void>();
  let component: ComponentType<Props> | null = null;
  let loading: Promise<boolean> | null = null;

  function arrived(loaded: ComponentType<Props>) {
    component = loaded;
    for (const listener of listeners) listener();
    return true;
  }

  function failed() {
    loading = null;
    return false;
  }

  /** Whether it is here. */
  function fetch(): Promise<boolean> {
    loading ??= load().then(arrived, failed);
    return loading;
  }

  function fetchAhead() {
    if (ahead() !== 'nothing') void fetch();
  }

  function subscribe(listener: () => void) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  function Late({ meanwhile = null, ...props }: Props & Meanwhile) {
    const Loaded = useSyncExternalStore(subscribe, () => component, notHere);
    useEffect(() => void fetch(), []);
    return Loaded === null ? meanwhile : <Loaded {...(props as unknown as Props)} />;
  }

  return Object.assign(Late, { fetch, fetchAhead });
}

/** The server renders what a page shows before anything has run. */
const notHere = () => null;
