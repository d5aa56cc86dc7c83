import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellId, Output } from '@/lib/protocol';
import { valueIn } from './positions';
import { cleanRun } from './testing/clean-run';
import { TinyWorld } from './testing/tiny-world';

/*
 * The promise that the kernel is built for: whatever a person does, in whatever order, every cell that is shown as done
 * shows what a clean run from the top gives.
 */

const IDS = ['a', 'b', 'c', 'd', 'e', 'f'];
const MORE = ['g', 'h'];

const digit = fc.integer({ min: 1, max: 9 });
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
type Template = (id: CellId, x: string, y: string, k: number) => string;

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

const BROKEN: Template[] = [
  (id) => `const v${id} = ;`,
  (_id, x, _y, k) => `const ${x} = ${k};`,
  () => ``,
];

/** What the code does not show: an object within another, a function that sees one, a change by a function. */
const HIDDEN: Template[] = [
  (id, x) => `const v${id} = { inner: ${x} };`,
  (id, x) => `const v${id} = () => num(${x});`,
  (_id, x) => `poke(${x});`,
  (id, x, y) => `poke(${x}); const v${id} = num(${y}); show(v${id});`,
];

const PLAIN = [...MAKERS, ...READERS, ...READERS, ...TRAINERS];

type Code = { template: Template; x: string; y: string; k: number };

const codeOf = (id: CellId, { template, x, y, k }: Code) => template(id, x, y, k);

const code = (templates: Template[]): fc.Arbitrary<Code> =>
  fc.record({ template: fc.constantFrom(...templates), x: thing, y: name, k: digit });

type Act = (world: TinyWorld) => void;

/** An act, with words for a failing example. */
const act = (words: string, does: Act) => Object.assign(does, { toString: () => words });

const cell = fc.constantFrom(...IDS, ...MORE);
const isThere = (world: TinyWorld, id: CellId) => world.snapshot.cells[id] !== undefined;

const onCell = (words: string, does: (world: TinyWorld, id: CellId) => void) =>
  cell.map((id) => act(`${words} ${id}`, (world) => isThere(world, id) && does(world, id)));

const always = (words: string, does: Act) => fc.constant(act(words, does));

function acts(templates: Template[]): fc.Arbitrary<Act> {
  return fc.oneof(
    { weight: 20, arbitrary: always('finish', (world) => world.step('finish')) },
    { weight: 4, arbitrary: always('hear', (world) => world.step('hear')) },
    { weight: 4, arbitrary: always('obey', (world) => world.step('obey')) },
    { weight: 16, arbitrary: always('drain', (world) => world.drain()) },
    { weight: 10, arbitrary: onCell('run', ({ kernel }, id) => kernel.run(id)) },
    { weight: 3, arbitrary: onCell('run to', ({ kernel }, id) => kernel.runTo(id)) },
    { weight: 5, arbitrary: always('run all', ({ kernel }) => kernel.runAll()) },
    { weight: 4, arbitrary: always('run stale', ({ kernel }) => kernel.runStale()) },
    { weight: 2, arbitrary: always('stop', ({ kernel }) => kernel.stop()) },
    { weight: 1, arbitrary: always('time', ({ clock }) => clock.advance(600)) },
    { weight: 1, arbitrary: always('restart', ({ kernel }) => kernel.restart()) },
    { weight: 3, arbitrary: onCell('reset', ({ kernel }, id) => kernel.reset(id)) },
    { weight: 6, arbitrary: fc.tuple(cell, code(templates)).map(edits) },
    { weight: 10, arbitrary: digit.map((value) => moves(['b', 'R', value])) },
    { weight: 6, arbitrary: fc.tuple(cell, fc.constantFrom('R', 'U'), digit).map(moves) },
    { weight: 1, arbitrary: fc.tuple(cell, fc.nat(7)).map(reorders) },
    { weight: 1, arbitrary: fc.tuple(cell, fc.nat(7), code(templates)).map(inserts) },
    { weight: 1, arbitrary: onCell('remove', ({ kernel }, id) => kernel.remove(id)) },
    { weight: 1, arbitrary: fc.tuple(cell, fc.boolean()).map(chooses) },
  );
}

const edits = ([id, made]: [CellId, Code]) =>
  act(`edit ${id} ${codeOf(id, made)}`, (world) => {
    if (isThere(world, id)) world.kernel.edit(id, codeOf(id, made));
  });
const moves = ([id, key, value]: [CellId, string, number]) =>
  act(`move ${id} ${key} ${value}`, ({ kernel }) => kernel.setControl(id, key, value));
const reorders = ([id, to]: [CellId, number]) =>
  act(`reorder ${id} to ${to}`, ({ kernel }) => kernel.move(id, to));
const inserts = ([id, at, made]: [CellId, number, Code]) =>
  act(`insert ${id} at ${at} ${codeOf(id, made)}`, (world) => {
    const spec = { id, title: id, code: codeOf(id, made) };
    if (!isThere(world, id)) world.kernel.insert(spec, at);
  });
const chooses = ([id, automatic]: [CellId, boolean]) =>
  act(`automatic ${id} ${automatic}`, ({ kernel }) => kernel.setAutomatic(id, automatic));

/** What a person reads in the outputs: texts, and controls where they stand. */
const read = (outputs: readonly Output[], controls: Parameters<typeof valueIn>[1]) =>
  outputs.map((output) => {
    if (output.kind === 'text') return output.text;
    if (output.kind === 'control') return [output.control.key, valueIn(output.control, controls)];
    return output.kind;
  });

const pageOf = ({ snapshot }: TinyWorld) =>
  snapshot.order.map((id) => {
    const { code, controls } = snapshot.cells[id]!;
    return { id, code, controls };
  });

function expectPromiseKept(world: TinyWorld, isKnown: (id: CellId) => boolean = () => true) {
  const clean = cleanRun(pageOf(world));
  for (const id of world.snapshot.order) {
    const { state, outputs, controls } = world.cell(id);
    if (state !== 'done' || !isKnown(id)) continue;
    const should = clean.get(id);
    expect({ id, shows: read(outputs, controls) }).toEqual({
      id,
      shows: should === undefined ? 'nothing' : read(should, controls),
    });
  }
}

const things = (templates: Template[]) =>
  fc.array(acts(templates), { minLength: 5, maxLength: 60, size: 'max' });

/** More by hand, where something seems wrong: `RUNS=5000 npx vitest run lib/kernel/promise`. */
const RUNS = Number(process.env['RUNS'] ?? 100);

const PATIENCE = Math.max(120_000, 500 * RUNS);

const FIRST: Template[] = [THING, SLIDER, MIXTURE];

const changersHaveRun = (world: TinyWorld, id: CellId) =>
  world.snapshot.order.every((other) => {
    const { code, state } = world.cell(other);
    return other === id || state === 'done' || !/poke|fit/.test(code);
  });

const lesson = (templates: Template[]) =>
  fc
    .tuple(...IDS.map((_, i) => code(i < FIRST.length ? [FIRST[i]!] : templates)))
    .map((codes) => Object.fromEntries(IDS.map((id, i) => [id, codeOf(id, codes[i]!)])));

describe('the promise', () => {
  it(
    'holds after anything that a person can do',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          lesson(PLAIN),
          things([...PLAIN, ...PLAIN, ...BROKEN]),
          async (cells, all) => {
            const world = await TinyWorld.open(cells);
            world.kernel.runAll();
            for (const does of all) {
              does(world);
              expectPromiseKept(world);
            }
          },
        ),
        { numRuns: RUNS },
      );
    },
    PATIENCE,
  );

  it(
    'lets Run all bring back every cell, where none fails',
    async () => {
      await fc.assert(
        fc.asyncProperty(lesson(PLAIN), things(PLAIN), async (cells, all) => {
          const world = await TinyWorld.open(cells);
          for (const does of all) does(world);
          const clean = cleanRun(pageOf(world));
          fc.pre(clean.size === world.snapshot.order.length);
          world.drain();
          if (world.states.every((state) => state === 'done')) return;
          world.kernel.runAll();
          world.drain();
          expect(world.states).toEqual(world.states.map(() => 'done'));
        }),
        { numRuns: RUNS },
      );
    },
    PATIENCE,
  );

  it(
    'holds for changes that code does not show, once the runs that make them have told',
    async () => {
      const templates = [...PLAIN, ...HIDDEN, ...HIDDEN];
      await fc.assert(
        fc.asyncProperty(lesson(templates), things(templates), async (cells, all) => {
          const world = await TinyWorld.open(cells);
          for (const does of all) {
            does(world);
            expectPromiseKept(world, (id) => changersHaveRun(world, id));
          }
        }),
        { numRuns: RUNS },
      );
    },
    PATIENCE,
  );

  it(
    'lets Run all, pressed again where changes were found, bring back every cell',
    async () => {
      const templates = [...PLAIN, ...HIDDEN, ...HIDDEN];
      await fc.assert(
        fc.asyncProperty(lesson(templates), things(templates), async (cells, all) => {
          const world = await TinyWorld.open(cells);
          for (const does of all) does(world);
          const clean = cleanRun(pageOf(world));
          fc.pre(clean.size === world.snapshot.order.length);
          world.drain();
          for (let i = 0; i < 3 && world.states.some((state) => state !== 'done'); i++) {
            world.kernel.runAll();
            world.drain();
          }
          expect(world.states).toEqual(world.states.map(() => 'done'));
        }),
        { numRuns: RUNS },
      );
    },
    PATIENCE,
  );

  it('lets what can’t be run pull nothing before its place', async () => {
    const world = await TinyWorld.open({
      a: 'const va = thing(1);',
      c: 'show(num(va));',
      d: 'const vd = num(va) + num(vg);',
      f: 'const vf = 1; va.fit(1);',
    });
    world.kernel.insert({ id: 'g', title: 'g', code: 'const vg = num(vd) + num(vf);' }, 0);
    world.kernel.run('f');
    world.drain();
    world.kernel.run('c');
    world.drain();
    expect(world.cell('c').outputs).toEqual([{ kind: 'text', text: '1' }]);
    expectPromiseKept(world);
  });

  it('comes to rest when a cell is edited on the way', async () => {
    const world = await TinyWorld.open({
      a: 'const va = thing(1);',
      c: 'const vc = thing(num(va));',
      d: 'if (num(va) > 1) vc.fit(1);',
      e: 'const ve = { inner: vc };',
    });
    world.kernel.runAll();
    world.step('finish');
    world.kernel.edit('a', 'const va = thing(2);');
    world.drain();
    expect(world.states).toEqual(['stale', 'stale', 'stale', 'stale']);
    world.kernel.runAll();
    world.drain();
    expect(world.states).toEqual(['done', 'done', 'done', 'done']);
  });

  it('expects no change of a variable by a cell that comes before it is made', async () => {
    const world = await TinyWorld.open({
      a: 'const va = thing(1);',
      e: 'show(num(vf));',
      f: 'const vf = { inner: va };',
    });
    world.kernel.runAll();
    world.drain();
    world.kernel.insert({ id: 'h', title: 'h', code: 'va.fit(1);' }, 0);
    world.kernel.runAll();
    world.drain();
    world.kernel.runAll();
    world.drain();
    expect(world.states).toEqual(['done', 'done', 'done', 'done']);
    expectPromiseKept(world);
  });
});
