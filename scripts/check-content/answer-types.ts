import type TypeScript from 'typescript';
import { CellModules, type CellSource } from '@/lib/editor-types/cell-modules';
import { CHECK_OPTIONS, GLOBALS_FILE, cellFile } from '@/lib/editor-types/check-options';
import { plainWords } from '@/lib/editor-types/plain-words';
import type { CodeExercise } from './code-exercise';
import type { Finding, Part } from './finding';
import { endSentence } from './ran';

/** The declarations of all that a cell is given, by address, as `scripts/build-editor` collects them. */
export type Declarations = Readonly<Record<string, string>>;

type Answer = { file: string; name: 'starter' | 'solution'; part: Part };

/** Says what readers would find underlined in the starter, and in the solution once they have it in their editor. */
export type CheckTypes = (exercises: readonly CodeExercise[]) => Finding[];

/**
 * Checks answers as the reader's editor does: with the same declarations, the same options, and the names of the set-up.
 * What was read once stays, so that a second time is quick.
 */
export function answerTypes(ts: typeof TypeScript, declarations: Declarations): CheckTypes {
  let sources: CellSource[] = [];
  const modules = new CellModules(ts, () => sources);
  const service = ts.createLanguageService(
    hostOf(ts, { declarations, modules }),
    ts.createDocumentRegistry(),
  );
  return (exercises) => {
    sources = exercises.flatMap(sourcesOf);
    return exercises.flatMap((exercise) =>
      answersOf(exercise).flatMap((answer) => findingsOf(exercise, answer)),
    );
  };

  function findingsOf({ file }: CodeExercise, { file: address, name, part }: Answer): Finding[] {
    const own = service
      .getSemanticDiagnostics(address)
      .filter(({ start }) => start !== undefined && start < part.code.length);
    return own.map((problem) => {
      const { messageText } = plainWords(problem);
      const words = ts.flattenDiagnosticMessageText(messageText as string, ' ');
      const line = part.line + part.code.slice(0, problem.start).split('\n').length - 1;
      const sentence = `The ${name} is underlined in the reader's editor: ${endSentence(words)}`;
      return { file, line, level: name === 'solution' ? 'error' : 'note', sentence };
    });
  }
}

const answersOf = ({ id, starter, solution }: CodeExercise): Answer[] => [
  { file: addressOf(id, 'starter', 'answer'), name: 'starter', part: starter },
  { file: addressOf(id, 'solution', 'answer'), name: 'solution', part: solution },
];

/** Each answer in a folder of its own, beside the set-up whose names it sees. */
const addressOf = (exercise: string, answer: string, part: string) =>
  cellFile(`${exercise}/${answer}/${part}`);

function sourcesOf(exercise: CodeExercise): CellSource[] {
  const { id, setup } = exercise;
  return answersOf(exercise).flatMap(({ file, name, part }) => [
    sourceOf(file, part.code),
    ...(setup.code.trim() === '' ? [] : [sourceOf(addressOf(id, name, 'setup'), setup.code)]),
  ]);
}

/** The text tells its own versions apart. */
const sourceOf = (file: string, text: string): CellSource => ({ file, text, version: text });

type Files = { declarations: Declarations; modules: CellModules };

function hostOf(
  ts: typeof TypeScript,
  { declarations, modules }: Files,
): TypeScript.LanguageServiceHost {
  const options = {
    ...CHECK_OPTIONS,
    lib: (CHECK_OPTIONS.lib as string[]).map((name) => `lib.${name}.d.ts`),
  } as TypeScript.CompilerOptions;
  const read = (file: string) =>
    modules.text(file) ??
    declarations[file] ??
    (/^file:/.test(file) ? undefined : ts.sys.readFile(file));
  return {
    getCompilationSettings: () => options,
    getScriptFileNames: () => [...modules.files(), GLOBALS_FILE],
    getScriptVersion: (file) => modules.version(file) ?? '1',
    getScriptSnapshot(file) {
      const text = read(file);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => 'file:///',
    getDefaultLibFileName: (given) => ts.getDefaultLibFilePath(given),
    fileExists: (file) => read(file) !== undefined,
    readFile: read,
  };
}
