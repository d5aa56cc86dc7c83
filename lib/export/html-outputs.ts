import { controlWords } from '@/lib/lesson/control-words';
import type { ConsoleLevel } from '@/lib/protocol';
import { errorLines } from './error-text';
import { escapeHtml } from './escape-html';
import { pngData } from './png-data';
import { tableHtml } from './table-html';
import type { ExportedFigure, ExportedOutput } from './types';
import { consoleText, valueText } from './value-text';

/** Said before a line, since the colour alone would not do. */
const LEVEL_WORDS: Record<ConsoleLevel, string> = {
  ...{ debug: 'debug', log: '', info: 'info', warn: 'warning', error: 'error' },
};

/** The outputs of a cell; every text of theirs is escaped. Empty for none. */
export function htmlOutputs(outputs: readonly ExportedOutput[]): string {
  if (outputs.length === 0) return '';
  const blocks: string[] = [];
  let lines: string[] = [];
  const endConsole = () => {
    if (lines.length > 0)
      blocks.push(`<pre class="console" tabindex="0">${lines.join('\n')}</pre>`);
    lines = [];
  };
  for (const output of outputs) {
    if (output.kind === 'console') lines.push(consoleLine(output.level, consoleText(output.parts)));
    else {
      endConsole();
      blocks.push(htmlOutput(output));
    }
  }
  endConsole();
  return `<div class="outputs">\n${blocks.join('\n')}\n</div>\n`;
}

function consoleLine(level: ConsoleLevel, text: string): string {
  const word = LEVEL_WORDS[level];
  const label = word === '' ? '' : `<span class="label">${word}</span> `;
  return `<span class="${level}">${label}${escapeHtml(text)}</span>`;
}

function htmlOutput(output: Exclude<ExportedOutput, { kind: 'console' }>): string {
  switch (output.kind) {
    case 'value':
      return `<pre tabindex="0">${escapeHtml(valueText(output.value))}</pre>`;
    case 'text':
      return `<p>${escapeHtml(output.text)}</p>`;
    case 'notice':
      return `<p class="notice">${escapeHtml(output.text)}</p>`;
    case 'table': {
      const label = escapeHtml(output.caption || 'Table');
      return `<div class="scroll" role="region" aria-label="${label}" tabindex="0">${tableHtml(output)}</div>`;
    }
    case 'figure':
      return figure(output);
    case 'control': {
      const { label } = output.control;
      return `<p><b>${escapeHtml(label)}</b>: ${escapeHtml(controlWords(output.control))}</p>`;
    }
    case 'error': {
      const [first = '', ...rest] = errorLines(output.error).map(escapeHtml);
      return `<div class="failure"><strong>${first}</strong>${rest.map((line) => `\n${line}`).join('')}</div>`;
    }
    default:
      return output satisfies never;
  }
}

function figure({ png, title, caption, description, width }: ExportedFigure): string {
  const data = pngData(png);
  const size = width !== undefined && Number.isFinite(width) ? ` width="${Math.round(width)}"` : '';
  const picture =
    data === null
      ? `<p>${escapeHtml(description)}</p>`
      : `<img src="data:image/png;base64,${data}" alt="${escapeHtml(description)}"${size}>`;
  const words = `<b>${escapeHtml(title)}</b> ${escapeHtml(caption)}`.trim();
  return `<figure>${picture}<figcaption>${words}</figcaption></figure>`;
}
