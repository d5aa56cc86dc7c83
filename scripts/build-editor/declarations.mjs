// Collects the type declarations that a reader's cell is checked against: { 'file:///…': text }.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** What every cell sees without importing it, beside `tf`. */
const COURSE_GLOBALS = ['display', 'show', 'watch', 'budget', 'data', 'input', 'random'];

/** Types of the page that TensorFlow.js's declarations name and that a worker does not have: never satisfied. */
const ABSENT_TYPES = [
  'HTMLImageElement',
  'HTMLSourceElement',
  'HTMLVideoElement',
  'HTMLCanvasElement',
  'MediaTrackConstraints',
  'Storage',
  'Long',
];

export function collectDeclarations(root) {
  const course = path.join(root, 'lib/course/index.ts');
  const tf = path.join(root, 'lib/course/tf.ts');
  for (const file of [course, tf]) {
    if (!existsSync(file))
      throw new Error(`The editor's types need ${path.relative(root, file)}, which is missing.`);
  }
  const program = ts.createProgram({ rootNames: [course, tf], options: options(root) });
  const globals = courseGlobals(program, course);
  const files = { ...emitted(program, root), ...installed(program, root) };
  return { ...files, ...tfPackage(), 'file:///lib/globals.d.ts': globalsFile(globals) };
}

function options(root) {
  return {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: ['@webgpu/types'],
    typeRoots: [path.join(root, 'node_modules/@types'), path.join(root, 'node_modules')],
    paths: { '@/*': [path.join(root, '*')] },
    declaration: true,
    emitDeclarationOnly: true,
    stripInternal: true,
    strict: true,
    esModuleInterop: true,
    skipLibCheck: true,
  };
}

/** Our own modules, as declarations. */
function emitted(program, root) {
  const files = {};
  const { diagnostics } = program.emit(
    undefined,
    (name, text) => {
      files[address(name, root)] = text;
    },
    undefined,
    true,
  );
  if (diagnostics.length > 0)
    throw new Error(`The course library has no declarations:\n${format(diagnostics)}`);
  return files;
}

/** The declarations of packages that ours reach, and what a resolver needs of each package. */
function installed(program, root) {
  const files = {};
  for (const { fileName, text } of program.getSourceFiles()) {
    const name = /node_modules\/(@tensorflow\/[^/]+)\//.exec(fileName)?.[1];
    if (!name) continue;
    files[address(fileName, root)] = text;
    const types = JSON.parse(
      readFileSync(path.join(root, 'node_modules', name, 'package.json'), 'utf8'),
    ).types;
    files[`file:///node_modules/${name}/package.json`] = JSON.stringify({ name, types });
  }
  return files;
}

/** `@tensorflow/tfjs` is not installed; the namespace that cells are given stands for it, and is the global `tf`. */
function tfPackage() {
  const folder = 'file:///node_modules/@tensorflow/tfjs';
  return {
    [`${folder}/package.json`]: JSON.stringify({ name: '@tensorflow/tfjs', types: 'index.d.ts' }),
    [`${folder}/index.d.ts`]: `export * from '@/lib/course/tf';
import * as everything from '@/lib/course/tf';
export default everything;
export as namespace tf;
`,
  };
}

/** The members of `Course`: name and the doc comment that readers see. */
function courseGlobals(program, file) {
  const checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(program.getSourceFile(file));
  const exported =
    module && checker.getExportsOfModule(module).find((symbol) => symbol.name === 'Course');
  if (!exported) {
    throw new Error('lib/course/index.ts exports no type `Course`; it lists what cells are given.');
  }
  const course =
    exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
  const members = checker.getPropertiesOfType(checker.getDeclaredTypeOfSymbol(course));
  const missing = COURSE_GLOBALS.filter((name) => !members.some((member) => member.name === name));
  if (missing.length > 0) {
    throw new Error(`The type \`Course\` in lib/course/index.ts lacks ${missing.join(', ')}.`);
  }
  return members.map((member) => ({ name: member.name, comment: comment(member) }));
}

function comment(symbol) {
  const node = symbol.declarations?.[0];
  const doc = node && ts.getJSDocCommentsAndTags(node).find(ts.isJSDoc);
  return doc ? doc.getText() : '';
}

function globalsFile(globals) {
  const course = globals.map(({ name, comment }) =>
    `${comment}\ndeclare const ${name}: import('@/lib/course/index').Course['${name}'];`.trim(),
  );
  const absent = ABSENT_TYPES.map((name) => `interface ${name} { readonly notInAWorker: never }`);
  return `/// <reference path="./../node_modules/@tensorflow/tfjs/index.d.ts" />\n${[...course, ...absent].join('\n')}\n`;
}

function address(file, root) {
  const installed = file.indexOf('node_modules/');
  return `file:///${installed < 0 ? path.relative(root, file).split(path.sep).join('/') : file.slice(installed)}`;
}

function format(diagnostics) {
  return ts.formatDiagnostics(diagnostics, {
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: () => process.cwd(),
    getNewLine: () => '\n',
  });
}
