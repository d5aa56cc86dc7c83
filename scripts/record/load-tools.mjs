import { loadTypeScript } from '../setup/load-typescript.mjs';

/**
 * What the recorder takes from `lib`, which is TypeScript.
 * @returns {Promise<typeof import('./tools')>}
 */
export const loadTools = () => loadTypeScript('scripts/record/tools.ts', 'recorder');
