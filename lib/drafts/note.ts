/** Whether what the reader wrote is kept. `none`: there is nothing to keep yet. */
export type DraftsNote = {
  state: 'none' | 'saving' | 'saved' | 'refused';
  /** A sentence for the reader; empty when there is nothing to say. */
  text: string;
};

export const NOTHING_TO_KEEP: DraftsNote = { state: 'none', text: '' };
export const SAVING: DraftsNote = { state: 'saving', text: 'Saving your changes…' };
export const SAVED: DraftsNote = {
  state: 'saved',
  text: 'Your changes are saved in this browser.',
};
/** What two tabs changed is written by neither until the reader has chosen. */
export const UNDECIDED: DraftsNote = {
  state: 'saving',
  text: 'A cell was changed in two tabs; it is saved once you choose.',
};

/** Why the browser would not keep the drafts, and what that means. */
export function refused(error: unknown): DraftsNote {
  return { state: 'refused', text: `${reason(error)} ${MEANING.drafts}` };
}

export function versionsRefused(error: unknown): DraftsNote {
  return { state: 'refused', text: `${reason(error)} ${MEANING.versions}` };
}

export function outputsRefused(error: unknown): DraftsNote {
  return { state: 'refused', text: `${reason(error)} ${MEANING.outputs}` };
}

const MEANING = {
  drafts:
    'Your changes stay on this page until you close it; “Share and save” keeps them in a file.',
  versions: 'Earlier versions of your code stay on this page until you close it.',
  outputs: 'What the cells show stays on this page until you close it; run them again after that.',
};

function reason(error: unknown): string {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  switch (name) {
    case 'QuotaExceededError':
      return 'The storage of this browser is full.';
    case 'SecurityError':
    case 'InvalidStateError':
      return 'This browser does not let the page store anything.';
    case 'VersionError':
      return 'A newer version of this course has stored changes in this browser; reload the page.';
    default:
      return 'This browser could not save your changes.';
  }
}
