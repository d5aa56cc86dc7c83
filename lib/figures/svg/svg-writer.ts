/** A path to be painted. `place`, `fill` and `stroke` are attributes, each led by a space; empty for none. */
type Painted = { path: string; place: string; clip: string; fill: string; stroke: string };

const NOTHING: Painted = { path: '', place: '', clip: '', fill: '', stroke: '' };

export const transformed = (transform: string) =>
  transform === '' ? '' : ` transform="${transform}"`;

/** Elements in their order. Paths that follow each other and look the same become one. */
export class SvgWriter {
  readonly #body: string[] = [];
  readonly #defs: string[] = [];
  #open = NOTHING;
  /** What the group that is open is cut to. A group, because a cut is in the units of the element that has it. */
  #group = '';

  markup(): string {
    this.#flush();
    this.#cutTo('');
    const defs = this.#defs.length === 0 ? '' : `<defs>${this.#defs.join('')}</defs>`;
    return defs + this.#body.join('');
  }

  /** @returns the id of the path as a place to cut to, within the one of `outer` */
  clip(path: string, transform: string, outer: string): string {
    const id = `c${this.#defs.length}`;
    const within = outer === '' ? '' : ` clip-path="url(#${outer})"`;
    const shape = `<path${transformed(transform)} d="${path}"/>`;
    this.#defs.push(`<clipPath id="${id}"${within}>${shape}</clipPath>`);
    return id;
  }

  path(next: Painted): void {
    if (next.path === '') return;
    const joined = join(this.#open, next);
    if (joined === null) this.#flush();
    this.#open = joined ?? next;
  }

  element(element: string, clip: string): void {
    this.#flush();
    this.#cutTo(clip);
    this.#body.push(element);
  }

  #flush(): void {
    const { path, place, clip, fill, stroke } = this.#open;
    this.#open = NOTHING;
    if (path === '') return;
    this.#cutTo(clip);
    this.#body.push(`<path${place}${fill === '' ? ' fill="none"' : fill}${stroke} d="${path}"/>`);
  }

  #cutTo(clip: string): void {
    if (clip === this.#group) return;
    if (this.#group !== '') this.#body.push('</g>');
    if (clip !== '') this.#body.push(`<g clip-path="url(#${clip})">`);
    this.#group = clip;
  }
}

/** Two as one, where that looks the same; null where it does not. */
function join(last: Painted, next: Painted): Painted | null {
  if (last.place !== next.place || last.clip !== next.clip) return null;
  const outlined = last.path === next.path && last.stroke === '' && next.fill === '';
  if (outlined) return { ...last, stroke: next.stroke };
  // Fills that overlap may cancel each other out, and lines that are not opaque add up where they cross.
  const lines = last.fill === '' && next.fill === '' && last.stroke === next.stroke;
  return lines && isOpaque(next.stroke) ? { ...last, path: last.path + next.path } : null;
}

const isOpaque = (stroke: string) => /^ stroke="#(?:[0-9a-f]{3}|[0-9a-f]{6})"/i.test(stroke);
