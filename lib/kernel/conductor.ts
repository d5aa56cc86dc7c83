import {
  PROTOCOL_VERSION,
  type CellId,
  type ControlValue,
  type Device,
  type PageToWorker,
  type WorkerToPage,
} from '@/lib/protocol';
import type { Action, Ask, SandboxEnd } from './actions';
import { acceptsMove } from './accepts-move';
import type { SandboxPlace } from './address';
import { DeviceDesk } from './device-desk';
import type { Effects } from './effects';
import { Inspector } from './inspector';
import { isTraffic } from './is-traffic';
import { Link } from './link';
import { afterDeath, afterFailure } from './losses';
import { cellOf, initialState, type State } from './model';
import { NotebookLoader } from './notebook-loader';
import { Publisher } from './publisher';
import { reduce } from './reducer';
import { nextStep } from './schedule';
import { cellSeed } from './seed';
import {
  SENTENCES,
  lostDevice,
  lostDeviceError,
  lostTwice,
  neverStarted,
  type Death,
} from './sentences';
import { snapshotOf } from './snapshot';
import type { CellSpec, KernelSnapshot } from './state';
import { StopGrace } from './stop-grace';

/** Holds the state, gives the worker one run after another, and turns what the sandbox does into actions. */
export class Conductor {
  readonly publisher: Publisher;
  private state: State;
  private snapshot: KernelSnapshot;
  /** The state that `snapshot` shows. */
  private shown: State;
  private readonly link: Link;
  private readonly inspector: Inspector;
  private readonly devices: DeviceDesk;
  private readonly notebook: NotebookLoader;
  private readonly grace: StopGrace;
  private disposed = false;

  constructor(
    cells: readonly CellSpec[],
    private readonly seed: number,
    place: SandboxPlace,
    effects: Effects,
  ) {
    this.state = this.shown = initialState(cells, place.mode);
    this.snapshot = snapshotOf(this.state, null);
    this.publisher = new Publisher(effects);
    this.link = new Link(place, effects, {
      onMessage: (message) => this.hear(message),
      onUnreadable: () => this.dispatch({ type: 'unreadable' }),
      onDeath: (death, detail, last) => this.bury(death, detail, last),
      onRefused: (reason) => this.fail(reason),
    });
    const post = (message: PageToWorker) => this.link.post(message);
    this.inspector = new Inspector(post);
    this.devices = new DeviceDesk(post, effects.deviceStore);
    this.grace = new StopGrace(effects);
    this.notebook = new NotebookLoader(effects, {
      codes: () => this.state.order.map((id) => cellOf(this.state, id).code),
      onLoaded: (notebook) => this.dispatch({ type: 'notebook', notebook }),
      onFailed: () => this.missNotebook(),
    });
  }

  getSnapshot(): KernelSnapshot {
    if (this.shown !== this.state) {
      this.snapshot = snapshotOf(this.state, this.snapshot);
      this.shown = this.state;
    }
    return this.snapshot;
  }

  dispatch(action: Action): void {
    const before = this.snapshot;
    const former = this.state;
    this.state = reduce(this.state, action);
    this.advance();
    if (this.state === former) return;
    if (isTraffic(action)) this.publisher.publish('soon');
    else if (this.getSnapshot() !== before) this.publisher.publish('now');
  }

  // ---- What the reader asks for ----

  /** `button`: what a press means now. */
  press(button: (state: State) => Ask | null): void {
    const ask = button(this.state);
    if (this.disposed || ask === null) return;
    this.dispatch({ type: 'request', ...ask });
    this.startUp();
  }

  stop(): void {
    this.dispatch({ type: 'empty-queue' });
    this.dispatch({ type: 'halt' });
    this.stopRun();
  }

  restart(): void {
    if (this.disposed) return;
    if (this.state.status === 'off' || this.state.status === 'failed') return this.startUp();
    this.dispatch({ type: 'empty-queue' });
    const hasRun = this.state.lastRun > 0;
    this.devices.leave();
    this.replace(hasRun ? SENTENCES.restarted : null, { status: 'stopped' });
  }

  reset(cell: CellId): void {
    this.dispatch({ type: 'edit', cell, code: cellOf(this.state, cell).original });
  }

  setControl(cell: CellId, key: string, value: ControlValue): void {
    const held = this.state.cells[cell];
    if (held === undefined || !acceptsMove(held, key, value)) return;
    // Before any run that the move brings about.
    if (this.state.status === 'ready') this.link.post({ type: 'control', cell, key, value });
    const wasOutdated = this.state.active?.outdated;
    this.dispatch({ type: 'control', cell, key, value });
    const { active } = this.state;
    if (active?.outdated && !wasOutdated) this.link.interrupt(active.run);
    if (active === null) this.inspect();
  }

  watchVariables(on: boolean): void {
    this.dispatch({ type: 'watch', on });
    this.inspect();
  }

  remove(cell: CellId): void {
    if (this.state.cells[cell] === undefined) return;
    const runs = this.state.active?.cell === cell;
    if (!runs) this.forget(cell);
    this.dispatch({ type: 'remove', cell });
    if (runs) this.stopRun();
  }

  prepare(): void {
    if (!this.disposed && this.state.status === 'off') this.link.open();
  }

  warm(): void {
    if (!this.disposed && this.state.status === 'off') this.startUp();
  }

  dispose(): void {
    this.disposed = true;
    this.endRun();
    this.link.close();
    this.publisher.dispose();
  }

  // ---- Runs ----

  private startUp(): void {
    if (this.state.notebook === null) void this.notebook.load();
    if (this.state.status !== 'off' && this.state.status !== 'failed') return;
    this.dispatch({ type: 'status', status: 'starting', message: null });
    this.link.start();
  }

  private missNotebook(): void {
    this.dispatch({ type: 'empty-queue' });
    this.dispatch({ type: 'status', status: this.state.status, message: SENTENCES.noNotebook });
  }

  /** Takes the next steps, as far as they can be taken now: problems are told at once, a run needs an idle worker. */
  private advance(): void {
    if (this.disposed || this.state.active !== null) return;
    this.devices.tell(this.state);
    if (this.state.notebook === null) return;
    for (let step = nextStep(this.state); step !== null; step = nextStep(this.state)) {
      if (step.type === 'send' && this.state.status !== 'ready') return;
      this.state = reduce(this.state, step);
      if (step.type === 'send') return this.sendActive();
    }
  }

  private sendActive(): void {
    const { active, graph } = this.state;
    if (active === null) return;
    const { run, cell, code, from } = active;
    const inputs = { ...graph?.get(cell)?.inputs };
    const controls = { ...cellOf(this.state, cell).controls };
    const seed = cellSeed(this.seed, cell);
    this.link.setBusy(true);
    this.link.post({ type: 'run', run, cell, code, inputs, seed, controls, from });
  }

  private stopRun(): void {
    if (this.state.active === null || this.grace.isRunning) return;
    this.link.interrupt(this.state.active.run);
    this.grace.begin(() => this.replace(SENTENCES.replacedToStop, { status: 'stopped' }));
  }

  private endRun(): void {
    this.grace.end();
    this.link.setBusy(false);
  }

  private inspect(): void {
    if (this.state.variables !== null && this.state.status === 'ready') this.inspector.ask();
  }

  /** Lets the worker drop what it has of a cell that is not on the page any more. */
  private forget(cell: CellId): void {
    if (this.state.status === 'ready') this.link.post({ type: 'forget', cell });
    this.inspect();
  }

  // ---- What the sandbox does ----

  private hear(message: WorkerToPage): void {
    switch (message.type) {
      case 'ready':
        return this.welcome(message);
      case 'finished':
        return this.finish(message);
      case 'lost':
        return this.lose(message.device, message.message);
      case 'variables':
        this.dispatch(message);
        return this.inspector.answered();
      case 'learned':
        return this.devices.learn(message.model);
      case 'started':
      // A lesson's sandbox is never asked to check an answer.
      case 'tested':
      case 'checked':
        return;
      case 'device':
      case 'outputs':
      case 'frames':
      case 'progress':
      case 'states':
        return this.dispatch(message);
      default:
        return message satisfies never;
    }
  }

  private finish({ run, outcome }: Extract<WorkerToPage, { type: 'finished' }>): void {
    const { active } = this.state;
    if (active?.run === run) {
      this.endRun();
      this.inspect();
      if (active.gone) this.forget(active.cell);
    }
    this.dispatch({ type: 'finish', run, outcome });
  }

  private welcome({ report, device }: Extract<WorkerToPage, { type: 'ready' }>): void {
    if (report.version !== PROTOCOL_VERSION) {
      this.link.close();
      return this.fail(SENTENCES.otherVersion);
    }
    this.devices.renew();
    this.inspector.forget();
    this.dispatch({ type: 'ready', device, devices: report.devices });
  }

  private lose(device: Device, message: string): void {
    const leaves = this.devices.lost(device, this.state.choice);
    const say = leaves ? lostTwice : lostDevice;
    if (leaves) this.dispatch({ type: 'choose', choice: 'auto' });
    this.replace(say(message), { status: 'error', error: lostDeviceError(message) });
  }

  /** Ends the worker, and what runs in it, and starts another. */
  private replace(message: string | null, end: SandboxEnd): void {
    this.endRun();
    this.dispatch({ type: 'replaced', message, end });
    this.link.replace();
  }

  private bury(death: Death, detail: string, last: boolean): void {
    const { isRunning } = this.grace;
    this.endRun();
    for (const action of afterDeath(this.state, death, detail, isRunning)) this.dispatch(action);
    if (last) this.fail(neverStarted(death, detail));
  }

  private fail(message: string): void {
    const { isRunning } = this.grace;
    this.endRun();
    for (const action of afterFailure(message, isRunning)) this.dispatch(action);
  }
}
