import type { CellId, ControlValue, DeviceChoice } from '@/lib/protocol';
import type { Ahead } from './ahead';
import type { LazyKernel } from './lazy-kernel';

/**
 * What a lesson and a notebook on the page have in common: who listens, and what goes to the kernel as it comes. The
 * methods may be handed on as they are.
 */
export abstract class KernelPage {
  readonly #listeners = new Set<() => void>();

  protected abstract readonly kernel: LazyKernel;
  /** What may be fetched or started before it is asked for. */
  protected abstract ahead(): Ahead;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Fetches the kernel's code. */
  prepare = (): void => this.kernel.prepare();

  approach = (what: 'page' | 'cell' | 'run'): void => {
    const allowed = this.ahead();
    if (allowed === 'nothing') return;
    if (what === 'run' || (what === 'cell' && allowed === 'sandbox')) this.kernel.warm();
    else this.kernel.prepare();
  };

  stop = (): void => this.kernel.stop();
  restart = (): void => this.kernel.restart();
  chooseDevice = (choice: DeviceChoice): void => this.kernel.chooseDevice(choice);
  setControl = (id: CellId, key: string, value: ControlValue): void =>
    this.kernel.setControl(id, key, value);
  setAutomatic = (id: CellId, automatic: boolean | null): void =>
    this.kernel.setAutomatic(id, automatic);
  watchVariables = (on: boolean): void => this.kernel.watchVariables(on);

  /** There is a new snapshot. */
  protected tell(): void {
    for (const listener of this.#listeners) listener();
  }

  protected endListening(): void {
    this.#listeners.clear();
  }
}
