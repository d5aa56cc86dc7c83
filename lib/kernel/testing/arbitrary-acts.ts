import fc from 'fast-check';
import type { CellId } from '@/lib/protocol';
import { IDS, MORE, code, codeOf, digit, type Code, type Template } from './arbitrary-code';
import type { TinyWorld } from './tiny-world';

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

/** What a person does, and what the worker does meanwhile; edits bring code of these templates. */
export const things = (templates: Template[]) =>
  fc.array(acts(templates), { minLength: 5, maxLength: 60, size: 'max' });
