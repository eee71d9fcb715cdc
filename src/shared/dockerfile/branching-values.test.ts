import { describe, expect, it } from 'vitest';
import { BranchingValues } from './branching-values.js';

describe('values that branch', () => {
  it('are each branch’s own from there on', () => {
    const one = BranchingValues.empty();
    one.set('a', '1');
    const other = one.branch();
    other.set('a', '2');
    other.set('b', '3');
    one.set('c', '4');
    expect([one.get('a'), one.get('b'), one.get('c')]).toEqual(['1', undefined, '4']);
    expect([other.get('a'), other.get('b'), other.get('c')]).toEqual(['2', '3', undefined]);
    expect([...one.keys()]).toEqual(['a', 'c']);
    expect([...other.keys()]).toEqual(['a', 'b']);
  });

  it('are kept however many there are', () => {
    const first = BranchingValues.empty();
    let last = first;
    for (let index = 0; index < 3000; index++) {
      last = last.branch();
      last.set(`name${String(index)}`, String(index));
    }
    expect([...last.keys()]).toHaveLength(3000);
    expect([0, 31, 32, 1023, 1024, 2999].map((index) => last.get(`name${String(index)}`))).toEqual([
      '0',
      '31',
      '32',
      '1023',
      '1024',
      '2999',
    ]);
    expect([...first.keys()]).toEqual([]);
  });
});
