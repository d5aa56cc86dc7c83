import { controlWords } from '@/lib/lesson/control-words';
import type { ConsoleLevel } from '@/lib/protocol';
import { errorLines } from './error-text';
import { toLines, type MimeBundle, type NotebookOutput } from './nbformat';
import { pngData } from './png-data';
import { tableHtml } from './table-html';
import { tableText } from './table-text';
import type { ExportedFigure, ExportedOutput } from './types';
import { consoleText, valueText } from './value-text';

/**
 * A cell's outputs as Jupyter has them; `count` is the cell's execution count. The last value is the cell's result,
 * earlier ones were displayed. Neighbouring lines of one stream are one output.
 */
export function notebookOutputs(
  outputs: readonly ExportedOutput[],
  count: number,
): NotebookOutput[] {
  const result = outputs.findLastIndex((output) => output.kind === 'value');
  const list: NotebookOutput[] = [];
  outputs.forEach((output, at) => {
    const made = notebookOutput(output, at === result ? count : null);
    const last = list.at(-1);
    if (made.output_type === 'stream' && last?.output_type === 'stream' && made.name === last.name)
      last.text.push(...made.text);
    else list.push(made);
  });
  return list;
}

function notebookOutput(output: ExportedOutput, count: number | null): NotebookOutput {
  switch (output.kind) {
    case 'console':
      return stream(streamName(output.level), consoleText(output.parts));
    case 'notice':
      return stream('stderr', output.text);
    case 'value':
      return shown({ 'text/plain': toLines(valueText(output.value)) }, count);
    case 'text':
      return shown({ 'text/plain': toLines(output.text) });
    case 'table':
      return shown({
        'text/html': toLines(tableHtml(output)),
        'text/plain': toLines(tableText(output)),
      });
    case 'figure':
      return figure(output);
    case 'control': {
      const { control } = output;
      return shown({ 'text/plain': toLines(`${control.label}: ${controlWords(control)}`) });
    }
    case 'error': {
      const { name, message } = output.error;
      const traceback = errorLines(output.error);
      return { output_type: 'error', ename: name, evalue: message, traceback };
    }
    default:
      return output satisfies never;
  }
}

function streamName(level: ConsoleLevel): 'stdout' | 'stderr' {
  return level === 'warn' || level === 'error' ? 'stderr' : 'stdout';
}

function stream(name: 'stdout' | 'stderr', text: string): NotebookOutput {
  return { output_type: 'stream', name, text: toLines(`${text}\n`) };
}

function shown(data: MimeBundle, count: number | null = null, metadata = {}): NotebookOutput {
  return count === null
    ? { output_type: 'display_data', data, metadata }
    : { output_type: 'execute_result', execution_count: count, data, metadata };
}

function figure({ png, title, caption, description, width }: ExportedFigure): NotebookOutput {
  const data = pngData(png);
  const text = [title, description, caption].filter((part) => part !== '').join('\n');
  return shown(
    { ...(data !== null && { 'image/png': data }), 'text/plain': toLines(text) },
    null,
    data !== null && width !== undefined ? { 'image/png': { width } } : {},
  );
}
