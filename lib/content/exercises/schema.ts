import { z } from 'zod';
import type { Form } from '../front-matter';
import { slug, text } from '../schema';

const seed = z
  .int('must be a whole number')
  .nonnegative('must not be negative')
  .max(2 ** 31 - 1, 'must be below 2147483648')
  .optional();

const seconds = z
  .int('must be a whole number of seconds')
  .min(1, 'must be at least 1')
  .max(120, 'must be at most 120; make the exercise smaller')
  .default(20);

const finite = z.number('must be a number');
const tolerance = finite.positive('must be above 0');

const range = z
  .tuple([finite, finite], 'must be two numbers, such as [0, 10]')
  .refine(([from, to]) => from < to, 'must go from the smaller to the larger number');

const common = {
  id: slug,
  title: text(80),
  points: z.int('must be a whole number').min(1, 'must be at least 1'),
  difficulty: z.enum(['easy', 'medium', 'hard'], 'must be easy, medium or hard'),
  concepts: z
    .array(text(60), 'must be a list such as [softmax, overflow]')
    .min(1, 'must name at least one concept'),
};

const FORMS = {
  code: z.strictObject({ ...common, kind: z.literal('code').default('code'), seed, seconds }),
  choice: z.strictObject({ ...common, kind: z.literal('choice') }),
  number: z.strictObject({
    ...common,
    kind: z.literal('number'),
    answer: finite,
    /** Absolute, in the answer's unit. */
    tolerance,
    unit: text(20).optional(),
  }),
  text: z.strictObject({ ...common, kind: z.literal('text') }),
};

const prediction = {
  ...common,
  kind: z.literal('prediction'),
  seed,
  seconds,
  tolerance: tolerance.optional(),
};

const PREDICTIONS = {
  number: z.strictObject({ ...prediction, commit: z.literal('number') }),
  curve: z.strictObject({
    ...prediction,
    commit: z.literal('curve'),
    x: range,
    y: range,
    xLabel: text(40),
    yLabel: text(40),
  }),
};

const WITHOUT_KIND = z.looseObject({
  kind: z.enum(
    ['code', 'choice', 'number', 'prediction', 'text'],
    'must be code, choice, number, prediction or text',
  ),
});
const WITHOUT_COMMIT = z.looseObject({
  commit: z.enum(['number', 'curve'], 'must be number or curve'),
});

type Schemas = typeof FORMS & {
  predictNumber: typeof PREDICTIONS.number;
  predictCurve: typeof PREDICTIONS.curve;
};

/** What stands between the two lines `---` of an exercise. */
export type ExerciseFrontMatter = { [K in keyof Schemas]: z.infer<Schemas[K]> }[keyof Schemas];

const EXAMPLES: Form<unknown>['examples'] = {
  id: 'stable-softmax',
  title: 'A softmax that does not overflow',
  points: '4',
  difficulty: 'medium',
  concepts: '[softmax, overflow]',
  answer: '0.25',
  tolerance: '0.005',
  commit: 'number',
  x: '[0, 10]',
  y: '[0, 1]',
  xLabel: 'epoch',
  yLabel: 'loss',
};

const form = (of: string, schema: object) =>
  ({ of, schema, examples: EXAMPLES }) as Form<ExerciseFrontMatter>;

/** What an exercise's front matter must be: that hangs on its `kind`, and on what a prediction commits to. */
export function formOf(data: unknown): Form<ExerciseFrontMatter> {
  const { kind = 'code', commit } = (data ?? {}) as { kind?: unknown; commit?: unknown };
  if (kind === 'prediction') {
    if (commit === 'curve') return form(' of a prediction of a curve', PREDICTIONS.curve);
    if (commit === 'number') return form(' of a prediction of a number', PREDICTIONS.number);
    return form('', WITHOUT_COMMIT);
  }
  const schema = FORMS[kind as keyof typeof FORMS];
  return schema ? form(` of an exercise of kind ${kind}`, schema) : form('', WITHOUT_KIND);
}
