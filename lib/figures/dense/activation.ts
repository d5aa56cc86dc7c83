import { ACTIVATIONS, type ActivationName } from '@/lib/protocol';

/** What a unit does with its sum, and how that is written. */
export type Activation = {
  /** Of one sum; a softmax, which needs those of its neighbours, gives the sum itself. */
  of(sum: number): number;
  /** TeX of its name, to be followed by the sum in brackets; empty for the identity. */
  tex: string;
  /** The middle of its values and how far they go to either side; null where they have no end. */
  range: { middle: number; reach: number } | null;
};

const op = (name: string) => `\\operatorname{${name}}`;
const UNIT = { middle: 0.5, reach: 0.5 };
const SIGNED = { middle: 0, reach: 1 };
/** Of SELU (G. Klambauer and others, "Self-normalizing neural networks", 2017). */
const [SELU_SCALE, SELU_ALPHA] = [1.0507009873554805, 1.6732632423543772];

const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
const softplus = (z: number) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
const elu = (z: number) => (z > 0 ? z : Math.expm1(z));

const KNOWN: Readonly<Record<ActivationName, Activation>> = {
  linear: { of: (z) => z, tex: '', range: null },
  relu: { of: (z) => Math.max(0, z), tex: op('ReLU'), range: null },
  relu6: { of: (z) => Math.min(6, Math.max(0, z)), tex: op('ReLU6'), range: null },
  elu: { of: elu, tex: op('ELU'), range: null },
  selu: {
    of: (z) => SELU_SCALE * (z > 0 ? z : SELU_ALPHA * Math.expm1(z)),
    tex: op('SELU'),
    range: null,
  },
  sigmoid: { of: sigmoid, tex: '\\sigma', range: UNIT },
  hardSigmoid: {
    of: (z) => Math.min(1, Math.max(0, 0.2 * z + 0.5)),
    tex: op('hardsigmoid'),
    range: UNIT,
  },
  softmax: { of: (z) => z, tex: op('softmax'), range: UNIT },
  softplus: { of: softplus, tex: op('softplus'), range: null },
  softsign: { of: (z) => z / (1 + Math.abs(z)), tex: op('softsign'), range: SIGNED },
  tanh: { of: Math.tanh, tex: '\\tanh', range: SIGNED },
  swish: { of: (z) => z * sigmoid(z), tex: op('swish'), range: null },
  mish: { of: (z) => z * Math.tanh(softplus(z)), tex: op('mish'), range: null },
};

export function isActivation(name: string): name is ActivationName {
  return (ACTIVATIONS as readonly string[]).includes(name);
}

/** An activation that is not known counts as the identity; whoever sends a frame sees to it that none comes. */
export function activationOf(name: string): Activation {
  return KNOWN[isActivation(name) ? name : 'linear'];
}
