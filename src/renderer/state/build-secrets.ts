/** The rows of the secrets table: an id, and where its value is taken from when a build starts. Values never come here. Pure. */
import type { BuildSecret } from '../../shared/contract/build-options.js';

export type SecretRow = BuildSecret & {
  /** Stable through edits: keys the row on screen. */
  readonly key: number;
};

export const secretRows = (secrets: readonly BuildSecret[]): readonly SecretRow[] =>
  secrets.map((secret, at) => ({ ...secret, key: at + 1 }));

export function addSecret(rows: readonly SecretRow[]): readonly SecretRow[] {
  const key = 1 + Math.max(0, ...rows.map((row) => row.key));
  return [...rows, { key, id: '', from: 'file', source: '' }];
}

/** What to send: rows that nothing was typed into are left out. */
export function filledSecrets(rows: readonly SecretRow[]): BuildSecret[] {
  return rows.filter((row) => !isEmpty(row)).map(({ id, from, source }) => ({ id, from, source }));
}

/** What is wrong with a row, in words; null when nothing is. */
export function secretProblem(row: SecretRow, rows: readonly SecretRow[]): string | null {
  if (isEmpty(row)) return null;
  if (!/^[\w.-]+$/.test(row.id))
    return 'An id has letters, digits, dots, _ and -, as the Dockerfile’s --mount names it.';
  if (rows.some((other) => other.key !== row.key && other.id === row.id))
    return 'This secret is in the table already.';
  if (row.source.trim() === '') return row.from === 'file' ? 'Name the file.' : 'Name the variable.';
  return null;
}

const isEmpty = ({ id, source }: SecretRow): boolean => id === '' && source === '';
