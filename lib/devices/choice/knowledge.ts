import type { Device, DeviceReport, DeviceStatus, ModelTimes } from '@/lib/protocol';
import { createKnownModels } from './known-models';
import { reasonFor } from './reason';
import { measuredWords } from './words';

/** What knowledge of models takes from the worker, and gives to it. */
export type KnowledgeHost = {
  reports(): readonly DeviceReport[];
  /** Asks for the graphics devices, unless that was done. */
  survey(): Promise<void>;
  /** Whether the reader chose the device, here or in their code. */
  isPinned(): boolean;
  /** To be remembered on later visits. */
  learned(model: ModelTimes): void;
  tell(status: DeviceStatus): void;
};

/** As long as nobody has asked: a training that is long enough for a graphics card is long enough to ask. */
const UNASKED: readonly DeviceReport[] = [{ device: 'webgl', available: true, detail: '' }];

/** What is known of the models of a worker on this machine, and what of it is told to the reader. */
export class Knowledge {
  readonly models = createKnownModels();
  #isSurveyed = false;
  /** What was told last, without its numbers. */
  #told = '';

  constructor(private readonly host: KnowledgeHost) {}

  get isSurveyed(): boolean {
    return this.#isSurveyed;
  }

  /** The devices that may be tried, as far as anyone has asked. */
  reports(): readonly DeviceReport[] {
    return this.#isSurveyed ? this.host.reports() : UNASKED;
  }

  of(model: string): ModelTimes {
    return this.models.of(model, this.host.reports());
  }

  async survey(): Promise<void> {
    await this.host.survey();
    this.surveyed();
  }

  /** All devices have reported. */
  surveyed(): void {
    this.#isSurveyed = true;
    for (const model of this.models.news(this.host.reports())) this.host.learned(model);
  }

  learn(model: ModelTimes): void {
    this.models.learn(model);
    if (this.#isSurveyed) this.surveyed();
  }

  /** The model trains on that device: why. */
  tell(device: Device, { model, times }: ModelTimes): void {
    const reason = reasonFor(device, times, this.host.reports(), this.host.isPinned());
    // The same but for the last digits is nothing new.
    const news = [model, device, reason.replaceAll(/[\d.]+/g, '')].join();
    if (news === this.#told) return;
    this.#told = news;
    const words = measuredWords(device, times);
    this.host.tell({ device, reason, fellBack: false, measured: { words, times } });
  }

  /** Something else was told of the device since. */
  forgetTold(): void {
    this.#told = '';
  }
}
