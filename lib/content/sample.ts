/** For tests: a lesson with the given text, and front matter with some fields changed or left out. */
export function sampleLesson(body: string, fields: Record<string, string | null> = {}): string {
  const all: Record<string, string | null> = {
    title: 'Sample',
    summary: 'A lesson for tests.',
    minutes: '5',
    updated: '2026-01-31',
    seed: '7',
    ...fields,
  };
  const lines = Object.entries(all).filter(([, value]) => value !== null);
  return `---\n${lines.map(([name, value]) => `${name}: ${value}`).join('\n')}\n---\n${body}`;
}

/** The line of `sampleLesson`'s text at which its body begins, when no field is added or left out. */
export const BODY_LINE = 8;
