/** The rows of the secrets table: an id, and where its value is taken from when a build starts. Values never come here. Pure. */
import type { BuildSecret } from '../../shared/contract/build-options.js';
import { say } from '../../shared/words/index.js';

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
  if (!/^[\w.-]+$/.test(row.id)) return say('state.secret.id');
  if (rows.some((other) => other.key !== row.key && other.id === row.id)) return say('state.secret.twice');
  if (row.source.trim() === '') return say(`state.secret.${row.from === 'file' ? 'file' : 'variable'}`);
  return null;
}

const isEmpty = ({ id, source }: SecretRow): boolean => id === '' && source === '';
