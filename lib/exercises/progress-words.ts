import type { OutlineExercise, Totals } from './outline';
import { sawSolutionFirst, type Progress } from './progress';
import { pointWords } from './verdict-words';

/* How progress is said. */

/** "3 of 12 points, 1 of 4 exercises passed" */
export function totalWords({ points, possible, passed, of }: Totals): string {
  const exercises = `${of} exercise${of === 1 ? '' : 's'}`;
  return `${points} of ${pointWords(possible)}, ${passed} of ${exercises} passed`;
}

/** What was done of an exercise. */
export function progressWords(
  progress: Progress | undefined,
  { points, kind }: OutlineExercise,
): string {
  if (progress === undefined || isUntried(progress)) return 'not tried yet';
  const { best } = progress;
  if (best === null) return 'not checked yet';
  const had = best.status === 'passed' ? points : Math.min(best.points, points);
  const share = `${had} of ${pointWords(points)}`;
  if (best.status !== 'passed') return `not passed yet, ${share}`;
  return kind === 'text' ? `passed by your own word, ${share}` : `passed, ${share}`;
}

/** With what help; empty for none. */
export function helpWords(progress: Progress): string {
  const { attempts, hints } = progress;
  return [
    attempts > 0 && `${attempts} ${attempts === 1 ? 'check' : 'checks'}`,
    hints > 0 && `${hints} ${hints === 1 ? 'hint' : 'hints'}`,
    progress.solution !== null &&
      (sawSolutionFirst(progress) ? 'solution seen before passing' : 'solution seen after passing'),
  ]
    .filter((part) => part !== false)
    .join(', ');
}

function isUntried({ best, attempts, hints, solution }: Progress): boolean {
  return best === null && attempts === 0 && hints === 0 && solution === null;
}
