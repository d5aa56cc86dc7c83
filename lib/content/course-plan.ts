/** One lesson as the course plans it. `outcome` completes "After it you can …". */
export type PlannedLesson = { number: number; slug: string; title: string; outcome: string };

const PLAN: readonly (readonly [slug: string, title: string, outcome: string])[] = [
  [
    'introduction',
    'Introduction',
    'say what deep learning is and is not, and train a first network in a minute',
  ],
  [
    'neural-networks',
    'Neural networks',
    'build, train and question a multilayer perceptron on real medical data',
  ],
  [
    'activation-functions',
    'Activation functions',
    'choose an activation, and find the units of a layer that are dead or saturated',
  ],
  [
    'training',
    'Training',
    'explain gradient descent step by step, and steer it with the right optimizer',
  ],
  [
    'convolutional-networks',
    'Convolutional networks',
    'say what each part of a convolutional network computes, and see what yours has learned',
  ],
  [
    'recurrent-networks',
    'Recurrent networks',
    'unroll a recurrent network through time, and say why its gradients fade',
  ],
  [
    'generative-adversarial-networks',
    'Generative adversarial networks',
    'train a generator against a discriminator, and recognise the ways in which that fails',
  ],
  [
    'attention-and-transformers',
    'Attention and transformers',
    'compute attention by hand, and train a tiny GPT on the page',
  ],
  [
    'applications',
    'Applications',
    'carry a model to a problem of your own, and weigh what its errors cost',
  ],
  ['challenges', 'Challenges', 'name the limits of deep learning, and measure them'],
];

/** The ten lessons of the course, in order. */
export const COURSE_PLAN: readonly PlannedLesson[] = PLAN.map(([slug, title, outcome], index) => ({
  number: index + 1,
  slug,
  title,
  outcome,
}));
