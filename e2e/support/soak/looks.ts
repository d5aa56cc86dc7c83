import type { Page } from '@playwright/test';
import { sliderOn } from './clean-run';
import { shownOn, type Shown } from './page';

/** What a page showed at one moment. `settled`: nothing ran, and nothing waited. */
export type Look = {
  after: string;
  cells: readonly Shown[];
  slider: string | null;
  settled: boolean;
};

export async function lookAt(page: Page, after: string, settled: boolean): Promise<Look> {
  const before = await sliderOn(page);
  const cells = await shownOn(page);
  const slider = await sliderOn(page);
  // Where it moved or came in between, nothing is known of where it stood.
  const still = before === slider ? cells : cells.map((cell) => ({ ...cell, fresh: false }));
  return { after, cells: still, slider, settled };
}

/** Those of several looks that one clean run can be held against: of the code and the slider of the last. */
export function alike(looks: readonly Look[]): { looks: Look[]; slider: string | null } {
  const last = looks.at(-1);
  const same = looks.filter((look) => codesOf(look) === codesOf(last));
  const slider = same.findLast((look) => look.slider !== null)?.slider ?? null;
  // A slider that is not fresh is nothing that a fresh cell stands on.
  return { slider, looks: same.filter((look) => look.slider === null || look.slider === slider) };
}

const codesOf = (look: Look | undefined) =>
  JSON.stringify(look?.cells.map(({ id, code }) => [id, code]));

/** What the cells of a look that are fresh show; one that goes on may not have been painted yet. */
export const freshIn = ({ cells, settled }: Look): Pick<Shown, 'id' | 'text'>[] =>
  cells
    .filter(({ fresh, text }) => fresh && (settled || text !== ''))
    .map(({ id, text }) => ({ id, text }));
