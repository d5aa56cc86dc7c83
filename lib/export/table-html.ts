import { tableColumns } from '@/lib/lesson/table-columns';
import { escapeHtml } from './escape-html';
import { omittedRows, type TableOutput } from './table-text';

/** A table whose every text is escaped. */
export function tableHtml({ caption, columns: names, rows, omitted }: TableOutput): string {
  const columns = tableColumns(names, rows);
  const look = columns.map(({ numeric }) => (numeric ? ' style="text-align: right"' : ''));
  const head = names.map((name, at) => `<th scope="col"${look[at]}>${escapeHtml(name)}</th>`);
  const body = rows.map((_, row) => {
    const cells = columns.map(
      ({ cells }, at) => `<td${look[at]}>${escapeHtml(cells[row] ?? '')}</td>`,
    );
    return `<tr>${cells.join('')}</tr>\n`;
  });
  const more = omittedRows(omitted);
  return (
    `<table>${caption === '' ? '' : `<caption>${escapeHtml(caption)}</caption>`}\n` +
    `<thead><tr>${head.join('')}</tr></thead>\n<tbody>\n${body.join('')}</tbody></table>` +
    (more === '' ? '' : `\n<p>${more}</p>`)
  );
}
