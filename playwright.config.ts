import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/setup/chromium.mjs';

// `npm test` picks a free port and says where Chromium is; `npm run e2e` does without.
const port = Number(process.env.E2E_PORT ?? 3210);
const executablePath = (await findChromium()) ?? undefined;

const QUIET = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Without windows it would round the width of each letter, as no desktop does, and lines would break elsewhere.
  '--font-render-hinting=none',
  // Chromium's own sandbox does not work for root.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];
/** Its tests ask how soon the page answers, so no other test may take its processor meanwhile. */
const TIMED = '**/stop-a-runaway-cell.spec.ts';
// A software adapter, so that WebGPU is tested on machines without a GPU.
const WEBGPU = [
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
  '--enable-features=Vulkan',
];

export default defineConfig({
  testDir: './e2e',
  // Networks are trained in these tests: more at once than there are cores would wait for each other.
  workers: 2,
  // Real browsers on a machine that others use too. What passes on its second try is listed as flaky.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: 'list',
  use: {
    baseURL: `http://localhost:${port}`,
    // No trace: recording one slows what some tests time.
    screenshot: 'only-on-failure',
    // What moves at the top of a lesson takes a third of a core, and next to no test is about it.
    contextOptions: { reducedMotion: 'reduce' },
  },
  projects: [
    // First: one of its tests takes minutes, and nothing should wait for it alone.
    {
      name: 'webgpu',
      testMatch: '**/*.webgpu.spec.ts',
      use: { launchOptions: { executablePath, args: [...QUIET, ...WEBGPU] } },
    },
    {
      name: 'default',
      testIgnore: ['**/*.webgpu.spec.ts', TIMED],
      use: { launchOptions: { executablePath, args: QUIET } },
    },
    {
      name: 'timed',
      testMatch: TIMED,
      workers: 1,
      dependencies: ['default', 'webgpu'],
      use: { launchOptions: { executablePath, args: QUIET } },
    },
  ],
  webServer: {
    command: 'node scripts/start.mjs',
    env: { PORT: String(port) },
    url: `http://localhost:${port}/`,
    // It builds first, unless `npm test` has.
    timeout: 300_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
  },
});
