import type { FigureModule } from '../figure-module';
import { hitSeries, moveSeries, readSeries } from './cursor';
import { drawSeries } from './draw';
import { seriesScene, type SeriesScene } from './scene';
import { describeSeries, seriesSettings, seriesTable } from './words';

/** A series in time, what was foretold of it, and how far that was off. */
export const series = {
  kind: 'series',
  waitingHeight: (width) => (width < 540 ? 398 : 366),
  settings: seriesSettings,
  scene: seriesScene,
  draw: drawSeries,
  describe: describeSeries,
  table: seriesTable,
  hit: hitSeries,
  move: moveSeries,
  readout: readSeries,
} satisfies FigureModule<'series', SeriesScene>;
