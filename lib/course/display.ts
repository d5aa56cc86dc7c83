import { LIMITS } from '@/lib/protocol';
import type { Host } from './host';
import { snapshot } from './snapshot';
import { mapSoon } from './soon';
import type { Display } from './types/display';
import { clipped } from './walk';

/** `display`: a label goes before the value as a line of text. */
export function createDisplay(host: Pick<Host, 'output'>): Display {
  return (value, label) => {
    if (label !== undefined) {
      host.output({ kind: 'text', text: clipped(String(label), LIMITS.caption) });
    }
    host.output(mapSoon(snapshot(value), (tree) => ({ kind: 'value', value: tree })));
  };
}
