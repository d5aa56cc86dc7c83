/** Caps on what one run may send; past them the runtime says so once and drops the rest. */
export const LIMITS = {
  /** Outputs of a run: console lines, values, tables, figures. */
  outputs: 1_000,
  /** Characters of text in all outputs of a run. */
  characters: 400_000,
  /** Figures of a run. */
  figures: 50,
  /** Numbers in one frame. */
  frameNumbers: 2_000_000,
  /** Frames kept for one figure; older ones are thinned. */
  framesKept: 240,
  /** Characters of a cell's code. */
  code: 200_000,
  /** Depth and breadth to which a value is copied. */
  valueDepth: 5,
  valueEntries: 100,
  tensorValues: 400,
  tableRows: 200,
  tableColumns: 200,
  /** Objects inside one message, each counted as often as it is reached; a larger message is dropped whole. */
  messageNodes: 1_000_000,
  /** Outputs or frames in one message. */
  messageItems: 5_000,
  /** Messages of a worker in one second; one that sends more is replaced. */
  messagesPerSecond: 5_000,
  /** Numbers kept in all the frames of a run. */
  numbersKept: 32_000_000,
} as const;
