import { expect, it } from 'vitest';
import { siteOrigin } from './site-origin';

const at = (url: string) => new URL(`${url}/sandbox/frame.html`);

it('is the twin of a frame on 127.0.0.1, port and all', () => {
  expect(siteOrigin(at('http://127.0.0.1:3000'), false)).toBe('http://localhost:3000');
});

it('is the frame’s own server where the origin is opaque', () => {
  expect(siteOrigin(at('https://course.example'), true)).toBe('https://course.example');
});

it('is what was configured, before all', () => {
  const configured = 'https://course.example';
  expect(siteOrigin(at('https://sandbox.example'), false, configured)).toBe(configured);
  expect(siteOrigin(at('https://course.example'), true, configured)).toBe(configured);
});

it('is no page’s where nothing says whose', () => {
  expect(siteOrigin(at('https://sandbox.example'), false)).toBeNull();
});
