import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../app/tokens.css', import.meta.url), 'utf8');

function block(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`);
  const body = css.slice(css.indexOf('{', start) + 1, css.indexOf('}', start));
  const entries = [...body.matchAll(/(--[\w-]+): ([^;]+);/g)];
  return new Map(entries.map((match) => [match[1]!, match[2]!]));
}

const light = block(':root');
const dark = block(":root[data-theme='dark']");
const withoutScript = block(':root:not([data-theme])');

/** Relative luminance of `#rrggbb`, by WCAG 2.2. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const c = parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high! + 0.05) / (low! + 0.05);
}

const CODE = ['ink', 'keyword', 'string', 'number', 'comment', 'function', 'type'].map(
  (role) => [`--code-${role}`, '--paper-sunk'] as const,
);
const PAIRS = [
  ['--ink', '--paper'],
  ['--ink-soft', '--paper'],
  ['--ink-soft', '--paper-sunk'],
  ['--ink-faint', '--paper'],
  ['--accent', '--paper'],
  ['--accent', '--accent-soft'],
  ['--ink', '--accent-soft'],
  ['--accent-ink', '--accent'],
  ['--state-error', '--paper'],
  ['--state-stale', '--paper'],
  ['--ink', '--error-soft'],
  ['--ink', '--notice-soft'],
  ...CODE,
] as const;

describe('tokens', () => {
  it('are the same dark ones with and without the script', () => {
    expect(dark.size).toBeGreaterThan(30);
    expect(withoutScript).toEqual(dark);
  });

  it('give every colour a dark value', () => {
    const colours = [...light].filter(([, value]) => value.startsWith('#')).map(([name]) => name);
    expect(colours.filter((name) => !dark.has(name))).toEqual([]);
  });

  it.each(PAIRS)('%s on %s has AA contrast in both themes', (ink, paper) => {
    expect(contrast(light.get(ink)!, light.get(paper)!)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(dark.get(ink)!, dark.get(paper)!)).toBeGreaterThanOrEqual(4.5);
  });
});
