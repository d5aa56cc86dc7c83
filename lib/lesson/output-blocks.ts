import type { ConsoleLevel, Control, Output, ValueTree } from '@/lib/protocol';

/** One line of the console, with how often it was printed in a row. */
export type ConsoleLine = { level: ConsoleLevel; parts: readonly ValueTree[]; count: number };

/** What a control is not: printed, or drawn once and for all. */
export type SingleOutput = Exclude<Output, { kind: 'console' | 'control' }>;

/** What is drawn as one piece: a stretch of console lines, a control, or one output of another kind. */
export type OutputBlock =
  | { kind: 'console'; lines: ConsoleLine[] }
  | { kind: 'control'; control: Control }
  | { kind: 'single'; output: SingleOutput };

/** Neighbouring console lines in one block, and repeated ones in one line; each control once. */
export function outputBlocks(outputs: readonly Output[]): OutputBlock[] {
  const blocks: OutputBlock[] = [];
  const keys = new Set<string>();
  for (const output of outputs) {
    if (output.kind === 'control') {
      const { control } = output;
      if (!keys.has(control.key)) blocks.push({ kind: 'control', control });
      keys.add(control.key);
      continue;
    }
    if (output.kind !== 'console') {
      blocks.push({ kind: 'single', output });
      continue;
    }
    const last = blocks.at(-1);
    if (last?.kind === 'console') addLine(last.lines, output);
    else blocks.push({ kind: 'console', lines: [{ ...line(output), count: 1 }] });
  }
  return blocks;
}

type ConsoleOutput = Extract<Output, { kind: 'console' }>;

function addLine(lines: ConsoleLine[], output: ConsoleOutput): void {
  const last = lines.at(-1);
  if (last !== undefined && isSame(last, output)) last.count += 1;
  else lines.push({ ...line(output), count: 1 });
}

function line({ level, parts }: ConsoleOutput): Omit<ConsoleLine, 'count'> {
  return { level, parts };
}

/** Only lines of plain values are compared: two objects that look alike may differ further down. */
function isSame(a: ConsoleLine, b: ConsoleOutput): boolean {
  return (
    a.level === b.level &&
    a.parts.length === b.parts.length &&
    a.parts.every((part, index) => isSamePrimitive(part, b.parts[index]))
  );
}

function isSamePrimitive(a: ValueTree, b: ValueTree | undefined): boolean {
  return (
    a.type === 'primitive' && b?.type === 'primitive' && a.kind === b.kind && a.text === b.text
  );
}
