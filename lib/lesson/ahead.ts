/**
 * What may be fetched or started before the reader asks for it: nothing over a connection that is paid for by its use;
 * the page's own code where a sandbox that may never be used would crowd out others; else the sandbox too.
 */
export type Ahead = 'nothing' | 'code' | 'sandbox';

/** What browsers tell of the connection and the device; Safari and Firefox tell little of it. */
export type Circumstances = {
  connection?: { saveData?: boolean; effectiveType?: string } | undefined;
  /** In GiB, rounded. */
  deviceMemory?: number | undefined;
};

const SLOW = ['slow-2g', '2g', '3g'];
/** TensorFlow.js and its worker take about a tenth of a gigabyte. */
const LITTLE_MEMORY = 2;

export function aheadFor({ connection, deviceMemory }: Circumstances): Ahead {
  const { saveData = false, effectiveType = '' } = connection ?? {};
  if (saveData || SLOW.includes(effectiveType)) return 'nothing';
  return (deviceMemory ?? Infinity) <= LITTLE_MEMORY ? 'code' : 'sandbox';
}

/** Asked each time: a train enters a tunnel. */
export function ahead(): Ahead {
  return aheadFor(navigator as Circumstances);
}
