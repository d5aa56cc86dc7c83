import fc from 'fast-check';
import type { CellId } from '@/lib/protocol';

export const IDS = ['a', 'b', 'c', 'd', 'e', 'f'];
export const MORE = ['g', 'h'];

/** Numbers in code, and those that controls are moved to. */
export const digit = fc.integer({ min: 1, max: 9 });
/** `va` and `vc` are things at first, `vb` a control; what the rest is changes. */
const thing = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('va', 'va', 'vc') },
  { weight: 1, arbitrary: fc.constantFrom('vb', 'vd', 've', 'vf', 'vg') },
);
const name = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('va', 'vb', 'vc') },
  { weight: 2, arbitrary: fc.constantFrom('vd', 've', 'vf', 'vg', 'vh') },
);

/** The code of the cell `id`, of which `x` and `y` are names that other cells may declare. */
export type Template = (id: CellId, x: string, y: string, k: number) => string;

const THING: Template = (id, _x, _y, k) => `const v${id} = thing(${k});`;
const SLIDER: Template = (id, _x, _y, k) => `const v${id} = input.slider('R', ${k});`;
const MIXTURE: Template = (id, x) =>
  `const v${id} = thing(num(${x}) + num(vb)); show(num(v${id}));`;

const MAKERS: Template[] = [
  THING,
  SLIDER,
  MIXTURE,
  (id, _x, _y, k) => `const v${id} = input.slider('R', ${k}); show(v${id}); await 0; show(v${id});`,
];

const READERS: Template[] = [
  (id, x, _y, k) => `const v${id} = num(${x}) + ${k}; show(v${id});`,
  (id, x, y) => `const v${id} = num(${x}) * num(${y}); show(v${id});`,
  (_id, x) => `show(num(${x}));`,
  (_id, x, _y, k) => `show(num(${x}) + input.slider('U', ${k}));`,
  (id, x, y) => `const v${id} = num(${x}); await 0; show(v${id} + num(${x}) + num(${y}));`,
  (_id, x, _y, k) => `if (num(${x}) > 2 * ${k}) fail(); show(num(${x}));`,
];

const TRAINERS: Template[] = [
  (_id, x, _y, k) => `${x}.fit(${k});`,
  (id, x, _y, k) => `const v${id} = ${k}; ${x}.fit(${k}); show(num(${x}));`,
  (id, x, y) => `${x}.fit(num(${y})); await 0; ${x}.fit(num(${y})); const v${id} = num(${x});`,
  (_id, x, y, k) => `${x}.fit(${k}); ${y}.fit(1); show(num(${x}) + num(${y}));`,
  (_id, x, y, k) => `if (num(${y}) > ${k}) ${x}.fit(${k}); show(num(${x}));`,
];

export const BROKEN: Template[] = [
  (id) => `const v${id} = ;`,
  (_id, x, _y, k) => `const ${x} = ${k};`,
  () => ``,
];

/** What the code does not show: an object within another, a function that sees one, a change by a function. */
export const HIDDEN: Template[] = [
  (id, x) => `const v${id} = { inner: ${x} };`,
  (id, x) => `const v${id} = () => num(${x});`,
  (_id, x) => `poke(${x});`,
  (id, x, y) => `poke(${x}); const v${id} = num(${y}); show(v${id});`,
];

/** Code that shows what it reads and changes. */
export const PLAIN = [...MAKERS, ...READERS, ...READERS, ...TRAINERS];

export type Code = { template: Template; x: string; y: string; k: number };

export const codeOf = (id: CellId, { template, x, y, k }: Code) => template(id, x, y, k);

export const code = (templates: Template[]): fc.Arbitrary<Code> =>
  fc.record({ template: fc.constantFrom(...templates), x: thing, y: name, k: digit });

const FIRST: Template[] = [THING, SLIDER, MIXTURE];

/** A lesson's first code, by cell; the first three cells make what the others read. */
export const lesson = (templates: Template[]) =>
  fc
    .tuple(...IDS.map((_, i) => code(i < FIRST.length ? [FIRST[i]!] : templates)))
    .map((codes) => Object.fromEntries(IDS.map((id, i) => [id, codeOf(id, codes[i]!)])));
