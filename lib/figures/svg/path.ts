import { list, px } from './number-text';

const TURN = 2 * Math.PI;

/** The path that a context has since `beginPath`, as SVG writes it. */
export class Path {
  #text = '';
  #hasPoint = false;

  get text(): string {
    return this.#text;
  }

  moveTo(x: number, y: number): void {
    this.#text += `M${list(x, y)}`;
    this.#hasPoint = true;
  }

  /** As a canvas does, a line from nowhere begins where it goes to. */
  lineTo(x: number, y: number): void {
    if (!this.#hasPoint) return this.moveTo(x, y);
    this.#text += `L${list(x, y)}`;
  }

  bezierCurveTo(...[ax, ay, bx, by, x, y]: [number, number, number, number, number, number]): void {
    if (!this.#hasPoint) this.moveTo(ax, ay);
    this.#text += `C${list(ax, ay, bx, by, x, y)}`;
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.#text += `M${list(x, y)}h${px(width)}v${px(height)}h${px(-width)}z`;
    this.#hasPoint = true;
  }

  closePath(): void {
    if (this.#hasPoint) this.#text += 'z';
  }

  /** SVG has no full circle, so that is two halves. */
  arc(x: number, y: number, radius: number, from: number, to: number, counter = false): void {
    const at = (angle: number) => [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    const sweep = sweepOf(from, to, counter);
    const [startX = x, startY = y] = at(from);
    this.lineTo(startX, startY);
    const flag = sweep > 0 ? 1 : 0;
    const parts = Math.abs(sweep) > 0.99 * TURN ? 2 : 1;
    const large = parts === 1 && Math.abs(sweep) > Math.PI ? 1 : 0;
    for (let part = 1; part <= parts; part++) {
      const [endX = x, endY = y] = at(from + (sweep * part) / parts);
      this.#text += `A${px(radius)} ${px(radius)} 0 ${large} ${flag} ${list(endX, endY)}`;
    }
  }
}

/** By how much an arc turns, in radians; negative against the clock. HTML, "Building paths", `ellipse`. */
function sweepOf(from: number, to: number, counter: boolean): number {
  const turn = to - from;
  if (counter ? -turn >= TURN : turn >= TURN) return counter ? -TURN : TURN;
  const rest = ((turn % TURN) + TURN) % TURN;
  return counter && rest > 0 ? rest - TURN : rest;
}
