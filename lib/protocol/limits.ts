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
  tableColumns: 100,
  /** Characters of a name: of a class, a column, a label, a layer; of a figure's title. */
  name: 1_000,
  /** Characters of an object's key, and of the name of a curve's series. */
  key: 200,
  /** Characters of the caption of a figure or a table. */
  caption: 10_000,
  /** Labels along one axis of a matrix, or of a network's inputs or outputs. */
  labels: 10_000,
  /** Series of a curve. */
  series: 100,
  /** Forecasts of one series, baselines among them. */
  forecasts: 3,
  /** Steps of a recurrent layer that are drawn, and what is drawn of each unit. */
  unrolledSteps: 200,
  traces: 8,
  /** Classes of a confusion matrix. */
  classes: 200,
  /** Images of one figure. */
  images: 400,
  /** Rows and columns of an image whose convolution is stepped through, and of a kernel. */
  steppedSide: 64,
  kernelSide: 11,
  /** Maps of one layer in the map of a convolutional network. */
  convnetMaps: 128,
  /** Weights of the dense layer that gives its outputs; with more it is drawn without them. */
  headWeights: 16_384,
  /** Layers of a network that is drawn. */
  layers: 200,
  /** Axes of a tensor. */
  rank: 32,
  /** Kinds (shape and dtype) of leaked tensors that are told apart; the rest are only counted. */
  leakedKinds: 100,
  /** Values inside one message, each counted as often as it is reached; a larger message is dropped whole. */
  messageNodes: 1_000_000,
  /** Outputs or frames in one message. */
  messageItems: 5_000,
  /** Messages of a worker in one second; one that sends more is replaced. */
  messagesPerSecond: 5_000,
  /** Milliseconds of one second that the page spends on checking a worker's messages; past them it is replaced. */
  checkingPerSecond: 400,
  /** Numbers kept in all the frames of a run. */
  numbersKept: 32_000_000,
  /** Controls that one run may show. */
  controls: 50,
  /** Positions of controls that a page may hold for one cell, those of former code among them. */
  controlsKept: 1_000,
  /** Options of a choice. */
  options: 200,
  /** Classes of the points on a plane: as many as can be told apart. */
  pointLabels: 10,
  /** Points on a plane. */
  points: 5_000,
  /** Side of a pad to draw on, in pixels. */
  drawSize: 256,
  /** Lines of a field of text. */
  textLines: 40,
  /** Characters in a field of text. */
  controlText: 10_000,
  /** Characters of a CSV file of the reader's own. */
  csv: 20_000_000,
  /** Pixels of an image of the reader's own, and of its longest side. */
  imagePixels: 4_000_000,
  imageSide: 2_000,
  /** Variables of other cells that one run may be told to have changed. */
  mutations: 1_000,
  /** Variables in one report. */
  variables: 500,
  /** Tests of an exercise, and what is shown with one that failed. */
  tests: 100,
  testDetails: 40,
  /** Models whose step times are remembered in one browser. */
  modelsRemembered: 100,
} as const;
