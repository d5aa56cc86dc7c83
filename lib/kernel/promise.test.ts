import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellId, Output } from '@/lib/protocol';
import { valueIn } from './positions';
import { things } from './testing/arbitrary-acts';
import { BROKEN, HIDDEN, PLAIN, lesson } from './testing/arbitrary-code';
import { cleanRun } from './testing/clean-run';
import { TinyWorld } from './testing/tiny-world';

/*
 * The promise that the kernel is built for: whatever a person does, in whatever order, every cell that is shown as done
 * shows what a clean run from the top gives.
 */

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

/** More by hand, where something seems wrong: `RUNS=5000 npx vitest run lib/kernel/promise`. */
const RUNS = Number(process.env['RUNS'] ?? 100);

const PATIENCE = Math.max(120_000, 500 * RUNS);

const changersHaveRun = (world: TinyWorld, id: CellId) =>
  world.snapshot.order.every((other) => {
    const { code, state } = world.cell(other);
    return other === id || state === 'done' || !/poke|fit/.test(code);
  });

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

  it('runs what wakes in the order of a clean run, which another cell may pull up', async () => {
    const world = await TinyWorld.open({
      g: 'const vg = num(vc) + 1;',
      a: 'const va = thing(1);',
      b: "const vb = input.slider('R', 1);",
      e: 'va.fit(1); show(num(va));',
      c: 'const vc = thing(num(va) + num(vb)); show(num(vc));',
    });
    world.kernel.setAutomatic('e', true);
    world.kernel.runAll();
    world.drain();
    world.kernel.setControl('b', 'R', 2);
    world.drain();
    expectPromiseKept(world);
    expect(world.cell('c').state).toBe('done');
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
