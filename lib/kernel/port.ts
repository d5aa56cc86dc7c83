/** `ports`: what was transferred with it. */
export type PortEvent = { data: unknown; ports: readonly PortLike[] };

/**
 * The part of a `MessagePort` that the kernel needs. `onclose` fires where the browser has that event (Chromium 156 has
 * not), so nothing rests on it alone: it only tells sooner what the heartbeat would.
 */
export type PortLike = {
  postMessage(message: unknown, transfer?: PortLike[]): void;
  onmessage: ((event: PortEvent) => void) | null;
  onclose: (() => void) | null;
  close(): void;
};

/** A frame on the page. What is posted before it is up waits in the port. */
export type Connection = { control: PortLike; dispose(): void };

/** A real port: it is narrower only in what it can transfer, and lib.dom does not know its `onclose` yet. */
export const asPortLike = (port: MessagePort): PortLike => port as unknown as PortLike;
