import { LIMITS } from '@/lib/protocol';
import { checkLength } from './check-size';
import { featureMapsReader } from './feature-maps';
import { figureSpec, joined } from './figure-spec';
import { histogramsReader } from './histograms-data';
import { filtersReader, filtersTitle } from './filters';
import type { Host } from './host';
import { liveFigure, showFigure } from './live-figure';
import { networkReader } from './network-data';
import { confusionData } from './show-confusion';
import { descentData } from './show-descent';
import { graphData } from './show-graph';
import { convnetReader } from './convnet-data';
import { saliencyData } from './saliency';
import { convolutionData, kernelData } from './show-convolution';
import { curvePoints } from './show-curve';
import { functionsData } from './show-functions';
import { linesData } from './show-lines';
import { imagesData } from './show-images';
import { latentData } from './show-latent';
import { matrixData } from './show-matrix';
import { seriesData } from './show-series';
import { probabilitiesData } from './show-probabilities';
import { tableOutput } from './show-table';
import { unrolledData } from './show-unrolled';
import { surfaceReader } from './surface-data';
import type { Show } from './types/show';

/** `show`: every argument is checked before anything appears, so that a mistake leaves no empty figure behind. */
export function createShow(host: Host): Show {
  return {
    descent(loss, options) {
      const data = descentData(host, loss, options);
      showFigure(host, figureSpec('descent', 'Ways down a loss', options), data);
      return data.then(() => {});
    },
    graph(compute, inputs, options = {}) {
      const data = graphData(compute, inputs);
      showFigure(host, figureSpec('graph', 'Computation graph', options), data);
      return data.then(() => {});
    },
    table(rows, options = {}) {
      host.output(tableOutput(rows, options.caption));
    },
    text(text) {
      const checked = checkLength('show.text: the text', text, LIMITS.characters);
      host.output({ kind: 'text', text: checked });
    },
    matrix(values, options = {}) {
      const spec = figureSpec('matrix', 'Matrix', options);
      showFigure(host, spec, matrixData(values, options));
    },
    confusion(actual, predicted, options = {}) {
      const spec = figureSpec('confusion', 'Confusion matrix', options);
      showFigure(host, spec, confusionData(actual, predicted, options.labels, options.examples));
    },
    lines(series, options = {}) {
      showFigure(host, figureSpec('lines', 'Lines', options), linesData(series, options));
    },
    images(images, options = {}) {
      showFigure(host, figureSpec('images', 'Images', options), imagesData(images, options));
    },
    convolution(image, kernel, options = {}) {
      const spec = figureSpec('convolution', 'Convolution', options);
      showFigure(host, spec, convolutionData(image, kernel, options));
    },
    kernel(picture, options = {}) {
      showFigure(
        host,
        figureSpec('kernel', 'A kernel to paint in', options),
        kernelData(picture, options),
      );
    },
    convnet(model, image, options = {}) {
      const read = convnetReader(model, image, options, 'show.convnet');
      showFigure(host, figureSpec('convnet', 'Convolutional network', options), read());
    },
    saliency(model, image, options = {}) {
      const spec = figureSpec('overlay', 'Where the answer comes from', options);
      showFigure(host, spec, saliencyData(model, image, options));
    },
    filters(layer, options = {}) {
      const read = filtersReader(layer, options, 'show.filters');
      showFigure(host, figureSpec('images', filtersTitle(layer), options), read());
    },
    featureMaps(model, image, options = {}) {
      const read = featureMapsReader(model, image, options, 'show.featureMaps');
      showFigure(host, figureSpec('images', 'Feature maps', options), read());
    },
    functions(functions, options = {}) {
      const spec = figureSpec('function', 'Functions and their slopes', options);
      showFigure(host, spec, functionsData(functions, options));
    },
    histograms(model, options) {
      const reader = histogramsReader(model, options ?? {}, 'show.histograms');
      showFigure(host, figureSpec('histograms', 'Layers', options), reader.read());
    },
    probabilities(logits, options = {}) {
      const spec = figureSpec('probabilities', 'Probabilities', options);
      showFigure(host, spec, probabilitiesData(logits, options));
    },
    network(model, options = {}) {
      const reader = networkReader(model, options, 'show.network');
      const spec = figureSpec('network', 'Network', options);
      showFigure(host, { ...spec, caption: joined(spec.caption, reader.note) }, reader.read());
    },
    surface(model, options = {}) {
      const reader = surfaceReader(model, options, 'show.surface', false);
      showFigure(host, figureSpec('surface', 'Answers over the plane', options), reader.read());
    },
    latent(generator, options = {}) {
      const spec = figureSpec('latent', 'A walk through noise', options);
      showFigure(host, spec, latentData(generator, options));
    },
    curve(points, options = {}) {
      const series = curvePoints(points, options.marks);
      const figure = liveFigure(host, figureSpec('curve', 'Training', options, 'epoch'));
      figure.open();
      for (const { step, ...data } of series) figure.add(step, data);
    },
    series(lines, options = {}) {
      const spec = figureSpec('series', 'Series', options);
      showFigure(host, spec, seriesData(lines, options));
    },
    unrolled(model, sequence, options = {}) {
      const spec = figureSpec('unrolled', 'Unrolled', options);
      showFigure(host, spec, unrolledData(model, sequence, options));
    },
  };
}
