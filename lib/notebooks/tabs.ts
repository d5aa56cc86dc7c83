import { isNotebookId } from './notebook';

/**
 * What the tabs of one browser tell each other about a notebook. `changed`: its kept record is another one.
 * `hello`: it was opened here; a tab that has it open as well answers `here`, and says `bye` when it closes it.
 */
export type TabMessage = { type: 'changed' | 'hello' | 'here' | 'bye'; id: string };

export type Tabs = { post(message: TabMessage): void; close(): void };

const NAME = 'layerwise-notebooks';
const TYPES: readonly unknown[] = ['changed', 'hello', 'here', 'bye'];

/** `hear` is called with what other tabs post, and never with what this one does. */
export function browserTabs(hear: (message: TabMessage) => void): Tabs {
  if (typeof BroadcastChannel === 'undefined') return { post: () => {}, close: () => {} };
  const channel = new BroadcastChannel(NAME);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (isTabMessage(data)) hear(data);
  });
  return {
    post: (message) => channel.postMessage(message),
    close: () => channel.close(),
  };
}

/** Another tab may have another version of the page. */
function isTabMessage(value: unknown): value is TabMessage {
  if (typeof value !== 'object' || value === null) return false;
  const { type, id } = value as Partial<Record<keyof TabMessage, unknown>>;
  return TYPES.includes(type) && isNotebookId(id);
}
