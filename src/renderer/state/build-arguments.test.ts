import { describe, expect, it } from 'vitest';
import { addRow, changedArguments, mergeRows, nameProblem, type ArgumentRow } from './build-arguments.js';

const declared = [
  { name: 'NODE_VERSION', value: '20' },
  { name: 'TOKEN', value: null },
];

function edited(rows: readonly ArgumentRow[], name: string, value: string): readonly ArgumentRow[] {
  return rows.map((row) => (row.name === name ? { ...row, value } : row));
}

describe('the rows', () => {
  it('start as the Dockerfile declares them', () => {
    expect(mergeRows([], declared).map(({ name, value }) => [name, value])).toEqual([
      ['NODE_VERSION', '20'],
      ['TOKEN', ''],
    ]);
  });

  it('keep what was typed when the Dockerfile changes, and follow it elsewhere', () => {
    const rows = edited(mergeRows([], declared), 'TOKEN', 'abc');
    const merged = mergeRows(rows, [
      { name: 'TOKEN', value: null },
      { name: 'NODE_VERSION', value: '22' },
    ]);
    expect(merged.map(({ name, value }) => [name, value])).toEqual([
      ['TOKEN', 'abc'],
      ['NODE_VERSION', '22'],
    ]);
  });

  it('keep an edited argument that the Dockerfile no longer declares, and let an unedited one go', () => {
    const rows = edited(mergeRows([], declared), 'TOKEN', 'abc');
    expect(mergeRows(rows, [])).toMatchObject([{ name: 'TOKEN', value: 'abc', declared: null }]);
  });

  it('show an ARG that is declared twice once', () => {
    expect(mergeRows([], [...declared, { name: 'NODE_VERSION', value: '21' }])).toHaveLength(2);
  });

  it('have ids of their own', () => {
    const rows = addRow(addRow(mergeRows([], declared)));
    expect(new Set(rows.map((row) => row.id)).size).toBe(4);
  });
});

describe('what is sent', () => {
  it('is only what was changed', () => {
    const rows = mergeRows([], declared);
    expect(changedArguments(rows)).toEqual([]);
    expect(changedArguments(edited(rows, 'NODE_VERSION', '22'))).toEqual([
      { name: 'NODE_VERSION', value: '22' },
    ]);
  });

  it('includes an emptied default, and leaves out empty rows', () => {
    const rows = addRow(edited(mergeRows([], declared), 'NODE_VERSION', ''));
    expect(changedArguments(rows)).toEqual([{ name: 'NODE_VERSION', value: '' }]);
  });
});

describe('a name', () => {
  const own = (name: string, value = ''): ArgumentRow => ({ id: 9, name, value, declared: null });

  it('has to be one that ARG takes', () => {
    expect(nameProblem(own('HTTP_PROXY'), [])).toBeNull();
    expect(nameProblem(own(''), [])).toBeNull();
    expect(nameProblem(own('', 'x'), [])).toMatch(/letters/);
    expect(nameProblem(own('A=B'), [])).toMatch(/letters/);
    expect(nameProblem(own('2X'), [])).toMatch(/letters/);
  });

  it('stands in the table once', () => {
    expect(nameProblem(own('TOKEN'), mergeRows([], declared))).toMatch(/already/);
  });
});
