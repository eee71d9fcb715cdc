/** The rows of the build-arguments table: what the Dockerfile declares, what the user changed, what is sent. Pure. */
import type { BuildRequest } from '../../shared/contract/build-options.js';
import type { DockerfileText } from '../../shared/contract/builds.js';
import { say } from '../../shared/words/index.js';

export type ArgumentRow = {
  /** Stable through edits: keys the row on screen. */
  readonly id: number;
  readonly name: string;
  readonly value: string;
  /** Declared by an ARG line: its name is fixed, and its default is what the Dockerfile says (null: it has none). */
  readonly declared: { readonly fallback: string | null } | null;
};

/** A name that ARG can declare (moby: frontend/dockerfile/shell reads [A-Za-z_][A-Za-z0-9_]*). */
const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * The rows for a Dockerfile as it is now: its ARGs in their order, then the user's own rows. What the user
 * typed stays; a row that was left at its default follows the file.
 */
export function mergeRows(
  rows: readonly ArgumentRow[],
  declared: DockerfileText['arguments'],
): readonly ArgumentRow[] {
  let next = 1 + Math.max(0, ...rows.map((row) => row.id));
  const names = [...new Map(declared.map((argument) => [argument.name, argument])).values()];
  const merged = names.map(({ name, value }): ArgumentRow => {
    const known = rows.find((row) => row.name === name);
    const kept = known && isChanged(known) ? known.value : (value ?? '');
    return { id: known?.id ?? next++, name, value: kept, declared: { fallback: value } };
  });
  const own = rows.filter(
    (row) => !names.some(({ name }) => name === row.name) && (row.declared === null || isChanged(row)),
  );
  return [...merged, ...own.map((row) => ({ ...row, declared: null }))];
}

/** Rows for pairs that were sent before. */
export const ownRows = (pairs: BuildRequest['arguments']): readonly ArgumentRow[] =>
  pairs.map(({ name, value }, at) => ({ id: at + 1, name, value, declared: null }));

/** A new, empty row of the user's own at the end. */
export function addRow(rows: readonly ArgumentRow[]): readonly ArgumentRow[] {
  const id = 1 + Math.max(0, ...rows.map((row) => row.id));
  return [...rows, { id, name: '', value: '', declared: null }];
}

/** True for a row that says something else than the Dockerfile does by itself. */
export function isChanged(row: ArgumentRow): boolean {
  return row.declared === null ? row.name !== '' : row.value !== (row.declared.fallback ?? '');
}

/** What to send: only what was changed, so that the Dockerfile's defaults stay the Dockerfile's. */
export function changedArguments(rows: readonly ArgumentRow[]): BuildRequest['arguments'] {
  return rows.filter(isChanged).map(({ name, value }) => ({ name, value }));
}

/** What is wrong with a row's name, in words; null when nothing is. */
export function nameProblem(row: ArgumentRow, rows: readonly ArgumentRow[]): string | null {
  if (row.declared !== null || (row.name === '' && row.value === '')) return null;
  if (!NAME.test(row.name)) return say('state.argument.name');
  const twice = rows.some((other) => other.id !== row.id && other.name === row.name);
  return twice ? say('state.argument.twice') : null;
}

/** The same for a label, whose name may be nearly anything. */
export function labelProblem(row: ArgumentRow, rows: readonly ArgumentRow[]): string | null {
  if (row.name === '') return row.value === '' ? null : say('state.label.name');
  const twice = rows.some((other) => other.id !== row.id && other.name === row.name);
  return twice ? say('state.label.twice') : null;
}
