import { describe, expect, it } from 'vitest';
import { parseDockerfile } from './parse.js';
import type { Instruction, Range } from './syntax.js';

const lines = (text: string) =>
  parseDockerfile(text).instructions.map(({ keyword, range }) => [keyword, range.start.line, range.end.line]);
const only = <K extends Instruction['keyword']>(text: string, keyword: K) => {
  const found = parseDockerfile(text).instructions.find((one) => one.keyword === keyword);
  return found as Instruction & { readonly keyword: K };
};
const cut = (text: string, { start, end }: Range) => text.slice(start.offset, end.offset);

describe('the lines of a Dockerfile', () => {
  it('make instructions, through continuations, comments and blank lines', () => {
    expect(
      lines('# a comment\nFROM a\n\nRUN one \\\n\n# between\n  && two \\\n  && three\ncmd ["x"]\n'),
    ).toEqual([
      ['FROM', 2, 2],
      ['RUN', 4, 8],
      ['CMD', 9, 9],
    ]);
  });

  it('are joined as they are written, the indent of the later ones included', () => {
    expect(only('FROM a\nRUN one\\\n  two \\\nthree', 'RUN').command).toMatchObject({
      form: 'shell',
      text: 'one  two three',
    });
    expect(only('FROM al\\\npine', 'FROM').image?.text).toBe('alpine');
  });

  it('go on after an escape with spaces behind it, not after an escaped one', () => {
    expect(lines('FROM a\nRUN a \\ \t\n b\nRUN c \\\\\nRUN d')).toEqual([
      ['FROM', 1, 1],
      ['RUN', 2, 3],
      ['RUN', 4, 4],
      ['RUN', 5, 5],
    ]);
  });

  it('keep their comments: those above an instruction, and those inside it', () => {
    const { instructions, comments } = parseDockerfile(
      '# far\n\n# one\n  # two\nFROM a\nRUN x \\\n# in it\n y\n# last',
    );
    expect(instructions.map((one) => one.comments.map(({ text }) => text))).toEqual([['one', 'two'], []]);
    expect(instructions[1]?.innerComments).toMatchObject([{ text: 'in it', range: { start: { line: 7 } } }]);
    expect(comments.map(({ text }) => text)).toEqual(['far', 'one', 'two', 'in it', 'last']);
  });

  it('end as the file was written, on any system', () => {
    const text = '\uFEFF# escape=`\r\nFROM a\r\nRUN dir C:\\\r\nRUN a `\r\n  b\r\n';
    expect(lines(text)).toEqual([
      ['FROM', 2, 2],
      ['RUN', 3, 3],
      ['RUN', 4, 5],
    ]);
    expect(parseDockerfile(text)).toMatchObject({
      escape: '`',
      directives: [{ name: 'escape', value: '`' }],
    });
  });

  it('tell of blank ones inside an instruction, and of one that is too long', () => {
    const { diagnostics } = parseDockerfile(`FROM a\nRUN x \\\n\n y\nLABEL a=${'a'.repeat(65_536)}`);
    expect(diagnostics.map(({ severity, message, range }) => [severity, message, range.start.line])).toEqual([
      ['error', 'dockerfile line greater than max allowed size of 65535', 5],
      ['warning', 'Empty continuation line found in: RUN x  y', 3],
    ]);
  });
});

describe('directives', () => {
  it.each([
    ['# syntax=docker/dockerfile:1\n# EScape = `\n#check=skip=all;error=true\nFROM a', '`', 3],
    ['# unknown=x\n# escape=`\nFROM a', '\\', 0],
    ['\n# escape=`\nFROM a', '\\', 0],
    ['#!/bin/sh\n# syntax=x\n# escape=`\nFROM a', '\\', 1],
    ['//syntax=x\nFROM a', '\\', 1],
    ['{"syntax": "x", "other": [1]}', '\\', 1],
    ['{"syntax": "x"', '\\', 0],
    ['# syntax=x\n//syntax=y\nFROM a', '\\', 1],
    [' # syntax=x\n # escape=`\nFROM a', '`', 1],
  ])('stand above everything else: %j', (text, escape, count) => {
    const found = parseDockerfile(text);
    expect([found.escape, found.directives.length]).toEqual([escape, count]);
  });

  it.each([
    ['# escape=`\n# escape=`\nFROM a', 'only one escape parser directive can be used'],
    ['# escape=x\nFROM a', "invalid escape token 'x' does not match ` or \\"],
  ])('are refused as the engine does: %j', (text, message) => {
    expect(parseDockerfile(text).diagnostics).toMatchObject([{ severity: 'error', message }]);
  });
});

describe('heredocs', () => {
  it('give their bodies, without the tabs that <<- takes off', () => {
    const text = 'FROM a\nRUN <<EOF\nFROM not\nEOF\nCOPY <<-A 3<<"B" /x/\none\n\tA\n$two\nB\nRUN last';
    expect(lines(text).map(([, first, last]) => [first, last])).toEqual([
      [1, 1],
      [2, 4],
      [5, 9],
      [10, 10],
    ]);
    const copy = only(text, 'COPY');
    expect(copy.heredocs).toMatchObject([
      { name: 'A', chomps: true, expands: true, fileDescriptor: 0, content: 'one\n' },
      { name: 'B', chomps: false, expands: false, fileDescriptor: 3, content: '$two\n' },
    ]);
    expect(copy.heredocs.map(({ range }) => cut(text, range))).toEqual(['one\n', '$two\n']);
    expect([copy.sources.map((word) => word.text), copy.destination?.text]).toEqual([
      ['<<-A', '3<<"B"'],
      '/x/',
    ]);
  });

  it.each([
    'RUN << EOF\nFROM not\nEOF',
    'RUN <<- EOF\nFROM not\n\tEOF',
    'RUN cat <<EOF > /x\nFROM not\nEOF',
    'ONBUILD RUN <<EOF\nFROM not\nEOF',
    'RUN 3<<"EOF"\nFROM not\nEOF',
    "RUN <<'one two'\nFROM not\none two",
    "RUN <<eo\\'f\nFROM not\neo'f",
    'RUN <<$EOF\nFROM not\n$EOF',
  ])('are seen in %j', (text) => {
    expect(lines(`${text}\nCMD x`).map(([keyword, line]) => [keyword, line])).toEqual([
      [text.split(' ')[0], 1],
      ['CMD', 4],
    ]);
  });

  it.each([
    'RUN echo "one <<EOF two"',
    "RUN echo 'one <<EOF '",
    'RUN ["cat", "<<EOF"]',
    'RUN cat <<<EOF',
    'RUN cat<<EOF',
    "RUN cat <<EOF && echo it's",
    'CMD cat <<EOF',
  ])('are not seen in %j', (text) => {
    expect(lines(`${text}\nCMD x\n`).length).toBe(2);
  });

  it('that never end take the rest of the file, and say so', () => {
    const { instructions, diagnostics } = parseDockerfile('FROM a\nRUN <<EOF\nx\ny');
    expect(instructions[1]?.heredocs).toMatchObject([{ content: 'x\ny' }]);
    expect(diagnostics).toMatchObject([{ message: 'unterminated heredoc', range: { start: { line: 2 } } }]);
  });
});

describe('instructions', () => {
  it('have their flags and words where they are written', () => {
    const text = 'FROM a\nCOPY --from=build \\\n  --chown="me:my group" a\\\nb  c /d/';
    const copy = only(text, 'COPY');
    expect(copy.flags.map(({ name, value, range }) => [name, value, cut(text, range)])).toEqual([
      ['from', 'build', '--from=build'],
      ['chown', 'me:my group', '--chown="me:my group"'],
    ]);
    expect(copy.sources.map(({ text: word, range }) => [word, cut(text, range)])).toEqual([
      ['ab', 'a\\\nb'],
      ['c', 'c'],
    ]);
    expect(copy.destination).toMatchObject({
      text: '/d/',
      range: { start: { line: 4, column: 6 }, end: { column: 9 } },
    });
    expect(cut(text, copy.keywordRange)).toBe('COPY');
  });

  it('end their flags at a word that is none, or at two dashes', () => {
    expect(only('FROM a\nRUN --network=none -- --mount=x', 'RUN')).toMatchObject({
      flags: [{ name: 'network', value: 'none' }],
      value: '--mount=x',
    });
  });

  it('are in exec form only with an array of strings', () => {
    expect(only('CMD [ "a", "b\\u0020c" ]', 'CMD').command).toMatchObject({
      form: 'exec',
      items: ['a', 'b c'],
    });
    expect(only("CMD ['a']", 'CMD').command).toMatchObject({ form: 'shell', text: "['a']" });
    const { diagnostics, instructions } = parseDockerfile('FROM a\nCMD ["a", 1]');
    expect(instructions[1]).toMatchObject({ command: { form: 'shell', text: '["a", 1]' } });
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'when using JSON array syntax, arrays must be comprised of strings only',
    ]);
  });

  it('have words where a JSON array has them', () => {
    const text = 'COPY ["a b", "c"]';
    const { sources, destination } = only(text, 'COPY');
    expect(sources.map(({ text: word, range }) => [word, cut(text, range)])).toEqual([['a b', '"a b"']]);
    expect(destination?.text).toBe('c');
  });

  it('set names to values, in the new form and the old one', () => {
    const pairs = ({
      pairs: all,
    }: {
      pairs: readonly { key: { text: string }; value: { text: string } | null }[];
    }) => all.map(({ key, value }) => [key.text, value?.text ?? null]);
    const env = only('ENV a=1 b="two words" c=\\ d', 'ENV');
    expect([env.isOldForm, pairs(env)]).toEqual([
      false,
      [
        ['a', '1'],
        ['b', '"two words"'],
        ['c', '\\ d'],
      ],
    ]);
    const old = only('ENV name  the rest of it', 'ENV');
    expect([old.isOldForm, pairs(old)]).toEqual([true, [['name', 'the rest of it']]]);
    expect(pairs(only('ARG A=1 B\nFROM x', 'ARG'))).toEqual([
      ['A', '1'],
      ['B', null],
    ]);
  });

  it('may be triggers, and checks of health', () => {
    const { instruction } = only('ONBUILD COPY --chown=1 . /x', 'ONBUILD');
    expect(instruction).toMatchObject({
      keyword: 'COPY',
      flags: [{ name: 'chown' }],
      destination: { text: '/x' },
    });
    expect(only('HEALTHCHECK --interval=5s CMD ["curl"]', 'HEALTHCHECK')).toMatchObject({
      isNone: false,
      command: { form: 'exec', items: ['curl'] },
    });
    expect(only('HEALTHCHECK none', 'HEALTHCHECK')).toMatchObject({ isNone: true, command: null });
  });

  it('belong to stages, and arguments above them to all', () => {
    const { stages, globals } = parseDockerfile(
      'ARG V=1\nFROM --platform=linux/amd64 golang:$V AS Build\nRUN a\nFROM scratch\nCOPY --from=build /a /',
    );
    expect(
      stages.map(({ index, name, from, instructions }) => [
        index,
        name,
        from.image?.text,
        instructions.length,
      ]),
    ).toEqual([
      [0, 'build', 'golang:$V', 2],
      [1, null, 'scratch', 2],
    ]);
    expect(globals.map(({ value }) => value)).toEqual(['V=1']);
  });
});

describe('reading a Dockerfile', () => {
  it.each([
    '',
    '\n',
    'FROM',
    'RUN',
    'RUN <<EOF\nnever ends',
    'RUN \\',
    '\\',
    '\\\n',
    '# escape=`',
    '\uFEFF',
    'ONBUILD ONBUILD ONBUILD',
  ])('never throws: %j', (text) => expect(() => parseDockerfile(text)).not.toThrow());

  it.each([
    ['spaces in a directive', `# a=b${' '.repeat(200_000)}x`],
    ['a long argument', `ARG ${'a'.repeat(200_000)}!`],
    ['many arguments', `ARG ${'a="'.repeat(70_000)}`],
    ['many pairs', `ENV ${'a=b '.repeat(70_000)}`],
    ['many flags', `RUN ${'--mount=type=cache '.repeat(30_000)}`],
    ['a mount of many fields', `RUN --mount=${'a=b,'.repeat(100_000)}`],
    ['many heredocs', 'x\n'.repeat(5_000) + 'RUN <<A\nA\n'.repeat(5_000)],
    ['many heredocs at once', `RUN ${'<<A '.repeat(20_000)}\n${'A\n'.repeat(20_000)}`],
    ['spaces in a heredoc', `RUN <<${' '.repeat(200_000)}< x`],
    ['many quotes', `RUN ${'"\\'.repeat(100_000)}`],
    ['many variables', `ENV a=${'${a:-'.repeat(50_000)}`],
    ['many stars', `ENV a=\${a#${'*a'.repeat(50_000)}}`],
    ['many triggers', `ONBUILD `.repeat(50_000)],
    ['many brackets', `CMD ${'['.repeat(200_000)}`],
    ['many strings', `CMD [${'"a",'.repeat(100_000)}"b"]`],
    ['many lines', 'RUN a \\\n'.repeat(100_000)],
    ['many escapes alone', '\\\n'.repeat(200_000)],
    ['many comments inside', `RUN a \\\n${'# x\n'.repeat(200_000)}`],
    ['many comments', '# x\n'.repeat(200_000)],
    ['many blank lines inside', `RUN a \\\n${'\n'.repeat(200_000)}`],
    ['many stages', 'FROM a AS b\n'.repeat(10_000)],
  ])('takes no time over %s', (_what, text) => {
    const start = performance.now();
    parseDockerfile(text);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
