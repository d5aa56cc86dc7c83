/** Kinds of exercises, as their front matter names them. */
export const KINDS = ['code', 'choice', 'number', 'prediction', 'text'];

/**
 * An exercise to write over: it is complete and passes its own tests.
 * @param {string} id
 * @param {string} kind one of `KINDS`
 */
export function exerciseSkeleton(id, kind) {
  const { fields, points, body } = SKELETONS[kind];
  const lines = [
    `id: ${id}`,
    `title: ${titleOf(id)}`,
    ...(kind === 'code' ? [] : [`kind: ${kind}`]),
    `points: ${points}`,
    'difficulty: easy',
    'concepts: [name what it trains]',
    ...fields,
  ];
  return `---\n${lines.join('\n')}\n---\n\n${body}`;
}

/** `stable-softmax` as "Stable softmax". */
export const titleOf = (slug) => slug.charAt(0).toUpperCase() + slug.slice(1).replaceAll('-', ' ');

const HINTS = `<Hint>
Say what to look at first.
</Hint>

<Hint>
Say the idea.
</Hint>

<Hint>
Say it nearly in code.
</Hint>
`;

const ANSWER = `<Answer>
Explain the answer. It is shown afterwards, or when a reader asks for it.
</Answer>
`;

const CODE = `Write \`triple(x)\`, which gives $3x$ for each number of a tensor.

\`\`\`ts starter
function triple(x: tf.Tensor): tf.Tensor {
  // Your code.
  return x;
}
\`\`\`

\`\`\`ts solution
function triple(x: tf.Tensor): tf.Tensor {
  return x.mul(3);
}
\`\`\`

\`\`\`ts tests
test('1 and 2 give 3 and 6', () =>
  expect(triple(tf.tensor([1, 2]))).toBeCloseToTensor([3, 6]));

test('A matrix stays a matrix', () =>
  expect(triple(tf.tensor([[1, 2, 3], [4, 5, 6]]))).toBeCloseToTensor([[3, 6, 9], [12, 15, 18]]));

mistake('You add 3 to each number: multiply instead.', async () => {
  const [value] = await triple(tf.tensor([10])).data();
  return Math.abs(value - 13) < 1e-3;
});

mistake('You take the third power: 2 gives 8 and should give 6.', async () => {
  const [value] = await triple(tf.tensor([10])).data();
  return Math.abs(value - 1000) < 1;
});
\`\`\`

\`\`\`ts hidden-tests
test('Numbers below zero are tripled too', () =>
  expect(triple(tf.tensor([-1.5]))).toBeCloseToTensor([-4.5]));

test('A thousand ones give a thousand threes', () =>
  expect(triple(tf.ones([1000]))).toBeCloseToTensor(tf.fill([1000], 3)));
\`\`\`

\`\`\`ts mistake
function triple(x: tf.Tensor): tf.Tensor {
  return x.add(3);
}
\`\`\`

\`\`\`ts mistake
function triple(x: tf.Tensor): tf.Tensor {
  return x.pow(3);
}
\`\`\`

${HINTS}`;

const SKELETONS = {
  code: { fields: [], points: 4, body: CODE },
  choice: {
    fields: [],
    points: 1,
    body: `Ask one question.

<Choice correct>The right answer</Choice>

<Choice because="Say what is wrong with it, to somebody who believed it.">A likely wrong answer</Choice>

<Choice because="Say what is wrong with this one.">Another one</Choice>

${HINTS}`,
  },
  number: {
    fields: ['answer: 0.25', 'tolerance: 0.005', 'unit: s'],
    points: 1,
    body: `Ask for one number, and say to how many digits.

${ANSWER}
<Wrong value="0.5" tolerance="0.005">Say what somebody did who comes to 0.5.</Wrong>

${HINTS}`,
  },
  prediction: {
    fields: ['commit: number', 'tolerance: 0.1'],
    points: 1,
    body: `Describe what will be run, and ask what number will come.

\`\`\`ts reveal
const losses = [1, 0.5, 0.25];
losses.at(-1);
\`\`\`

${ANSWER}
${HINTS}`,
  },
  text: {
    fields: [],
    points: 1,
    body: `Ask for an explanation in two or three sentences.

${ANSWER}
${HINTS}`,
  },
};
