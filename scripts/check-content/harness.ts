// The page in which the checker runs its checks: one function, called from outside.
import { attempt, sandboxPlace, type Ending } from '@/lib/exercises/attempt';
import type { CheckParts } from '@/lib/protocol';
import type { Ran } from './ran';

declare global {
  interface Window {
    check(parts: CheckParts, seconds: number): Promise<Ran>;
  }
}

window.check = async (parts, seconds) => {
  const place = sandboxPlace(location.origin);
  const before = performance.now();
  const ending = await attempt({ place, parts, seconds }).result;
  return toRan(ending, Math.round(performance.now() - before));
};

/** Values and figures stay here: they are large, and nobody looks at them. */
function toRan(ending: Ending, ms: number): Ran {
  const tested = ending.tested.map(({ sentence, passed, message, line }) => ({
    ...{ sentence, passed, message },
    ...(line === undefined ? {} : { line }),
  }));
  const detail = ending.how === 'crashed' ? ending.detail : '';
  if (ending.how !== 'finished') return { how: ending.how, detail, report: null, tested, ms };
  const { setupError, answerError, testsError, mistake, ms: own } = ending.checked;
  return {
    how: 'finished',
    detail,
    report: { setupError, answerError, testsError, mistake, ms: own },
    tested,
    ms,
  };
}
