'use client';

import { useState } from 'react';
import type { ImportedNotebook } from '@/lib/export';
import { failureSentence } from '@/lib/lesson/transfer/failure-sentence';
import type { ImportPlan } from '@/lib/lesson/transfer/import-plan';
import dialog from './dialog.module.css';
import { openAsNotebook } from './open-as-notebook';

type Props = {
  plan: Exclude<ImportPlan, { kind: 'this-lesson' }>;
  notebook: ImportedNotebook;
  fileName: string;
};

/** A file that is not of the lesson on the page: what it is, and where it can be opened. */
export function ForeignFile({ plan, notebook, fileName }: Props) {
  const [failure, setFailure] = useState<string | null>(null);
  const open = () => {
    openAsNotebook(notebook, fileName).catch((error: unknown) =>
      setFailure(failureSentence(error)),
    );
  };
  return (
    <>
      <p>{whatItIs(plan)}</p>
      {notebook.warnings.length > 0 && (
        <ul>
          {notebook.warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
      <div className={dialog.actions}>
        <button type="button" className={dialog.primary} onClick={open}>
          Open as a notebook of my own
        </button>
        {plan.kind === 'other-lesson' && (
          <a className={dialog.action} href={`/learn/${plan.slug}`}>
            Go to that lesson
          </a>
        )}
      </div>
      {failure !== null && <p role="alert">{failure}</p>}
    </>
  );
}

function whatItIs(plan: Props['plan']): string {
  switch (plan.kind) {
    case 'other-lesson':
      return `This file holds the lesson “${plan.title}”. Go to that lesson and open the file there, or open it as a notebook of your own.`;
    case 'notebook':
      return plan.ours
        ? `This file holds the notebook “${plan.title}”, which is no lesson.`
        : `This file was not saved by Layerwise. It can be opened as a notebook of your own; cells in TypeScript and JavaScript can be run.`;
    default:
      return plan satisfies never;
  }
}
