/** The files that a document can be saved as, by what their names end in. */
export type FileFormat = 'ipynb' | 'html' | 'ts';

export const FORMATS: readonly { format: FileFormat; name: string; detail: string }[] = [
  { format: 'ipynb', name: 'Notebook for Jupyter', detail: '.ipynb, can be opened here again' },
  { format: 'html', name: 'One page that opens offline', detail: '.html, with text and outputs' },
  { format: 'ts', name: 'TypeScript', detail: '.ts, the code alone' },
];

export const MEDIA_TYPES: Record<FileFormat, string> = {
  ipynb: 'application/x-ipynb+json',
  html: 'text/html;charset=utf-8',
  ts: 'text/plain;charset=utf-8',
};
