import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { viteNative } from './scripts/native/plugins.mjs';

export default defineConfig({
  plugins: [viteNative()],
  resolve: {
    alias: {
      '@': fileURLToPath(new URL('.', import.meta.url)),
      // `server-only` throws when it is imported outside a React server bundle.
      'server-only': fileURLToPath(new URL('./scripts/empty.mjs', import.meta.url)),
    },
  },
  test: {
    include: ['{lib,components,scripts,bench}/**/*.test.{ts,tsx}'],
    environment: 'node',
    // A thread for each file is sooner there than a process.
    pool: 'threads',
    // All cores: without this one is left idle.
    maxWorkers: availableParallelism(),
    testTimeout: 30_000,
  },
});
