import { loadTypeScript } from '../setup/load-typescript.mjs';

/**
 * What commands about exercises take from `lib`, which is TypeScript.
 * @returns {Promise<typeof import('./tools')>}
 */
export const loadTools = () => loadTypeScript('scripts/exercises/tools.ts', 'exercises');
