import { expect, it } from 'vitest';
import { nearName } from './near-name';

const NAMES = ['sequential', 'Sequential', 'add', 'addN', 'tensor1d', 'tensor2d', 'matMul'];

it.each([
  ['sequental', 'sequential'],
  ['seqeuntial', 'sequential'],
  ['Sequental', 'Sequential'],
  ['secuentail', 'sequential'],
  ['matmul', 'matMul'],
  ['tensor', 'tensor1d'],
  ['ad', 'add'],
  ['addn', 'addN'],
])('%s is near %s', (name, near) => {
  expect(nearName(name, NAMES)).toBe(near);
});

it.each(['nosuch', 'dda', 'matrixMultiply', 'a'])('%s is near none', (name) => {
  expect(nearName(name, NAMES)).toBeNull();
});
