import { isSeed, isSlug } from '@/lib/protocol';
import { ImportError } from './import-error';
import { IMPORT_LIMITS, type ImportedNotebook } from './imported-notebook';
import { importWarnings, nothingLeftOut } from './import-warnings';
import { LAYERWISE_VERSION } from './nbformat';
import { readCells } from './read-cells';
import { fieldsOf, type Fields } from './read-fields';

/**
 * Reads a notebook file (`.ipynb`, nbformat 4): one of ours by its marks, any other as far as it goes. The text is
 * untrusted; the result is new objects of known fields, texts within `IMPORT_LIMITS`. Throws `ImportError`.
 */
export function fromNotebook(text: string): ImportedNotebook {
  const file = fieldsOf(parsed(text));
  if (file === null || !Array.isArray(file.cells)) refuse(file);
  checkFormat(file);
  const list = file.cells as unknown[];
  if (list.length > IMPORT_LIMITS.cells) {
    throw new ImportError(
      `This notebook has ${list.length.toLocaleString('en')} cells; at most ${IMPORT_LIMITS.cells} can be imported. Split it in Jupyter first.`,
    );
  }
  const metadata = fieldsOf(file.metadata) ?? {};
  const mark = fieldsOf(metadata.layerwise);
  if (mark !== null) checkVersion(mark);
  const out = nothingLeftOut();
  const cells = readCells(list, { ours: mark !== null, language: languageOf(metadata) }, out);
  return {
    ours: mark !== null,
    lesson: mark !== null && isSlug(mark.lesson) ? mark.lesson : null,
    title: titleOf(mark?.title ?? metadata.title),
    seed: mark !== null && isSeed(mark.seed) ? mark.seed : null,
    cells,
    warnings: importWarnings(out),
  };
}

function parsed(text: string): unknown {
  if (text.length > IMPORT_LIMITS.characters) {
    throw new ImportError(
      'This file is larger than 50 MB. In Jupyter, clear its outputs, save it, then import it again.',
    );
  }
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new ImportError(
      'This file is not a notebook: it is not JSON, or it was cut off. Choose a file that ends in .ipynb.',
    );
  }
}

function refuse(file: Fields | null): never {
  if (file !== null && Array.isArray(file.worksheets)) throw outdated();
  throw new ImportError(
    'This file is not a notebook: it has no list of cells. Choose a file that ends in .ipynb.',
  );
}

function checkFormat({ nbformat }: Fields): void {
  if (nbformat === 4) return;
  if (typeof nbformat === 'number' && nbformat < 4) throw outdated();
  if (typeof nbformat === 'number') {
    throw new ImportError(
      `This notebook has format ${nbformat}, which is newer than this page can read (4). Save it from Jupyter as format 4.`,
    );
  }
  throw new ImportError(
    'This file is not a notebook: it does not say its format (nbformat). Choose a file that ends in .ipynb.',
  );
}

function outdated(): ImportError {
  return new ImportError(
    'This notebook has a format older than 4. Open and save it in Jupyter, then import it again.',
  );
}

function checkVersion({ version }: Fields): void {
  if (typeof version === 'number' && version > LAYERWISE_VERSION) {
    throw new ImportError(
      'This file was saved by a newer version of the course. Reload the page, then import it again.',
    );
  }
}

/** In lower case; null where the file does not say. */
function languageOf(metadata: Fields): string | null {
  const places = [fieldsOf(metadata.kernelspec)?.language, fieldsOf(metadata.language_info)?.name];
  const language = places.find((value) => typeof value === 'string' && value !== '');
  return typeof language === 'string' ? language.toLowerCase() : null;
}

function titleOf(value: unknown): string | null {
  if (typeof value !== 'string' || value.trim() === '') return null;
  return value.trim().slice(0, IMPORT_LIMITS.title);
}
