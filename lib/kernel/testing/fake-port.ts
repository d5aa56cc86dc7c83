import type { PortEvent, PortLike } from '../port';

type Listener = PortLike['onmessage'];

/** One end of a channel in memory. It delivers at once, or as soon as the other end listens, and copies like a real one. */
export class FakePort implements PortLike {
  onclose: (() => void) | null = null;
  other: FakePort | null = null;
  isClosed = false;
  private listener: Listener = null;
  private waiting: PortEvent[] = [];

  static pair(): [FakePort, FakePort] {
    const [a, b] = [new FakePort(), new FakePort()];
    a.other = b;
    b.other = a;
    return [a, b];
  }

  get onmessage(): Listener {
    return this.listener;
  }

  set onmessage(listener: Listener) {
    this.listener = listener;
    if (listener !== null) this.waiting.splice(0).forEach(listener);
  }

  postMessage(message: unknown, transfer: PortLike[] = []): void {
    const event = { data: structuredClone(message), ports: transfer };
    if (this.isClosed || this.other === null || this.other.isClosed) return;
    if (this.other.listener === null) this.other.waiting.push(event);
    else this.other.listener(event);
  }

  close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    this.other?.onclose?.();
  }
}
