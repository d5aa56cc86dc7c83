import type { CodeExercise, Material, PredictionExercise } from './exercise';
import type { Tested } from '@/lib/protocol';
import type { CodeCheck } from './check-code';
import { loadMaterial } from './material';
import type { ProgressStore } from './progress-store';
import type { Reveal } from './reveal';

/** What an exercise on the page takes from outside; a test passes its own. */
export type ExerciseEffects = {
  loadMaterial(slug: string, id: string): Promise<Material>;
  checkCode(
    exercise: CodeExercise,
    material: Material,
    answer: string,
    onTested: (tested: Tested) => void,
  ): Promise<CodeCheck>;
  reveal(exercise: PredictionExercise, material: Material): Promise<Reveal>;
  progress(): Promise<ProgressStore>;
  /** Milliseconds since 1970. */
  now(): number;
};

/** What runs code is fetched when something is first checked. */
export const exerciseEffects: ExerciseEffects = {
  loadMaterial,
  checkCode: async (...check) => (await import('./check-code')).checkCode(...check),
  reveal: async (...what) => (await import('./reveal')).reveal(...what),
  progress: async () => (await import('./progress-store')).pageProgress(),
  now: () => Date.now(),
};
