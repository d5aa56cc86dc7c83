import type { Program } from 'acorn';
import {
  analyzeProgram,
  liveNames,
  parse,
  RUNTIME_NAME,
  SyntaxProblem,
  type Analysis,
} from '@/lib/notebook';
import { applyEdits, type Locate } from './edits';
import { guardRecursion } from './guard-recursion';
import { guardLoops } from './guards';
import { announceControls, liveReads } from './live-reads';
import { missingImport } from './missing-import';
import { showLast } from './show-last';
import { takeImports } from './take-imports';

export type Compiled = {
  /**
   * The text of an ES module. Its default export takes the inputs by name and the runtime of `evaluate.ts`, and
   * promises the outputs by name.
   * Line n of the reader's text is line n of the module.
   */
  module: string;
  /** The names that the cell declares. */
  outputs: readonly string[];
  /** From a place in the module to the place in the reader's text; exact where types are stripped, too. */
  locate: Locate;
};

/** The worker's globals, of which a cell's imports are taken. */
const given = globalThis as { tf?: Readonly<Record<string, unknown>> };

/**
 * Compiles a cell, given the names that it takes from other cells, and which of them are read from the runtime each
 * time: controls. With `announces` it first tells the runtime of a way to read each name that it declares, so that
 * those can be had that stood before an error.
 *
 * @throws {SyntaxProblem} for code that can't be parsed or breaks a rule of cells, for an assignment to an input, and
 * for an import of a name that the worker's `tf` has not.
 */
export function compile(
  source: string,
  inputs: readonly string[],
  liveInputs: readonly string[] = [],
  announces = false,
): Compiled {
  const { code, program } = parse(source);
  const analysis = analyzeProgram(program);
  const problem =
    analysis.problem ??
    assignedInput(analysis, inputs) ??
    missingImport({ source, code, program }, given.tf ?? {});
  if (problem !== null) throw new SyntaxProblem(problem);

  const bare = takeImports(code, program);
  const live = liveNames(program, inputs, liveInputs);
  const needed = inputs.filter(
    (name) => analysis.reads.includes(name) && !liveInputs.includes(name),
  );
  const start = isDirective(program) ? '; ' : '';
  const names = announces ? announceNames(analysis.defines) : '';
  const head = `${opening(needed)}${start}${bare.declarations}${names}${announceControls(live)}`;
  // What is put at one offset comes in this order: what ends there from the inside out, before what begins there.
  const { text, locate } = applyEdits(bare.code, [
    { at: 0, text: head },
    ...guardRecursion(program),
    ...guardLoops(program),
    ...showLast(code, program),
    ...liveReads(live),
  ]);
  const outputs = analysis.defines;
  return { module: `${text}\nreturn ${braced(outputs)};\n}\n`, outputs, locate };
}

function opening(inputs: readonly string[]): string {
  return `export default async function (${braced(inputs)}, ${RUNTIME_NAME}) { `;
}

function announceNames(names: readonly string[]): string {
  const readers = names.map((name) => `[${JSON.stringify(name)}]: () => ${name}`);
  return `${RUNTIME_NAME}.names({ ${readers.join(', ')} }); `;
}

function braced(names: readonly string[]): string {
  return names.length === 0 ? '{}' : `{ ${names.join(', ')} }`;
}

/** `'use strict'` at the start of a function with such parameters is an error; in the reader's text it is harmless. */
function isDirective(program: Program): boolean {
  const [first] = program.body;
  return first?.type === 'ExpressionStatement' && first.directive !== undefined;
}

function assignedInput({ writes }: Analysis, inputs: readonly string[]) {
  const write = writes.find(({ name }) => inputs.includes(name));
  if (write === undefined) return null;
  const { name, line, column } = write;
  const message = `\`${name}\` belongs to another cell, and a cell can only read what another one declares. Change it there, or declare a new name here.`;
  return { message, line, column };
}
