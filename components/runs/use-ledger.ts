'use client';

import { useSyncExternalStore } from 'react';
import { useLesson } from '@/components/lesson/use-lesson';
import { RunLedger, type LedgerSnapshot } from '@/lib/lesson/runs/run-ledger';
import { browserRunStore } from '@/lib/lesson/runs/run-store';
import type { RunningLesson } from '@/lib/lesson/running-lesson';

/** One for each lesson or notebook on the page, for as long as that lives. */
const ledgers = new WeakMap<RunningLesson, RunLedger>();

function ledgerOf(lesson: RunningLesson): RunLedger {
  const known = ledgers.get(lesson);
  if (known !== undefined) return known;
  const ledger = new RunLedger(lesson, {
    store: browserRunStore(),
    now: () => Date.now(),
    newId: () => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`,
  });
  ledgers.set(lesson, ledger);
  void ledger.open();
  return ledger;
}

/** The runs of the page's cells, and what can be done with them. */
export function useLedger(): { ledger: RunLedger; snapshot: LedgerSnapshot } {
  const ledger = ledgerOf(useLesson());
  const snapshot = useSyncExternalStore(ledger.subscribe, ledger.getSnapshot, ledger.getSnapshot);
  return { ledger, snapshot };
}
