import { rules } from './rule';
import { dimensions } from './shape-text';

const IMAGES: Record<string, string> = {
  3: 'sequences of shape [examples, steps, channels]',
  4: 'images of shape [examples, height, width, channels]',
};

function windowRank(operation: string, part: string, wanted: string, got: string): string {
  return part === 'filter'
    ? `The filter of \`${operation}\` has ${dimensions(wanted)}, its window, then the channels in and out, and it was given ${got}: reshape it.`
    : `\`${operation}\` takes ${IMAGES[wanted] ?? dimensions(wanted)}, and was given ${dimensions(got)}: add what is missing with \`.reshape([…])\` or \`.expandDims(axis)\`, a grey image having 1 channel.`;
}

function windowDepth(operation: string, input: string, filter: string): string {
  return `The input of \`${operation}\` has ${input} channels, and the filter is made for ${filter}: give the filter ${input} as its second-last size, or the input ${filter} as its last.`;
}

/** Failures of convolution and pooling as operations: which one, which shapes, and what to try. */
export const WINDOW_RULES = rules([
  [
    /^Error in (\w+): (input|x|filter|image|images) must be rank (\d)(?: or \d)?,? but got rank (\d+)/,
    windowRank,
  ],
  [
    /^Error in (\w+): depth of input \((\d+)\) must match input depth for filter (\d+)/,
    windowDepth,
  ],
  [
    /^Error in (\w+): number of input channels \((\d+)\) must match the inChannels dimension in filter (\d+)/,
    windowDepth,
  ],
  [
    /^Error in (\w+): Either strides or dilations must be 1\. Got strides (\S+) and dilations '(\S+)'/i,
    (operation, strides, dilations) =>
      `\`${operation}\` can leave out places by strides or by dilations, not by both, and was given ${strides} and ${dilations}: set one of them to 1.`,
  ],
  [
    /^Unknown padding parameter: (.+)/,
    (pad) => `There is no padding called “${pad}”: it is 'valid', 'same' or a number.`,
  ],
]);
