import { describe, expect, it } from 'vitest';
import { outlineDockerfile } from './outline.js';

const lines = (text: string) =>
  outlineDockerfile(text).instructions.map(({ keyword, line, endLine }) => [keyword, line, endLine]);

describe('the outline of a Dockerfile', () => {
  it('gives each instruction its lines, through continuations, comments and blank lines', () => {
    expect(
      lines('# a comment\nFROM a\n\nRUN one \\\n\n# between\n  && two \\\n  && three\ncmd ["x"]\n'),
    ).toEqual([
      ['FROM', 2, 2],
      ['RUN', 4, 8],
      ['CMD', 9, 9],
    ]);
  });

  it('joins what a continuation parts', () => {
    expect(outlineDockerfile('FROM a\nRUN one \\\n  && two').instructions[1]?.value).toBe('one && two');
  });

  it('takes the escape directive and a byte order mark', () => {
    expect(lines('\uFEFF# escape=`\r\nFROM a\r\nRUN dir C:\\\r\nRUN a `\r\n  b\r\n')).toEqual([
      ['FROM', 2, 2],
      ['RUN', 3, 3],
      ['RUN', 4, 5],
    ]);
  });

  it('passes over the bodies of heredocs', () => {
    expect(
      lines('FROM a\nRUN <<EOF\nFROM not\nEOF\nCOPY <<-A <<"B" /x/\none\n\tA\ntwo\nB\nRUN last'),
    ).toEqual([
      ['FROM', 1, 1],
      ['RUN', 2, 4],
      ['COPY', 5, 9],
      ['RUN', 10, 10],
    ]);
  });

  it.each([
    'RUN << EOF\nFROM not\nEOF',
    'RUN <<- EOF\nFROM not\n\tEOF',
    'RUN cat <<EOF > /x\nFROM not\nEOF',
    'ONBUILD RUN <<EOF\nFROM not\nEOF',
    'RUN 3<<"EOF"\nFROM not\nEOF',
    "RUN <<'one two'\nFROM not\none two",
  ])('sees the heredoc of %j', (text) => {
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
    "RUN cat <<EOF && echo it's",
    'CMD cat <<EOF',
  ])('sees no heredoc in %j', (text) => {
    expect(lines(`${text}\nCMD x\n`).length).toBe(2);
  });

  it('takes no directive after one that nobody knows', () => {
    expect(lines('# unknown=x\n# escape=`\nRUN a \\\n  b')).toEqual([['RUN', 3, 4]]);
  });

  it('joins a word that a continuation parts', () => {
    expect(outlineDockerfile('FROM al\\\npine').stages[0]?.base).toBe('alpine');
  });

  it.each([
    ['spaces in a directive', `# a=b${' '.repeat(200_000)}x`],
    ['a long argument', `ARG ${'a'.repeat(200_000)}!`],
    ['many arguments', `ARG ${'a="'.repeat(70_000)}`],
    ['many heredocs', 'x\n'.repeat(20_000) + 'RUN <<A\nA\n'.repeat(20_000)],
    ['many heredocs at once', `RUN ${'<<A '.repeat(20_000)}\n${'A\n'.repeat(20_000)}`],
    ['many quotes', `RUN ${'"\\'.repeat(100_000)}`],
  ])('takes no time over %s', (_what, text) => {
    const start = performance.now();
    outlineDockerfile(text);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it('tells the stages and what they stand on', () => {
    const { stages } = outlineDockerfile(
      'ARG V=1\nFROM --platform=linux/amd64 golang:$V AS Build\nRUN a\nFROM scratch\nCOPY --from=build /a /',
    );
    expect(stages.map(({ name, base, instructions }) => [name, base, instructions.length])).toEqual([
      ['build', 'golang:$V', 2],
      [null, 'scratch', 2],
    ]);
  });

  it('tells the arguments with their defaults', () => {
    expect(outlineDockerfile('ARG A=1 B\nFROM x\nARG C="two words"\nARG A').arguments).toEqual([
      { name: 'A', value: '1' },
      { name: 'B', value: null },
      { name: 'C', value: 'two words' },
    ]);
  });

  it.each(['', '\n', 'FROM', 'RUN <<EOF\nnever ends', 'RUN \\', '# escape=`'])(
    'of broken input %j is what could be read',
    (text) => expect(() => outlineDockerfile(text)).not.toThrow(),
  );
});
