import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { root } from '../setup/root.mjs';
import { readRecording } from './read-recording.mjs';

/**
 * Widths that pictures are drawn for, in CSS pixels: a cell's output in the text column, and on a phone that is 360 wide.
 */
const WIDTHS = { wide: 656, narrow: 328 };

/**
 * @param {typeof import('./tools')} tools
 * @param {{ document: string, recorded: string }} lesson
 * @param {(name: string, content: Uint8Array | string) => Promise<string>} write gives the address
 * @returns {Promise<import('@/lib/recorded/still').StillLesson | null>} null for a lesson without a recording
 */
export async function buildLesson(tools, lesson, write) {
  const found = readRecording(lesson);
  if (found === null || found.recording.format !== tools.RECORDING_FORMAT) return null;
  const { recording, numbersOf } = found;
  const parsed = tools.parseLesson(readFileSync(lesson.document, 'utf8'), lesson.document);
  const hashes = tools.lessonHashes(parsed.frontMatter.seed, parsed.cells);
  const cells = {};
  for (const [id, cell] of Object.entries(recording.cells)) {
    // What other code has shown stands beside no cell; a test says that it is to be recorded anew.
    if (hashes[id] !== cell.code) continue;
    cells[id] = await buildCell(tools, id, cell, numbersOf(id), write);
  }
  return { recorded: recording.recorded, cells };
}

async function buildCell(tools, id, cell, bytes, write) {
  const { figures } = tools.unpackShow({ tree: cell.show, arrays: cell.arrays, bytes });
  const stills = {};
  const histories = Object.values(figures).map(tools.asHistory);
  const shared = new Set(tools.sharedTimes(histories, false).flatMap((group) => group.figures));
  for (const history of histories) {
    const { id: figure } = history.figure;
    const still = await buildFigure(tools, `${id}-${figure}`, history, write);
    const time = shared.has(figure) ? 'shared' : history.frames.length > 1 ? 'own' : 'none';
    if (still !== null) stills[figure] = { ...still, time };
  }
  const any = Object.keys(stills).length > 0;
  const file = any ? await write(`${id}.bin`, tools.writeCellFile(cell, bytes)) : null;
  return { ms: cell.ms, device: cell.device, outputs: cell.show.outputs, figures: stills, file };
}

/** Draws a figure at its last frame, in both layouts and themes. */
export async function buildFigure(tools, name, history, write) {
  const { kind, title, caption } = history.figure;
  const at = history.frames.length - 1;
  if (at < 0) return null;
  const drawing = await tools.loadDrawing(kind);
  const sentence = drawing.describe(history, at);
  const pictures = {};
  for (const [layout, width] of Object.entries(WIDTHS)) {
    const picture = drawing.picture(history, at, width);
    const [light, dark] = await Promise.all(
      ['light', 'dark'].map((theme) => {
        const svg = tools.pictureSvg(picture, themeOf(tools, theme), sentence, deflateSync);
        return write(`${fileName(name)}-${layout}-${theme}.svg`, svg);
      }),
    );
    pictures[layout] = {
      light,
      dark,
      width: Math.ceil(picture.width),
      height: Math.ceil(picture.height),
    };
  }
  const settings = drawing.settings(history, at).length;
  return { kind, title, caption, sentence, settings, ...pictures };
}

const themeOf = ({ cssTheme }, theme) =>
  cssTheme(readFileSync(join(root, 'app/tokens.css'), 'utf8'), theme);

const fileName = (name) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
