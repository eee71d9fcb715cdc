import { describe, expect, it } from 'vitest';
import { flagValue, hasFlag, plainArguments } from './arguments.js';
import { readScript } from './read-script.js';
import type { ShellCommand } from './script.js';

function command(text: string): ShellCommand {
  const [first] = readScript(text).commands;
  if (!first) throw new Error('no command');
  return first;
}

const plain = (text: string, ...valued: string[]) =>
  plainArguments(command(text), new Set(valued)).map((word) => word.text);

describe('the arguments of a command', () => {
  it('are flags by letter, by name, and one by one in a word', () => {
    expect(hasFlag(command('a -xyz'), ['y'])).toBe(true);
    expect(hasFlag(command('a --yes=now'), ['yes'])).toBe(true);
    expect(hasFlag(command('a -- -y'), ['y'])).toBe(false);
    expect(hasFlag(command('a b-y -'), ['y'])).toBe(false);
  });

  it('have their values beside them or in them', () => {
    for (const text of ['a -u 7 b', 'a -u7 b', 'a -u=7 b', 'a --user 7 b', 'a --user=7 b'])
      expect(flagValue(command(text), ['u', 'user'])).toBe('7');
    expect(flagValue(command('a -u'), ['u'])).toBeNull();
    expect(hasFlag(command('wget -Oq x'), ['q'], new Set(['O']))).toBe(false);
  });

  it('are what is left without flags and their values', () => {
    expect(plain('a -t x b --to=y c --to z -- -d', 't', 'to')).toEqual(['b', 'c', '-d']);
  });
});
