import type { EndStatus, Mark, Progress } from './progress';

/* Progress as a file that goes from one browser to another. What comes back may be anything. */

const KIND = 'layerwise-progress';
const VERSION = 1;
const MOST_CHARACTERS = 20_000_000;
const MOST_RECORDS = 10_000;
const LONGEST = 20_000;
const STATUSES: readonly EndStatus[] = ['passed', 'failed', 'error', 'timeout', 'stopped'];

export type ReadProgress = { records: readonly Progress[] } | { refused: string };

/** `when`: milliseconds since 1970. */
export function progressFile(records: readonly Progress[], when: number): string {
  const file = {
    kind: KIND,
    version: VERSION,
    saved: new Date(when).toISOString(),
    exercises: records,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

export function progressFileName(when: number): string {
  return `layerwise-progress-${new Date(when).toISOString().slice(0, 10)}.json`;
}

/** All of the file, or a sentence that says why none of it. */
export function readProgressFile(text: string): ReadProgress {
  if (text.length > MOST_CHARACTERS) return refused('it is too large');
  const file = parsed(text);
  if (!isRecord(file)) return refused('it is not JSON as this page saves it');
  if (file['kind'] !== KIND) return refused('it is of another kind');
  if (file['version'] !== VERSION) {
    return refused(`it is of version ${String(file['version'])}, and this page reads ${VERSION}`);
  }
  const records = file['exercises'];
  if (!Array.isArray(records) || records.length > MOST_RECORDS) {
    return refused('its list of exercises is damaged');
  }
  const bad = records.findIndex((record) => !isProgress(record));
  if (bad >= 0) return refused(`entry ${bad + 1} of its exercises is damaged`);
  return { records: records.map(withoutMore) };
}

const refused = (why: string): ReadProgress => ({
  refused: `This is no file of progress: ${why}. Nothing was changed.`,
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export function isProgress(value: unknown): value is Progress {
  if (!isRecord(value)) return false;
  const { exercise, lesson, best, last, answer, attempts, hints, solution } = value;
  return (
    isName(exercise) &&
    isName(lesson) &&
    (best === null || isMark(best)) &&
    (last === null || isMark(last)) &&
    typeof answer === 'string' &&
    answer.length <= LONGEST &&
    isCount(attempts) &&
    isCount(hints) &&
    (solution === null || isTime(solution))
  );
}

/** A mark can't say more than its own exercise gives. */
function isMark(value: unknown): value is Mark {
  if (!isRecord(value)) return false;
  const { status, points, possible, when } = value;
  return (
    STATUSES.includes(status as EndStatus) &&
    isCount(points) &&
    isCount(possible) &&
    points <= possible &&
    isTime(when)
  );
}

/** Only the fields that there are. */
function withoutMore(record: Progress): Progress {
  const { exercise, lesson, best, last, answer, attempts, hints, solution } = record;
  const mark = (of: Mark | null) =>
    of && { status: of.status, points: of.points, possible: of.possible, when: of.when };
  return {
    ...{ exercise, lesson, answer, attempts, hints, solution },
    best: mark(best),
    last: mark(last),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isName = (value: unknown) => typeof value === 'string' && /^[\w-]{1,200}$/.test(value);
const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0;
/** Until the year 9999. */
const isTime = (value: unknown): value is number =>
  Number.isFinite(value) && Number(value) >= 0 && Number(value) < 253_402_300_800_000;
