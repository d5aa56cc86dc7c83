import type { KernelSnapshot } from '@/lib/kernel/state';
import type { CellId } from '@/lib/protocol';
import type { LazyKernel } from './lazy-kernel';

/** Code by cell; a cell that is not in it has the lesson's. */
export type Codes = Readonly<Record<CellId, string>>;

/** The kernel of a page that can begin anew, with another kernel in which nothing has run. */
export class RenewableKernel {
  readonly #make: () => LazyKernel;
  readonly #onChange: (snapshot: KernelSnapshot) => void;
  #present: LazyKernel;
  #watched = false;

  /** `onChange` is told of what happens in the present kernel while it is watched. */
  constructor(make: () => LazyKernel, onChange: (snapshot: KernelSnapshot) => void) {
    this.#make = make;
    this.#onChange = onChange;
    this.#present = make();
  }

  get present(): LazyKernel {
    return this.#present;
  }

  watch(): void {
    this.#watched = true;
    const kernel = this.#present;
    kernel.subscribe(() => this.#onChange(kernel.getSnapshot()));
  }

  /** What is made from here on is not watched. */
  ignore(): void {
    this.#watched = false;
  }

  /** Another kernel, with this code in its cells; the reader's device and panel stay. */
  renew(codes: Codes): void {
    const { choice, variables } = this.#present.getSnapshot();
    this.#present.dispose();
    this.#present = this.#make();
    this.#present.chooseDevice(choice);
    this.#present.watchVariables(variables !== null);
    for (const [id, code] of Object.entries(codes)) this.#present.edit(id, code);
    if (this.#watched) this.watch();
  }
}
