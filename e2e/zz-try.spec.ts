import { test } from '@playwright/test';
import { MODES, cell, openLesson, outputOf, replaceCode, runCell } from './support/lesson';
for (const mode of MODES) test(`try ${mode}`, async ({ page, baseURL }) => {
  await openLesson(page, { mode, baseURL });
  await replaceCode(page, 'load', `const wasm: any = (tf.backend() as any);
const found: string[] = [];
const seen = new Set<any>();
function walk(o: any, path: string, depth: number) {
  if (o === null || (typeof o !== 'object' && typeof o !== 'function') || seen.has(o) || depth > 5 || ArrayBuffer.isView(o) || Array.isArray(o) && o.length > 200 || o === self) return;
  seen.add(o);
  const tag = Object.prototype.toString.call(o);
  if (/Worker/.test(tag)) found.push(path + ' ' + tag + ' ' + o.constructor?.name);
  for (const k of Object.getOwnPropertyNames(o).slice(0, 3000)) { let v; try { v = o[k]; } catch { continue; } walk(v, path + '.' + k, depth + 1); }
}
walk(wasm.wasm?.PThread, 'PThread', 0); 
show.text(tf.getBackend() + ' ' + crossOriginIsolated + ' threads ' + (wasm.wasm?.PThread ? 'PThread' : 'none'));
show.text(Object.keys(wasm.wasm ?? {}).join(' '));
show.text(found.join('; '));
const names: string[] = [];
for (let o: any = self; o; o = Object.getPrototypeOf(o)) names.push(...Object.getOwnPropertyNames(o));
show.text(names.filter((n) => typeof (self as any)[n] === 'function' || !/^[A-Z]/.test(n)).join(' '));
const nav: string[] = [];
for (let o: any = navigator; o; o = Object.getPrototypeOf(o)) nav.push(...Object.getOwnPropertyNames(o));
show.text(nav.join(' '));
`.trimEnd());
  await runCell(cell(page, 'load'), {state: 'done'});
  console.log(await outputOf(cell(page, 'load')).innerText());
});
