import { saveFile } from '@/components/figure/save-file';
import { exportFileName, toHtml, toNotebook, toTypeScript } from '@/lib/export';
import { type FileFormat, MEDIA_TYPES } from '@/lib/lesson/transfer/formats';
import type { Exported, TransferSource } from './transfer-source';

/** Offers the page's document as a file, and gives its name. Rejects with what the source throws. */
export async function saveDocument(source: TransferSource, format: FileFormat): Promise<string> {
  const made = await source.exported({ text: format !== 'ts' });
  const name = exportFileName(made.lesson, format);
  saveFile(new Blob([fileText(made, format)], { type: MEDIA_TYPES[format] }), name);
  return name;
}

function fileText({ lesson, parts }: Exported, format: FileFormat): string {
  switch (format) {
    case 'ipynb':
      return toNotebook(lesson);
    case 'html':
      return toHtml(lesson, parts);
    case 'ts':
      return toTypeScript(lesson);
    default:
      return format satisfies never;
  }
}
