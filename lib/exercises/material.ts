import type { Material } from './exercise';

const PARTS = ['setup', 'tests', 'solution', 'reveal'] as const;

/** By lesson; what could not be fetched is asked for again. */
const fetched = new Map<string, Promise<Record<string, unknown>>>();

/**
 * What is needed of an exercise beside what the page has.
 *
 * @throws {Error} with a sentence for the reader when it can't be had.
 */
export async function loadMaterial(slug: string, id: string): Promise<Material> {
  let all = fetched.get(slug);
  if (all === undefined) {
    all = fetchAll(slug);
    fetched.set(slug, all);
    all.catch(() => fetched.delete(slug));
  }
  const material = (await all)[id];
  if (!isMaterial(material)) throw new Error(CHANGED);
  return material;
}

const MISSING =
  'The tests of this exercise could not be loaded. Check the connection, then try again.';
const CHANGED = 'The course has changed since this page was opened. Reload it; your code is kept.';

async function fetchAll(slug: string): Promise<Record<string, unknown>> {
  const response = await fetch(`/learn/${slug}/exercises.json`).catch(() => null);
  if (!response?.ok) throw new Error(MISSING);
  const all: unknown = await response.json().catch(() => null);
  if (typeof all !== 'object' || all === null) throw new Error(MISSING);
  return all as Record<string, unknown>;
}

function isMaterial(value: unknown): value is Material {
  if (typeof value !== 'object' || value === null) return false;
  return PARTS.every((part) => typeof (value as Record<string, unknown>)[part] === 'string');
}
