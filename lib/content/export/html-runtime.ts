import { escapeHtml } from '@/lib/export/escape-html';

/** Finished markup. */
export class Html {
  constructor(readonly text: string) {}
}

/** The place of a cell in the text, which is not part of it. */
export class CellPlace {
  constructor(
    readonly id: string,
    readonly highlighted: string,
  ) {}
}

export type Piece = Html | CellPlace;
type Props = Readonly<Record<string, unknown>>;
type Component = (props: Props) => unknown;

const VOID = ['br', 'hr', 'img', 'input', 'wbr'];
const NAMES: Readonly<Record<string, string>> = { className: 'class', htmlFor: 'for' };

export const Fragment = Symbol('fragment');

/** What MDX calls for each element, made to write HTML: no React, so that a route may use it as well as a test. */
export function jsx(type: unknown, props: Props): Piece | Piece[] {
  if (type === Fragment) return pieces(props.children);
  if (typeof type === 'function') return pieces((type as Component)(props));
  const name = String(type);
  const open = `<${name}${attributes(props)}>`;
  return new Html(VOID.includes(name) ? open : `${open}${html(props.children)}</${name}>`);
}

/** Children of any kind as pieces; text is escaped. */
export function pieces(children: unknown): Piece[] {
  if (children instanceof Html || children instanceof CellPlace) return [children];
  if (Array.isArray(children)) return children.flatMap(pieces);
  if (typeof children === 'string' || typeof children === 'number') {
    return [new Html(escapeHtml(String(children)))];
  }
  return [];
}

/**
 * @throws {Error} when a cell is among the children: it stands in the text, and in nothing else.
 */
export function html(children: unknown): string {
  return pieces(children).map(text).join('');
}

function text(piece: Piece): string {
  if (piece instanceof CellPlace) throw new Error(`Cell "${piece.id}" is inside something.`);
  return piece.text;
}

function attributes(props: Props): string {
  return Object.entries(props)
    .map(([name, value]) => (name === 'children' ? '' : attribute(NAMES[name] ?? name, value)))
    .join('');
}

function attribute(name: string, value: unknown): string {
  if (value === null || value === undefined || value === false) return '';
  if (value === true) return ` ${name}`;
  const content = typeof value === 'object' ? styleText(value) : String(value);
  return ` ${name}="${escapeHtml(content)}"`;
}

/** `{ textAlign: 'right' }` as `text-align: right`. */
function styleText(style: object): string {
  return Object.entries(style)
    .map(([name, value]) => `${name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}: ${value}`)
    .join('; ');
}
