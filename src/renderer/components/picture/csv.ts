/** Tables as CSV by RFC 4180: every line ends in CR LF, the first has the heads. Pure. */

/** A number is written as it is, without a unit; null is an empty cell. */
export type CsvRow = readonly (string | number | null)[];

/**
 * What a spreadsheet takes for the beginning of a formula. Such a text gets an apostrophe in front, as OWASP's ASVS 5.0 asks for
 * in 1.2.10 (https://github.com/OWASP/ASVS): a spreadsheet then shows it as text. The full-width forms are the same to some.
 * Line ends come in front of what they hide, so they count as well. Where lists are written with semicolons, a spreadsheet splits
 * there, whatever the file says: what follows one is the beginning of a cell, too.
 */
const FORMULA = /^[=+\-@\t\r\n\0＝＋－＠]/u;
const FORMULA_WITHIN = /((?:;|(?<=.)\t)\s*)(?=[=+\-@＝＋－＠])/gu;

export const csvOf = (rows: readonly CsvRow[]): string =>
  rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');

/** A value in text of which no spreadsheet makes a formula. */
export function plainText(value: string | number | null): string {
  if (value === null) return '';
  // Only texts can be a stranger's: a number of ours begins with a digit, or is negative.
  if (typeof value === 'number') return String(value);
  const inner = value.replaceAll(FORMULA_WITHIN, "$1'");
  return FORMULA.test(inner) ? `'${inner}` : inner;
}

/** What a spreadsheet reads as this text and nothing else. */
export const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

function cell(value: string | number | null): string {
  const text = plainText(value);
  return /[",;\r\n]/.test(text) ? quoted(text) : text;
}
