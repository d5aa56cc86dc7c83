import { figureSpec, joined } from './figure-spec';
import type { Host } from './host';
import { liveFigure, showFigure } from './live-figure';
import { networkReader } from './network-data';
import { confusionData } from './show-confusion';
import { curvePoints } from './show-curve';
import { matrixData } from './show-matrix';
import { tableOutput } from './show-table';
import type { Show } from './types/show';

/** `show`: every argument is checked before anything appears, so that a mistake leaves no empty figure behind. */
export function createShow(host: Host): Show {
  return {
    table(rows, options = {}) {
      host.output(tableOutput(rows, options.caption));
    },
    text(text) {
      host.output({ kind: 'text', text: String(text) });
    },
    matrix(values, options = {}) {
      const data = matrixData(values, options);
      showFigure(host, figureSpec('matrix', 'Matrix', options), data);
    },
    confusion(actual, predicted, options = {}) {
      const data = confusionData(actual, predicted, options.labels);
      showFigure(host, figureSpec('confusion', 'Confusion matrix', options), data);
    },
    network(model, options = {}) {
      const reader = networkReader(model, options, 'show.network');
      const spec = figureSpec('network', 'Network', options);
      showFigure(host, { ...spec, caption: joined(spec.caption, reader.note) }, reader.read());
    },
    curve(points, options = {}) {
      const series = curvePoints(points);
      const spec = figureSpec('curve', 'Training', options);
      const figure = liveFigure(host, { ...spec, stepName: options.stepName ?? 'epoch' });
      figure.open();
      for (const { step, values } of series) figure.add(step, { values });
    },
  };
}
