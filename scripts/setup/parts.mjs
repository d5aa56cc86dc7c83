import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compressAhead } from './compress.mjs';
import { fingerprint } from './fingerprint.mjs';
import { writeInlineHashes } from './inline-hashes.mjs';
import { inlineStylesOfPages } from './inline-styles.mjs';
import { root } from './root.mjs';
import { bin, must } from './run.mjs';
import { requireNoServer } from './servers.mjs';

const LOCKFILE = 'package-lock.json';

const sharedFacts = () => [process.versions.node];

/** `lib/<name>` for each name. */
function lib(...names) {
  return names.map((name) => `lib/${name}`);
}

/**
 * What the build makes, in order. `inputs` is all that a part is made from: lint keeps imports inside
 * them (scripts/lint/import-zones.mjs). `outputs` must exist for a stamp to count.
 */
export const PARTS = {
  sandbox: {
    inputs: [
      ...lib('sandbox', 'course', 'data-formats', 'devices', 'exercises/runtime'),
      ...lib('protocol', 'notebook', 'words'),
      ...[
        'data',
        'scripts/build-sandbox.mjs',
        'scripts/build-sandbox',
        'scripts/native',
        'tsconfig.json',
        LOCKFILE,
      ],
    ],
    // The frame speaks to the site alone.
    facts: () => [...sharedFacts(), process.env.SITE_ORIGIN ?? ''],
    outputs: ['public/sandbox/frame.html'],
    build: () => runScript('sandbox'),
  },
  editor: {
    inputs: [
      ...lib('course', 'data-formats', 'protocol', 'editor-types'),
      ...['components/editor/monaco', 'scripts/build-editor.mjs', 'scripts/build-editor'],
      ...['tsconfig.json', LOCKFILE],
    ],
    facts: sharedFacts,
    outputs: ['public/editor/manifest.json'],
    build: () => runScript('editor'),
  },
  /** The files that pages load of what was recorded, and pictures of it. */
  recorded: {
    inputs: [
      ...lib('content', 'controls', 'figures', 'kernel', 'lesson', 'protocol', 'recorded', 'words'),
      ...['content', 'app/tokens.css', 'scripts/build-recorded.mjs', 'scripts/record'],
      ...['tsconfig.json', LOCKFILE],
    ],
    facts: sharedFacts,
    outputs: ['public/recorded/manifest.json'],
    build: () => runScript('recorded'),
  },
  site: {
    inputs: [
      ...lib(
        'content',
        'controls',
        'data-formats',
        'drafts',
        'editor-types',
        'exercises',
        'export',
        'figures',
        'kernel',
      ),
      ...lib('lesson', 'notebook', 'notebooks', 'policy', 'protocol', 'recorded', 'share', 'words'),
      ...['app', 'components', 'content', 'data', 'proxy.ts', 'next.config.js', 'package.json'],
      LOCKFILE,
      ...['instrumentation-client.ts', 'tsconfig.json', 'scripts/setup/inline-hashes.mjs'],
      ...['scripts/setup/inline-styles.mjs', 'scripts/setup/prerendered-pages.mjs'],
      // They name what the build of recordings has written.
      ...['scripts/build-recorded.mjs', 'scripts/record'],
    ],
    // The pages carry the sandbox's origin.
    facts: () => [...sharedFacts(), process.env.SANDBOX_ORIGIN ?? ''],
    outputs: ['.next/BUILD_ID', '.next/inline-hashes.json'],
    build: buildSite,
  },
};

/** Builds the parts that are out of date. @param {string[]} names */
export async function buildParts(names = Object.keys(PARTS)) {
  for (const name of names) {
    const part = PARTS[name];
    const wanted = fingerprint(part.inputs, part.facts());
    if (stampOf(name) === wanted && hasOutputs(part)) continue;
    await requireNoServer();
    writeStamp(name, '');
    console.log(`Building the ${name}.`);
    await part.build();
    writeStamp(name, wanted);
  }
  // Development serves its files as they are.
  if (names.includes('site')) await compressAhead();
}

async function buildSite() {
  await must(
    'Building the site',
    'A lesson or a source file is at fault: correct what the message names, then run the command again.',
    process.execPath,
    [bin('next/dist/bin/next'), 'build'],
    { NODE_ENV: 'production' },
  );
  inlineStylesOfPages();
  // Of the pages as they are now.
  writeInlineHashes();
}

function runScript(name) {
  return must(
    `Building the ${name}`,
    'Correct what the message names, then run the command again.',
    process.execPath,
    [join(root, 'scripts', `build-${name}.mjs`)],
  );
}

function hasOutputs(part) {
  return part.outputs.every((path) => existsSync(join(root, path)));
}

function stampPath(name) {
  return join(root, '.layerwise', `${name}.stamp`);
}

function stampOf(name) {
  return existsSync(stampPath(name)) ? readFileSync(stampPath(name), 'utf8') : null;
}

function writeStamp(name, text) {
  mkdirSync(dirname(stampPath(name)), { recursive: true });
  writeFileSync(stampPath(name), text);
}
