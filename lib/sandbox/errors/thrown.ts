/** What was thrown, as text. A reader may throw anything, a proxy that throws again included. */
export type Thrown = { name: string; message: string; stack: string };

/** Characters of a message that are worth sending. */
const LONGEST = 4_000;
/** How far causes and parts of an error are followed. */
const DEEPEST = 5;

export function describeThrown(thrown: unknown): Thrown {
  if (!isErrorLike(thrown)) {
    const message = `The cell threw ${preview(thrown)}, which is not an Error. Write \`throw new Error('…')\` to have the line and the calls with it.`;
    return { name: 'Thrown', message, stack: '' };
  }
  return {
    name: text(thrown, 'name') || 'Error',
    message: shorten([text(thrown, 'message'), ...reasons(thrown, 1)].join('\n')),
    stack: [text(thrown, 'stack'), ...causes(thrown).map((cause) => text(cause, 'stack'))].join(
      '\n',
    ),
  };
}

/** The lines that tell of an error's cause and, for an `AggregateError`, of its parts. */
function reasons(error: object, depth: number): string[] {
  if (depth > DEEPEST) return [];
  const cause = get(error, 'cause');
  const parts = get(error, 'errors');
  return [
    ...(Array.isArray(parts) ? parts.slice(0, DEEPEST).map((part) => `- ${oneLine(part)}`) : []),
    ...(cause === undefined ? [] : [`Caused by ${oneLine(cause)}`]),
    ...(isErrorLike(cause) ? reasons(cause, depth + 1) : []),
  ];
}

function causes(error: object): object[] {
  const found: object[] = [];
  for (
    let at = get(error, 'cause');
    isErrorLike(at) && found.length < DEEPEST;
    at = get(at, 'cause')
  ) {
    found.push(at);
  }
  return found;
}

function oneLine(thrown: unknown): string {
  if (!isErrorLike(thrown)) return preview(thrown);
  return `${text(thrown, 'name') || 'Error'}: ${text(thrown, 'message')}`;
}

/** Errors of another realm and `DOMException`s are no `instanceof Error`. */
function isErrorLike(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  return typeof get(value, 'message') === 'string' && typeof get(value, 'name') === 'string';
}

function preview(value: unknown): string {
  try {
    if (typeof value === 'string') return shorten(JSON.stringify(value), 200);
    const json = typeof value === 'object' ? JSON.stringify(value) : undefined;
    return shorten(json ?? String(value), 200);
  } catch {
    return 'a value that can’t be shown';
  }
}

function text(value: object, key: string): string {
  const found = get(value, key);
  return typeof found === 'string' ? found : '';
}

function get(value: object, key: string): unknown {
  try {
    return (value as Record<string, unknown>)[key];
  } catch {
    return undefined;
  }
}

function shorten(words: string, longest = LONGEST): string {
  return words.length > longest ? `${words.slice(0, longest)}…` : words;
}
