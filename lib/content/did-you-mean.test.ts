import { expect, it } from 'vitest';
import { didYouMean, nearest } from './did-you-mean';

const KNOWN = ['id', 'title', 'points', 'difficulty', 'kind', 'x', 'y', 'xLabel', 'hidden-tests'];

it.each([
  ['titel', 'title'],
  ['Title', 'title'],
  ['point', 'points'],
  ['dificulty', 'difficulty'],
  ['knid', 'kind'],
  ['xlabel', 'xLabel'],
  ['hidden_tests', 'hidden-tests'],
])('takes %s for %s', (word, meant) => {
  expect(nearest(word, KNOWN)).toBe(meant);
});

it.each(['author', 'z', 'ip', 'kilo', ''])('takes %s for none of them', (word) => {
  expect(nearest(word, KNOWN)).toBeNull();
});

it('asks, or says nothing', () => {
  expect(didYouMean('titel', KNOWN)).toBe(' Did you mean "title"?');
  expect(didYouMean('author', KNOWN)).toBe('');
});
