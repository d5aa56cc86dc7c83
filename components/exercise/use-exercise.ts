'use client';

import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Exercise } from '@/lib/exercises/exercise';
import { UNTOUCHED, type ExerciseSnapshot } from '@/lib/exercises/exercise-snapshot';
import type { ExerciseStore } from '@/lib/exercises/exercise-store';
import type { LessonStore } from '@/lib/lesson/lesson-store';

export type ExerciseHandle = {
  snapshot: ExerciseSnapshot;
  /** Does something with the exercise, whose code is fetched first if need be. */
  act(how: (store: ExerciseStore) => unknown): void;
  /** Fetches that code, and what the browser keeps of the reader's progress. */
  approach(): void;
};

const NOT_LOADED =
  'The part of the page that checks answers could not be loaded. Check the connection, then press again.';

const never = () => () => undefined;
const untouched = () => UNTOUCHED;

/** An exercise whose code comes with the first sign of need, so that reading costs none of it. */
export function useExercise(slug: string, exercise: Exercise, lesson: LessonStore): ExerciseHandle {
  const [store, setStore] = useState<ExerciseStore | null>(null);
  const [failed, setFailed] = useState(false);
  const loading = useRef<Promise<ExerciseStore> | null>(null);
  const load = useCallback(() => {
    loading.current ??= import('@/lib/exercises/exercise-store').then((code) => {
      const made = new code.ExerciseStore(slug, exercise, lesson);
      setStore(made);
      setFailed(false);
      return made;
    });
    return loading.current;
  }, [slug, exercise, lesson]);
  useEffect(
    () => () => {
      loading.current?.then((made) => made.close()).catch(() => undefined);
      loading.current = null;
      setStore(null);
    },
    [load],
  );
  const forget = useCallback(() => void (loading.current = null), []);
  const act = useCallback(
    (how: (store: ExerciseStore) => unknown) => {
      load().then(how, () => {
        forget();
        setFailed(true);
      });
    },
    [load, forget],
  );
  const approach = useCallback(() => void load().catch(forget), [load, forget]);
  const snapshot = useSyncExternalStore(
    store?.subscribe ?? never,
    store?.getSnapshot ?? untouched,
    untouched,
  );
  return { snapshot: failed ? { ...snapshot, note: NOT_LOADED } : snapshot, act, approach };
}
