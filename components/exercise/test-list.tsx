'use client';

import { CodedWords } from '@/components/cell/coded-words';
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
      {tests.map((test, at) => (
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
          {test.status === 'failed' &&
            (isTold(test, tests.slice(0, at)) ? (
              <p className={`${styles.why} ${styles.reason}`}>For the same reason.</p>
            ) : (
              <Why {...{ test, figures, onGoTo }} open={test === firstFailed} />
            ))}
        </li>
      ))}
    </ul>
  );
}

/** Whether one of the tests above has failed just so: an error of the answer fails many with one message. */
function isTold({ result }: TestVerdict, above: readonly TestVerdict[]): boolean {
  if (result === null || result.message === '' || result.details.length > 0) return false;
  const { message, line } = result;
  return above.some(
    ({ status, result: told }) =>
      status === 'failed' && told?.message === message && told.line === line,
  );
}

type WhyProps = { test: TestVerdict; figures: Figures; onGoTo: GoTo; open: boolean };

/** The sentence first; the values of the first failed test stand open, those of others are a press away. */
function Why({ test, figures, onGoTo, open }: WhyProps) {
  const { result } = test;
  if (result === null) return null;
  const { message, line } = result;
  // What the sentence says word for word needs no second time.
  const details = result.details.filter(
    ({ output }) => !(output.kind === 'text' && message.includes(output.text)),
  );
  return (
    <div className={styles.why}>
      <p className={styles.reason}>
        <CodedWords words={message} />
        {line !== undefined && (
          <button type="button" className={styles.line} onClick={() => onGoTo(line, 1)}>
            line {line}
          </button>
        )}
      </p>
      {details.length > 0 && (
        <details open={open}>
          <summary className={styles.summary}>What came, and what was expected</summary>
          <dl className={styles.details}>
            {groupsOf(details).map(({ label, outputs }, at) => (
              <div key={at} data-wide={outputs.every(isText) || undefined}>
                <dt>{label}</dt>
                {outputs.map((output, which) => (
                  <dd key={which}>
                    <Detail output={output} figures={figures} />
                  </dd>
                ))}
              </div>
            ))}
          </dl>
        </details>
      )}
    </div>
  );
}

type Labelled = { label: string; output: Output };

/** A value and its figure under one label; what came stands beside what was expected. */
function groupsOf(details: readonly Labelled[]) {
  const groups: { label: string; outputs: Output[] }[] = [];
  for (const { label, output } of details) {
    const last = groups.at(-1);
    if (last?.label === label && !isText(output)) last.outputs.push(output);
    else groups.push({ label, outputs: [output] });
  }
  return groups;
}

const isText = ({ kind }: Output) => kind === 'text';

function Detail({ output, figures }: { output: Output; figures: Figures }) {
  if (output.kind === 'console') return <ConsoleView lines={[{ ...output, count: 1 }]} />;
  // There is nothing to steer in a test that has ended.
  if (output.kind === 'control') return null;
  return <OutputView output={output} figures={figures} live={false} />;
}
