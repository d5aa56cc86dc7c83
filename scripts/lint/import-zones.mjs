/**
 * Who may import what: zones for `import-x/no-restricted-paths`. Paths are relative to the project;
 * `import type` counts too. The reasons are in CONTRIBUTING.md.
 */

const REACT = ['./node_modules/react', './node_modules/react-dom', './node_modules/next'];
const TENSORFLOW = ['./node_modules/@tensorflow'];
const LIB = [
  ...['content', 'controls', 'course', 'devices', 'drafts', 'editor-types', 'exercises', 'export'],
  ...[
    'data-formats',
    'figures',
    'kernel',
    'lesson',
    'notebook',
    'notebooks',
    'policy',
    'protocol',
    'recorded',
    'sandbox',
    'share',
    'words',
  ],
];

function lib(...names) {
  return names.map((name) => `./lib/${name}`);
}

/** `target` may not import `from`. */
function zone(target, from, message) {
  return { target, from, message };
}

/** Only these folders of `lib`, besides its own, may be imported. */
function onlyLib(name, allowed, message) {
  const others = LIB.filter((other) => other !== name && !allowed.includes(other));
  return zone(`./lib/${name}`, lib(...others), message);
}

const NO_REACT = 'This folder runs without a page: it imports neither React nor Next.';
const PURE = 'This folder is pure: it imports no other folder of lib than protocol.';

export const IMPORT_ZONES = [
  {
    target: './lib/protocol',
    from: './',
    except: ['./lib/protocol', './node_modules/vitest', './node_modules/fast-check'],
    message: 'The protocol imports nothing.',
  },
  ...[
    ...['sandbox', 'course', 'devices', 'exercises', 'kernel', 'figures', 'notebook', 'policy'],
    ...['export', 'share', 'controls', 'notebooks', 'recorded', 'data-formats', 'words'],
  ].map((name) => zone(`./lib/${name}`, REACT, NO_REACT)),
  ...[
    'kernel',
    'figures',
    'notebook',
    'lesson',
    'drafts',
    'policy',
    'export',
    'share',
    'controls',
    'notebooks',
    'recorded',
    'data-formats',
    'words',
  ].map((name) => zone(`./lib/${name}`, TENSORFLOW, 'TensorFlow.js runs only in the sandbox.')),
  ...['app', 'components'].map((name) =>
    zone(`./${name}`, TENSORFLOW, 'TensorFlow.js runs only in the sandbox.'),
  ),
  onlyLib('figures', ['protocol'], PURE),
  onlyLib(
    'controls',
    ['protocol', 'figures', 'words'],
    'What controls compute with is pure; their axes are those of figures, and numbers are read as everywhere.',
  ),
  onlyLib('notebook', ['protocol'], PURE),
  onlyLib('share', ['protocol'], PURE),
  onlyLib(
    'export',
    ['protocol', 'lesson'],
    'A file says what the page says: an export imports the protocol, and the words of lesson.',
  ),
  onlyLib(
    'notebooks',
    ['protocol', 'kernel', 'lesson', 'drafts', 'share', 'export'],
    'Notebooks are kept, run, shared and saved by these folders alone.',
  ),
  onlyLib(
    'recorded',
    ['protocol', 'kernel', 'figures', 'lesson'],
    'What recordings are is told by the protocol, the kernel, figures, and the words of lesson.',
  ),
  onlyLib('kernel', ['protocol', 'notebook'], 'The kernel knows only the address of the sandbox.'),
  onlyLib(
    'sandbox',
    ['protocol', 'notebook', 'course', 'data-formats', 'devices', 'exercises', 'words'],
    'The sandbox is built from these folders alone; scripts/setup/parts.mjs lists them.',
  ),
  onlyLib(
    'course',
    ['protocol', 'data-formats'],
    'The course library imports only the protocol and the formats of data.',
  ),
  onlyLib('data-formats', [], 'Bytes to numbers: this folder is pure.'),
  onlyLib('words', [], 'Words among words: this folder is pure.'),
  onlyLib('devices', ['protocol'], 'The devices import only the protocol.'),
  zone(
    ['./lib/!(content)/**/*', './proxy.ts'],
    './lib/content',
    'Content is read by pages, scripts and tests alone.',
  ),
  zone(
    [
      './app',
      './components',
      './proxy.ts',
      ...lib('lesson', 'drafts', 'content', 'policy', 'notebooks'),
    ],
    lib('sandbox', 'course', 'devices', 'exercises/runtime'),
    'The page talks to the sandbox by messages alone, and is built without it.',
  ),
  zone(['./lib', './components', './e2e'], './app', 'Nothing imports a route.'),
  zone('./lib', './components', 'A component is not computed with.'),
];

/** `@typescript-eslint/no-restricted-imports`: components may use the types of content, not its code. */
export const RUNTIME_ONLY_ON_SERVER = {
  patterns: [
    {
      regex: '(^@/|/)lib/content(/|$)',
      allowTypeImports: true,
      message: 'Content is server-only: take its types, and let app/ pass the data.',
    },
  ],
};
