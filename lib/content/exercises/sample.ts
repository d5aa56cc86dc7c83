/** For tests: an exercise of kind code with parts changed, or left out where they are null. */
export type SampleParts = {
  fields?: Record<string, string | null>;
  task?: string;
  fences?: Record<string, string | null>;
  mistakes?: string[];
  rest?: string;
};

const FENCES: Record<string, string> = {
  starter: 'function double(x: number) {\n  return x;\n}',
  solution: 'function double(x: number) {\n  return 2 * x;\n}',
  tests: "test('two gives four', () => {\n  expect(double(2)).toBe(4);\n});",
  'hidden-tests': "test('minus one gives minus two', () => expect(double(-1)).toBe(-2));",
};

export const SAMPLE_FILE = 'content/01-a/exercises/double.mdx';

export function sampleExercise(parts: SampleParts = {}): string {
  const fences = Object.entries({ ...FENCES, ...parts.fences })
    .filter(([, code]) => code !== null)
    .map(([name, code]) => `\`\`\`ts ${name}\n${code}\n\`\`\`\n`);
  const mistakes = (parts.mistakes ?? []).map((code) => `\`\`\`ts mistake\n${code}\n\`\`\`\n`);
  const body = [parts.task ?? 'Double a number.\n', ...fences, ...mistakes, parts.rest ?? ''];
  return `${sampleFields({ points: '2', ...parts.fields })}\n${body.join('\n')}`;
}

/** The same of another kind: front matter and text. */
export function sampleOf(fields: Record<string, string | null>, body: string): string {
  return `${sampleFields({ points: '1', ...fields })}\n${body}`;
}

function sampleFields(fields: Record<string, string | null>): string {
  const all = {
    id: 'double',
    title: 'Double',
    difficulty: 'easy',
    concepts: '[doubling]',
    ...fields,
  };
  const lines = Object.entries(all).filter(([, value]) => value !== null);
  return `---\n${lines.map(([name, value]) => `${name}: ${value}`).join('\n')}\n---\n`;
}
