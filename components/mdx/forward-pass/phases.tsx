import type { ForwardPassPicture } from '@/lib/figures/forward-pass';
import styles from './phases.module.css';
import { percent } from './percent';

/** What happens, in four steps; the one that happens now is marked. */
export function Phases({ picture: { answer, answerAfter } }: { picture: ForwardPassPicture }) {
  const steps = [
    ['Forward', 'the numbers go in.'],
    ['The answer', `diabetes, ${percent(answer)}.`],
    ['Back', `she did develop it: the error, ${percent(1 - answer)}, goes back.`],
    ['A step', `each weight that had a part moves a little. Now ${percent(answerAfter)}.`],
  ];
  return (
    <ol className={styles.phases}>
      {steps.map(([name, text]) => (
        <li key={name} className={styles.phase}>
          <strong>{name}:</strong> {text}
        </li>
      ))}
    </ol>
  );
}
