import { csvShape, csvWords } from '@/lib/controls/csv-shape';
import { inkedWords } from '@/lib/controls/draw-grid';
import { pointsWords } from '@/lib/controls/point-edits';
import { sliderText } from '@/lib/controls/slider-text';
import type { Control, ControlFile } from '@/lib/protocol';

/** What a control was set to, as text for where nothing can be set. */
export function controlWords(control: Control): string {
  switch (control.kind) {
    case 'slider':
      return sliderText(control, control.value);
    case 'choice':
      return control.value;
    case 'toggle':
      return control.value ? 'on' : 'off';
    case 'text':
      return control.value === '' ? 'empty' : control.value;
    case 'draw':
      return inkedWords(control.value);
    case 'points':
      return pointsWords(control, control.value);
    case 'file':
      return control.value === null ? 'no file' : fileWords(control.value);
    default:
      return control satisfies never;
  }
}

/** "trees.csv: 31 rows, 3 columns: Girth, Height, Volume" */
export function fileWords(file: ControlFile): string {
  switch (file.kind) {
    case 'csv':
      return `${file.name}: ${csvWords(csvShape(file.text))}`;
    case 'image':
      return `${file.name}: ${file.width} × ${file.height} pixels`;
    default:
      return file satisfies never;
  }
}
