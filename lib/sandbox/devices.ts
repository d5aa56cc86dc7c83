import {
  candidates,
  probeGraphics,
  probeProcessors,
  startBackend,
  type WasmPaths,
} from '@/lib/devices';
import type { Device, DeviceChoice, DeviceReport, DeviceStatus } from '@/lib/protocol';

export type DeviceKeeper = {
  reports(): DeviceReport[];
  status(): DeviceStatus;
  /** Starts the best device that the choice allows, and remembers it. */
  choose(choice: DeviceChoice): Promise<void>;
  /** Asks for the graphics devices, once: asking takes longer than a small cell does, so it waits for a quiet moment. */
  survey(): Promise<void>;
};

/** Keeps the one device in use, and falls back, with a sentence, when one can't be had. */
export function createDeviceKeeper(
  wasmPaths: WasmPaths,
  onLost: (device: Device, message: string) => void,
): DeviceKeeper {
  let reports = probeProcessors();
  let status: DeviceStatus = {
    device: 'cpu',
    reason: 'No device has been started yet.',
    fellBack: false,
  };
  let graphics: Promise<void> | null = null;

  const survey = () =>
    (graphics ??= probeGraphics().then((found) => void (reports = [...found, ...reports])));

  async function choose(choice: DeviceChoice): Promise<void> {
    if (choice === 'webgpu' || choice === 'webgl') await survey();
    for (const candidate of candidates(choice, reports)) {
      try {
        await startBackend(candidate.device, { wasmPaths, onLost });
        status = candidate;
        return;
      } catch (error) {
        markUnavailable(candidate.device, error);
      }
    }
    throw new Error('No device could be started, not even plain JavaScript. Reload the page.');
  }

  function markUnavailable(device: Device, error: unknown) {
    const detail = error instanceof Error ? error.message : String(error);
    reports = reports.map((report) =>
      report.device === device ? { ...report, available: false, detail } : report,
    );
  }

  return { reports: () => reports, status: () => status, choose, survey };
}
