'use client';

import { useEffect, useState } from 'react';
import { failureSentence } from '@/lib/lesson/transfer/failure-sentence';
import { type ShareLink, shareLink } from '@/lib/lesson/transfer/share-link';
import dialog from './dialog.module.css';
import { Dialog } from './dialog';
import { LinkField } from './link-field';
import { saveDocument } from './save-document';
import type { Sharing, TransferSource } from './transfer-source';

type Props = { source: TransferSource; onClose: () => void };

/** The link that carries the reader's code, what is in it, and what to do where no link can carry it. */
export function ShareDialog({ source, onClose }: Props) {
  const [sharing] = useState(() => source.sharing());
  const link = useShareLink(sharing);
  return (
    <Dialog title="Share by link" onClose={onClose}>
      <p>
        {sharing?.holds ??
          `You have changed no code here, so this is the address of the ${source.noun} itself.`}
      </p>
      <Result link={link} source={source} />
    </Dialog>
  );
}

function useShareLink(sharing: Sharing | null): ShareLink | null {
  const [link, setLink] = useState<ShareLink | null>(null);
  useEffect(() => {
    let stale = false;
    shareLink(location.href, sharing?.share ?? null)
      .catch((error: unknown): ShareLink => ({ kind: 'unfit', why: failureSentence(error) }))
      .then(
        (made) => !stale && setLink(made),
        () => {},
      );
    return () => {
      stale = true;
    };
  }, [sharing]);
  return link;
}

function Result({ link, source }: { link: ShareLink | null; source: TransferSource }) {
  switch (link?.kind) {
    case undefined:
      return <p role="status">Making the link…</p>;
    case 'link':
      return <LinkField url={link.url} />;
    case 'unfit':
      return <Unfit why={link.why} source={source} />;
    default:
      return link satisfies never;
  }
}

function Unfit({ why, source }: { why: string; source: TransferSource }) {
  const [note, setNote] = useState('');
  const save = () => {
    saveDocument(source, 'ipynb').then(
      (name) => setNote(`Saved ${name}. Whoever gets it opens it from this menu on their page.`),
      (error: unknown) => setNote(failureSentence(error)),
    );
  };
  return (
    <>
      <p role="alert">{why}</p>
      <div className={dialog.actions}>
        <button type="button" className={dialog.primary} onClick={save}>
          Save a notebook file
        </button>
      </div>
      <p role="status">{note}</p>
    </>
  );
}
