import type { Device, DeviceChoice, ModelTimes, PageToWorker } from '@/lib/protocol';
import { DeviceMemory, type TextStore } from './device-memory';
import type { State } from './model';

/** A device that was lost so often is not gone back to by itself. */
const MAX_LOSSES = 2;

/**
 * Tells the worker which device the reader chose and what earlier visits have measured, keeps what it measures, and
 * counts how often each device was lost over the life of the page.
 */
export class DeviceDesk {
  /** What the present worker was told last. */
  private told: DeviceChoice = 'auto';
  private readonly losses = new Map<Device, number>();

  private readonly memory: DeviceMemory;

  constructor(
    private readonly post: (message: PageToWorker) => void,
    store: TextStore,
  ) {
    this.memory = new DeviceMemory(store);
  }

  /** The worker takes its messages in order, so a run that follows is on the device chosen here. */
  tell({ status, choice }: State): void {
    if (status !== 'ready' || choice === this.told) return;
    this.told = choice;
    this.post({ type: 'device', choice });
  }

  /** Another worker, which was told nothing yet. */
  renew(): void {
    this.told = 'auto';
    this.memory.lostWorker();
    const models = this.memory.models();
    if (models.length > 0) this.post({ type: 'remembered', models });
  }

  learn(model: ModelTimes): void {
    this.memory.learn(model);
  }

  /** The reader is about to end the worker. */
  leave(): void {
    this.memory.leftWorker();
  }

  /** Whether the device was lost so often that the reader's choice of it is given up. */
  lost(device: Device, choice: DeviceChoice): boolean {
    const times = (this.losses.get(device) ?? 0) + 1;
    this.losses.set(device, times);
    return times >= MAX_LOSSES && choice === device;
  }
}
