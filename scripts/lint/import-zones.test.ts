import { ESLint } from 'eslint';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../setup/root.mjs';

const eslint = new ESLint({
  cwd: root,
  // The files of these tests do not exist, so there is no type information for them.
  overrideConfig: {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: false } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-misused-promises': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': 'off',
    },
  },
});

/** The rules that a file at `file` with this text breaks. */
async function broken(file: string, text: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(text, { filePath: path.join(root, file) });
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
}

const PATHS = 'import-x/no-restricted-paths';

describe('import rules', { timeout: 60_000 }, () => {
  const forbidden: [file: string, text: string][] = [
    ['lib/protocol/x.ts', `export { sandboxPlace } from '@/lib/kernel/address';`],
    ['lib/protocol/x.ts', `export { z } from 'zod';`],
    ['lib/protocol/x.ts', `import type { ReactNode } from 'react';\nexport type X = ReactNode;`],
    ['lib/sandbox/x.ts', `export { useState } from 'react';`],
    ['lib/sandbox/x.ts', `export { createKernel } from '@/lib/kernel/address';`],
    ['lib/course/x.ts', `export { NextResponse } from 'next/server';`],
    ['lib/devices/x.ts', `export { createRoot } from 'react-dom/client';`],
    ['lib/kernel/x.ts', `export const load = () => import('@/lib/sandbox/worker');`],
    ['lib/kernel/x.ts', `export { x } from '../sandbox/worker';`],
    ['lib/kernel/x.ts', `export { useState } from 'react';`],
    ['lib/kernel/x.ts', `export * as tf from '@tensorflow/tfjs-core';`],
    ['lib/figures/x.ts', `export * as tf from '@tensorflow/tfjs-core';`],
    ['lib/figures/x.ts', `export { sandboxPlace } from '@/lib/kernel/address';`],
    ['lib/figures/x.ts', `export { useState } from 'react';`],
    ['lib/notebook/x.ts', `export { useState } from 'react';`],
    ['lib/notebook/deeper/x.ts', `export { sandboxPlace } from '../../kernel/address';`],
    ['lib/kernel/x.ts', `export { schema } from '@/lib/content/schema';`],
    ['lib/data-formats/x.ts', `export { tableFrom } from '@/lib/course/table';`],
    ['lib/data-formats/x.ts', `export * as tf from '@tensorflow/tfjs-core';`],
    ['lib/words/x.ts', `export { tableFrom } from '@/lib/course/table';`],
    ['lib/words/x.ts', `export * as tf from '@tensorflow/tfjs-core';`],
    ['lib/share/x.ts', `export { useState } from 'react';`],
    ['lib/share/x.ts', `export { valuePreview } from '@/lib/lesson/value-preview';`],
    ['lib/export/x.ts', `export { sandboxPlace } from '@/lib/kernel/address';`],
    ['lib/export/x.ts', `export * as tf from '@tensorflow/tfjs-core';`],
    ['lib/notebooks/x.ts', `export { useState } from 'react';`],
    ['lib/notebooks/x.ts', `export { createCourse } from '@/lib/course';`],
    ['components/cell/x.tsx', `export * as tf from '@tensorflow/tfjs-core';`],
    ['components/cell/x.tsx', `export { x } from '@/lib/sandbox/worker';`],
    ['app/x.tsx', `export { createCourse } from '@/lib/course';`],
  ];
  it.each(forbidden)('%s may not say %s', async (file, text) => {
    expect(await broken(file, text)).toContain(PATHS);
  });

  const allowed: [file: string, text: string][] = [
    ['lib/protocol/x.ts', `export { LIMITS } from './limits';`],
    ['lib/kernel/x.ts', `export { LIMITS } from '@/lib/protocol';`],
    ['lib/figures/x.ts', `export { LIMITS } from '@/lib/protocol';`],
    ['lib/export/x.ts', `export { valuePreview } from '@/lib/lesson/value-preview';`],
    ['lib/notebooks/x.ts', `export { LazyKernel } from '@/lib/lesson/lazy-kernel';`],
    ['lib/sandbox/x.ts', `export * as tf from '@tensorflow/tfjs-core';`],
    ['lib/course/x.ts', `export * as tf from '@tensorflow/tfjs-core';`],
    ['app/x.tsx', `export { schema } from '@/lib/content/schema';`],
    ['components/cell/x.tsx', `export { LIMITS } from '@/lib/protocol';`],
    ['lib/kernel/x.test.ts', `import { it } from 'vitest';\nit('is', () => undefined);`],
  ];
  it.each(allowed)('%s may say %s', async (file, text) => {
    expect(await broken(file, text)).toEqual([]);
  });

  it('lets a component take the types of content and not its code', async () => {
    const rule = '@typescript-eslint/no-restricted-imports';
    const file = 'components/lesson/x.tsx';
    expect(await broken(file, `export { x } from '@/lib/content';`)).toContain(rule);
    expect(await broken(file, `export { x } from '../../lib/content/schema';`)).toContain(rule);
    expect(await broken(file, `export type { Lesson } from '@/lib/content';`)).toEqual([]);
  });
});

describe('rules of shape', { timeout: 60_000 }, () => {
  it('refuses a file of more than 300 lines', async () => {
    const lines = (count: number) =>
      Array.from({ length: count }, (_, i) => `export const x${i} = ${i};`).join('\n');
    expect(await broken('lib/kernel/x.ts', lines(300))).toEqual([]);
    expect(await broken('lib/kernel/x.ts', lines(301))).toEqual(['max-lines']);
  });

  it('warns of a function of more than 80 lines', async () => {
    const body = (count: number) =>
      `export function f(a: number[]) {\n${'  a.push(1);\n'.repeat(count)}}\n`;
    expect(await broken('lib/kernel/x.ts', body(78))).toEqual([]);
    expect(await broken('lib/kernel/x.ts', body(79))).toEqual(['max-lines-per-function']);
  });

  it('refuses what a keyboard cannot reach, and a hook in a branch', async () => {
    const click = `export const X = () => <div onClick={() => undefined}>x</div>;`;
    expect(await broken('components/ui/x.tsx', click)).toContain(
      'jsx-a11y/click-events-have-key-events',
    );
    const hook = `import { useState } from 'react';\nexport function X({ a }: { a: boolean }) {\n  if (a) useState(0);\n  return null;\n}`;
    expect(await broken('components/ui/x.tsx', hook)).toContain('react-hooks/rules-of-hooks');
  });

  it('refuses console output in the library', async () => {
    expect(await broken('lib/kernel/x.ts', `console.log(1);`)).toEqual(['no-console']);
  });
});
