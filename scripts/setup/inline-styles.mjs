import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prerenderedPages } from './prerendered-pages.mjs';
import { root } from './root.mjs';

/** As React writes a style sheet that it has to know again. */
const LINK =
  /<link rel="stylesheet" href="(\/_next\/static\/[^"?]+)[^"]*" data-precedence="[^"]*"\/>/g;

/** A sheet that only a page which was not found would use; a browser warns of one that is fetched and not used. */
const AHEAD = /<link rel="preload" href="(\/_next\/static\/[^"?]+\.css[^"]*)" as="style"\/>/g;

/**
 * A page with its style sheets in it, so that its text shows with the first answer. The links stay behind as `disabled`:
 * nothing is fetched for such a link, and React and the loader of later parts find what they look for.
 * @param {string} html
 * @param {(address: string) => string} readSheet
 */
export function inlineStyles(html, readSheet) {
  const page = html.replace(AHEAD, (_, address) => disabled(address));
  return page.replace(LINK, (link, address) => {
    const sheet = readSheet(address);
    if (/<\/style/i.test(sheet))
      throw new Error(`${address} has an end tag of a style element in it.`);
    return `<style>${sheet}</style>${link.replace(/\/>$/, ' disabled=""/>')}`;
  });
}

const disabled = (address) =>
  `<link rel="stylesheet" href="${address}" data-precedence="next" disabled=""/>`;

/** Puts their style sheets into all prerendered pages; part of the build of the site. */
export function inlineStylesOfPages() {
  const sheets = new Map();
  const readSheet = (address) => {
    if (!sheets.has(address)) {
      const file = join(root, address.replace('/_next/', '.next/'));
      sheets.set(address, absolute(readFileSync(file, 'utf8').trim(), address));
    }
    return sheets.get(address);
  };
  for (const { file } of prerenderedPages()) {
    writeFileSync(file, inlineStyles(readFileSync(file, 'utf8'), readSheet));
  }
}

/** Addresses in a sheet are meant from where it is; those in a page, from where that is. */
export function absolute(sheet, address) {
  return sheet.replace(
    /url\((?!["']?(?:\/|data:|#))(["']?)([^"')]+)\1\)/g,
    (_, quote, relative) => {
      const { pathname } = new URL(relative, new URL(address, 'http://site'));
      return `url(${quote}${pathname}${quote})`;
    },
  );
}
