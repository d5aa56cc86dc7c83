import { inflateSync, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { drawingOf } from '../drawing';
import { matrix } from '../matrix';
import { historyOf } from '../testing/history';
import { LIGHT } from '../testing/themes';
import { list, px } from './number-text';
import { pictureSvg } from './picture-svg';
import { pngOf } from './png';
import { SvgContext } from './svg-context';

function draw(work: (context: SvgContext) => void): string {
  const context = new SvgContext(() => 'data:image/png;base64,AA');
  work(context);
  return context.markup();
}

it('writes numbers to a hundredth, in few characters', () => {
  expect([0, 0.5, -0.25, 12.345, 3.0001, -0.001].map(px)).toEqual([
    ...['0', '.5', '-.25', '12.35', '3', '0'],
  ]);
  expect(list(1, -2, 0.5)).toBe('1-2 .5');
});

describe('paths', () => {
  it('are lines, curves and rectangles', () => {
    const markup = draw((context) => {
      context.strokeStyle = '#112233';
      context.lineWidth = 2;
      context.beginPath();
      context.moveTo(0, 0);
      context.lineTo(4, 5);
      context.bezierCurveTo(1, 2, 3, 4, 5, 6);
      context.closePath();
      context.stroke();
      context.fillStyle = '#445566';
      context.fillRect(1, 2, 3, 4);
    });
    expect(markup).toBe(
      '<path fill="none" stroke="#112233" stroke-width="2" d="M0 0L4 5C1 2 3 4 5 6z"/>' +
        '<path fill="#445566" d="M1 2h3v4h-3z"/>',
    );
  });

  it('are full circles in two halves, and arcs the way that a canvas turns', () => {
    const arc = (from: number, to: number, counter?: boolean) =>
      draw((context) => {
        context.beginPath();
        context.arc(10, 10, 4, from, to, counter);
        context.fill();
      });
    expect(arc(0, 2 * Math.PI)).toContain('d="M14 10A4 4 0 0 1 6 10A4 4 0 0 1 14 10"');
    // A quarter, down from the right; against the clock the other three quarters.
    expect(arc(0, Math.PI / 2)).toContain('d="M14 10A4 4 0 0 1 10 14"');
    expect(arc(0, Math.PI / 2, true)).toContain('d="M14 10A4 4 0 1 0 10 14"');
  });

  it('join where they look the same, and only where that changes nothing', () => {
    const lines = (color: string) =>
      draw((context) => {
        context.strokeStyle = color;
        for (const y of [1, 2]) {
          context.beginPath();
          context.moveTo(0, y);
          context.lineTo(9, y);
          context.stroke();
        }
      });
    expect(lines('#000000').match(/<path/g)).toHaveLength(1);
    expect(lines('#00000080').match(/<path/g)).toHaveLength(2);
    const dot = draw((context) => {
      context.beginPath();
      context.rect(0, 0, 1, 1);
      context.fill();
      context.stroke();
    });
    expect(dot).toBe('<path fill="#000000" stroke="#000000" d="M0 0h1v1h-1z"/>');
    const fills = draw((context) => {
      context.fillRect(0, 0, 2, 2);
      context.fillRect(1, 1, 2, 2);
    });
    expect(fills.match(/<path/g)).toHaveLength(2);
  });
});

it('keeps transforms and cuts with save and restore, a cut in the place where it was made', () => {
  const markup = draw((context) => {
    context.save();
    context.translate(5, 6);
    context.beginPath();
    context.rect(0, 0, 10, 10);
    context.clip();
    context.rotate(Math.PI / 2);
    context.fillRect(1, 1, 1, 1);
    context.restore();
    context.fillRect(2, 2, 1, 1);
  });
  expect(markup).toBe(
    '<defs><clipPath id="c0"><path transform="translate(5 6)" d="M0 0h10v10h-10z"/></clipPath></defs>' +
      '<g clip-path="url(#c0)"><path transform="translate(5 6)rotate(90)" fill="#000000" d="M1 1h1v1h-1z"/></g>' +
      '<path fill="#000000" d="M2 2h1v1h-1z"/>',
  );
});

it('places text by its base line, and escapes it', () => {
  const markup = draw((context) => {
    context.font = '600 10px sans-serif';
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillText('a < b & \u0007"c"', 50, 20);
  });
  expect(markup).toBe(
    '<text x="50" y="23.6" font-size="10" font-weight="600" text-anchor="middle" fill="#000000">a &lt; b &amp; &quot;c&quot;</text>',
  );
});

it('writes pixels as a PNG whose check sums are right', () => {
  const rgba = Uint8ClampedArray.from([255, 0, 0, 255, 0, 0, 255, 128]);
  const png = pngOf({ width: 2, height: 1, rgba }, (bytes) => deflateSync(bytes));
  expect([...png.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
  // The end of every PNG, as published: its length, its name and its CRC.
  expect([...png.subarray(-12)]).toEqual([0, 0, 0, 0, 73, 69, 78, 68, 0xae, 0x42, 0x60, 0x82]);
  const length = new DataView(png.buffer).getUint32(33);
  expect([...inflateSync(png.subarray(41, 41 + length))]).toEqual([0, ...rgba]);
});

it('draws a figure as a file of its own, with its description', () => {
  const history = historyOf('matrix', [
    [
      1,
      {
        ...{ rows: 1, columns: 2, values: Float32Array.of(1, -1), scale: 'diverging' },
        ...{ rowLabels: ['<a>'], columnLabels: ['b', 'c'] },
      },
    ],
  ]);
  const picture = drawingOf(matrix).picture(history, 0, 400);
  const svg = pictureSvg(picture, LIGHT, 'It says <this>.', (bytes) => deflateSync(bytes));
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="\d+" height="[\d.]+"/);
  expect(svg).toContain('<title>It says &lt;this&gt;.</title>');
  expect(svg).toContain('>&lt;a&gt;</text>');
  expect(svg).toContain(LIGHT.negative);
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
});
