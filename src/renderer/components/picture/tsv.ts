/** Tables as spreadsheets and editors take them from the clipboard: a line for each row, a tab between two cells. Pure. */
import { plainText, quoted, type CsvRow } from './csv.js';

export const tsvOf = (rows: readonly CsvRow[]): string =>
  rows.map((row) => `${row.map(cell).join('\t')}\n`).join('');

/** Without what would end a cell or a row. Only at its beginning does a quote mean more than itself. */
function cell(value: string | number | null): string {
  const text = plainText(value).replaceAll(/[\t\r\n\0]+/g, ' ');
  return text.startsWith('"') ? quoted(text) : text;
}
