import { describe, expect, it } from 'vitest';
import { completeAt } from './index.js';

/** `|` is where the cursor stands. */
const at = (marked: string) => {
  const offset = marked.indexOf('|');
  const found = completeAt(marked.replace('|', ''), offset);
  return found && { ...found, typed: marked.slice(found.from, offset) };
};
const texts = (marked: string) => at(marked)?.proposals.map(({ text }) => text);

describe('completion', () => {
  it('offers instructions at the start of a line, in the case that is typed', () => {
    expect(at('FROM a\nRU|')).toMatchObject({ typed: 'RU', path: null });
    expect(texts('|')).toContain('FROM ');
    expect(texts('FROM a\n  co|')).toContain('copy ');
    expect(texts('from a\n|')).toContain('run ');
    expect(texts('FROM a\nONBUILD R|')).toContain('RUN ');
  });

  it('offers the flags that an instruction takes and hasn’t got', () => {
    expect(texts('FROM a\nCOPY --chown=1 --|')).toEqual([
      '--from=',
      '--chmod=',
      '--link',
      '--exclude=',
      '--parents',
    ]);
    expect(at('FROM a\nRUN --mo|')).toMatchObject({ typed: '--mo' });
    expect(texts('FROM a\nRUN --mount=type=ssh --|')).toContain('--mount=');
    expect(at('FROM a\nENV --|')).toBeNull();
  });

  it('offers the values that a flag takes', () => {
    expect(texts('FROM a\nRUN --network=|')).toEqual(['default', 'none', 'host']);
    expect(at('FROM --platform=$B|')).toMatchObject({ typed: 'B' });
    expect(texts('FROM a AS one\nFROM b AS two\nFROM c\nCOPY --from=|')).toEqual(['two', 'one']);
    expect(at('FROM a\nCOPY --chmod=|')).toBeNull();
  });

  it('offers the stages before as what to build on', () => {
    expect(texts('FROM a AS one\nFROM o|')).toEqual(['one']);
    expect(at('FROM a AS one\nFROM one |')).toBeNull();
  });

  it('offers the variables that are known there', () => {
    expect(texts('ARG V=1\nFROM a:$|')?.[0]).toBe('V');
    expect(texts('ARG V=1\nFROM a\nARG MINE\nENV HOME=/x\nRUN echo ${|')).toEqual(['HOME', 'MINE']);
    expect(at('FROM a\nENV A=1\nCOPY x $A|')).toMatchObject({ typed: 'A' });
  });

  it('asks for the context’s names in COPY and ADD, not in a copy out of a stage', () => {
    expect(at('FROM a\nCOPY src/in|')).toMatchObject({ path: 'src/in', typed: 'src/in' });
    expect(at('FROM a\nCOPY --link package.json |')).toMatchObject({ path: '' });
    expect(at('FROM a\nCOPY --from=b x|')).toBeNull();
    expect(at('FROM a\nCOPY a \\\n  b|')).toMatchObject({ path: 'b' });
    expect(at('FROM a\nCOPY a \\\n  # why\n  |')).toMatchObject({ path: '' });
  });

  it('offers signals, health checks and directives', () => {
    expect(texts('FROM a\nSTOPSIGNAL SIGI|')).toContain('SIGINT');
    expect(texts('FROM a\nHEALTHCHECK |')).toEqual(['CMD', 'NONE']);
    expect(texts('# |')).toContain('# syntax=docker/dockerfile:1');
  });

  it.each([
    'FROM a\n# comm|',
    'FROM a\nRUN apt-get in|',
    'FROM a\nRUN <<EOF\nCO|',
    'FROM a\nCMD |',
    'FROM a\nbogus wo|',
  ])('stays quiet in %j', (marked) => {
    expect(at(marked)).toBeNull();
  });
});
