'use client';

import { ConsoleView } from '@/components/output/console-view';
import type { GoTo } from '@/components/output/error-view';
import { OutputView } from '@/components/output/output-view';
import { pointWords, testTime, testWord } from '@/lib/exercises/verdict-words';
import type { TestVerdict } from '@/lib/exercises/verdict';
import type { FigureHistory } from '@/lib/kernel/state';
import type { Output } from '@/lib/protocol';
import styles from './feedback.module.css';
import { Mark } from './mark';

type Figures = Readonly<Record<string, FigureHistory>>;

type Props = { tests: readonly TestVerdict[]; figures: Figures; onGoTo: GoTo };

/** Test by test, each a sentence: a sign and a word say whether it passed; beneath a failed one, why. */
export function TestList({ tests, figures, onGoTo }: Props) {
  if (tests.length === 0) return null;
  const firstFailed = tests.find(({ status }) => status === 'failed');
  return (
    <ul className={styles.tests} aria-label="Tests">
      {tests.map((test) => (
        <li key={test.sentence} className={styles.test} data-test={test.status}>
          <p className={styles.sentence}>
            <span className={styles.verdict}>
              <Mark of={test.status} />
              {testWord(test)}
            </span>
            <span>{test.sentence}</span>
            <span className={styles.points}>
              {pointWords(test.points)}
              {testTime(test) !== '' && `, ${testTime(test)}`}
            </span>
          </p>
          {test.status === 'failed' && (
            <Why {...{ test, figures, onGoTo }} open={test === firstFailed} />
          )}
        </li>
      ))}
    </ul>
  );
}

type WhyProps = { test: TestVerdict; figures: Figures; onGoTo: GoTo; open: boolean };

/** The sentence first; the values of the first failed test stand open, those of others are a press away. */
function Why({ test, figures, onGoTo, open }: WhyProps) {
  const { result } = test;
  if (result === null) return null;
  const { message, details, line } = result;
  return (
    <div className={styles.why}>
      <p className={styles.reason}>
        {message}
        {line !== undefined && (
          <button type="button" onClick={() => onGoTo(line, 1)}>
            line {line}
          </button>
        )}
      </p>
      {details.length > 0 && (
        <details open={open}>
          <summary className={styles.summary}>What came, and what was expected</summary>
          <dl className={styles.details}>
            {details.map(({ label, output }, at) => (
              <div key={at}>
                <dt data-titled={isTitled(label, output) || undefined}>{label}</dt>
                <dd>
                  <Detail output={output} figures={figures} />
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </div>
  );
}

/** A figure says above itself what it is. */
const isTitled = (label: string, output: Output) =>
  output.kind === 'figure' && output.figure.title === label;

function Detail({ output, figures }: { output: Output; figures: Figures }) {
  if (output.kind === 'console') return <ConsoleView lines={[{ ...output, count: 1 }]} />;
  // There is nothing to steer in a test that has ended.
  if (output.kind === 'control') return null;
  return <OutputView output={output} figures={figures} live={false} />;
}
