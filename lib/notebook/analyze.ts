import type { Identifier, Program } from 'acorn';
import { hoisted, lexical } from './bindings';
import { capturingNames } from './captures';
import { boundControls } from './controls';
import { freeNames } from './free-names';
import { parse } from './parse';
import { parserProblem } from './parser-problem';
import { SyntaxProblem, type Place, type Problem } from './problem';
import { firstBreach, placeOf } from './rules';
import { callsTraining, trainedNames } from './trains';

export type NamedPlace = Place & { name: string };

/** What a cell declares, needs and changes. All lists are in the order of the text. */
export type Analysis = {
  /** The names declared at the cell's top level: its outputs. Imported names are not among them. */
  defines: readonly string[];
  /** Where each of `defines` is declared; `analyze` always gives it. */
  declarations?: readonly NamedPlace[];
  /** The names that it reads and does not declare, each once: inputs, or globals like `tf` and `Math`. */
  reads: readonly string[];
  /** Its assignments to names that it does not declare. */
  writes: readonly NamedPlace[];
  imports: readonly { source: string; line: number }[];
  /** Of `defines`, those that hold a control: `const rate = input.slider(...)`. */
  controls: readonly string[];
  /** Of `controls`, those that the cell itself reads. */
  ownControls: readonly string[];
  /** Of `reads`, those on which it calls what trains, directly: `model.fit(...)`. */
  trains: readonly string[];
  /** Whether it calls what trains on anything, a model of its own included; `analyze` always tells. */
  callsTraining?: boolean;
  /** Of `defines`, functions and what holds them: they read when they are called. `analyze` always gives it. */
  captures?: readonly string[];
  problem: Problem | null;
};

/**
 * Reads a cell without running it. Never throws: text that can't be parsed gives a `problem` and no names.
 * A cell that can be parsed and breaks a rule of cells (a `return`, an export, an import that is not there) has
 * its names *and* a problem.
 */
export function analyze(source: string): Analysis {
  try {
    return analyzeProgram(parse(source).program);
  } catch (error) {
    const thrown = error instanceof SyntaxProblem ? error : parserProblem(error, source);
    const { message, line, column } = thrown;
    return {
      defines: [],
      declarations: [],
      reads: [],
      writes: [],
      imports: [],
      controls: [],
      ownControls: [],
      trains: [],
      callsTraining: false,
      captures: [],
      problem: { message, line, column },
    };
  }
}

/** `analyze` for a cell that is parsed already. */
export function analyzeProgram(program: Program): Analysis {
  const free = freeNames(program);
  const controls = boundControls(program, free).map(({ name }) => name);
  const own = new Set(free.own.reads.map(({ name }) => name));
  const declarations = firstOfEachName([...hoisted(program.body), ...lexical(program.body)]).map(
    namedPlace,
  );
  return {
    defines: declarations.map(({ name }) => name),
    declarations,
    reads: firstOfEachName(free.reads).map(({ name }) => name),
    writes: free.writes.map(namedPlace),
    imports: program.body.flatMap((node) =>
      node.type === 'ImportDeclaration'
        ? [{ source: String(node.source.value), line: placeOf(node).line }]
        : [],
    ),
    controls,
    ownControls: controls.filter((name) => own.has(name)),
    trains: trainedNames(program, free),
    callsTraining: callsTraining(program),
    captures: capturingNames(program),
    problem: firstBreach(program, free.reads),
  };
}

function namedPlace(node: Identifier): NamedPlace {
  return { name: node.name, ...placeOf(node) };
}

function firstOfEachName(nodes: Identifier[]): Identifier[] {
  const first = new Map<string, Identifier>();
  for (const node of nodes.sort((a, b) => a.start - b.start)) {
    if (!first.has(node.name)) first.set(node.name, node);
  }
  return [...first.values()];
}
