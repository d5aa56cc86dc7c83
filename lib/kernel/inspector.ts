import type { PageToWorker } from '@/lib/protocol';

/** Asks the worker for its variables, one question at a time: while one is open, a second stands for all later ones. */
export class Inspector {
  private open = false;
  private again = false;

  constructor(private readonly post: (message: PageToWorker) => void) {}

  ask(): void {
    this.again = this.open;
    if (this.open) return;
    this.open = true;
    this.post({ type: 'inspect' });
  }

  answered(): void {
    this.open = false;
    if (this.again) this.ask();
  }

  /** The worker that was asked is gone. */
  forget(): void {
    this.open = this.again = false;
  }
}
