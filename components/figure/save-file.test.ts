import { expect, it } from 'vitest';
import { fileName } from './save-file';

it('makes a file name of any title', () => {
  expect(fileName(['The network: 8/64', 'epoch 40 of 100'], 'png')).toBe(
    'the-network-8-64-epoch-40-of-100.png',
  );
  expect(fileName(['../..'], 'csv')).toBe('figure.csv');
  expect(fileName(['Größe'], 'csv')).toBe('größe.csv');
});
