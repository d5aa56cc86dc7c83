import type { RunId } from '@/lib/protocol';

/**
 * What the frame says to its worker: the first message carries the data port, later ones are interrupts, for workers
 * whose memory can't be shared.
 */
export type FrameToWorker =
  | { type: 'boot'; port: MessagePort; interrupt: SharedArrayBuffer | null }
  | { type: 'interrupt'; run: RunId };
