import { describe, expect, it } from 'vitest';
import { readScript } from './read-script.js';

const words = (text: string) =>
  readScript(text).commands.map((command) => command.words.map((word) => word.text));
const names = (text: string) => readScript(text).commands.map(({ name }) => name);

describe('the commands of a script', () => {
  it('are what stands between operators', () => {
    expect(words('a 1 && b 2 || c; d | e |& f & g\nh')).toEqual([
      ...[['a', '1'], ['b', '2'], ['c'], ['d'], ['e'], ['f'], ['g'], ['h']],
    ]);
    expect(readScript('a && b; c | d').joints.map(({ operator }) => operator)).toEqual(['&&', ';', '|']);
  });

  it('stand where they are written', () => {
    const text = `x=1 make   "all now" && echo 'done'`;
    const { commands } = readScript(text);
    expect(commands.map(({ start, end }) => text.slice(start, end))).toEqual([
      'make   "all now"',
      "echo 'done'",
    ]);
    expect(commands[0]?.words.map(({ raw }) => raw)).toEqual(['make', '"all now"']);
    expect(commands[0]?.assignments).toEqual([{ name: 'x', value: '1' }]);
  });

  it('lose quotes and escapes, and keep variables as they are written', () => {
    expect(words(`echo a"b c"'d;e' f\\ g "\\"h\\x" $i "\${j:-k l}" ''`)).toEqual([
      ['echo', 'ab cd;e', 'f g', '"h\\x', '$i', '${j:-k l}', ''],
    ]);
  });

  it('are those inside substitutions too, with the one around them first', () => {
    expect(names('echo "$(date | cut -c1)" `id -u` <(sort x) ${a:-$(pwd)}')).toEqual([
      ...['echo', 'date', 'cut', 'id', 'sort', 'pwd'],
    ]);
    expect(readScript('echo $(a $(b))').commands.map(({ depth }) => depth)).toEqual([0, 1, 2]);
    expect(words('echo $((1 + (2 * 3))) after')).toEqual([['echo', '$((1 + (2 * 3)))', 'after']]);
  });

  it('leave out redirections, comments and what a heredoc holds', () => {
    expect(words('a 2>&1 >/dev/null <in b # not && this\nc')).toEqual([['a', 'b'], ['c']]);
    expect(words('cat <<-EOF > f\n\trm -rf /\n\tEOF\nls')).toEqual([['cat'], ['ls']]);
    expect(words('a &> log b')).toEqual([['a', 'b']]);
  });

  it('are found in what the shell itself understands', () => {
    expect(names('if test -e a; then b; elif c; then d; else e; fi && f')).toEqual([
      ...['test', 'b', 'c', 'd', 'e', 'f'],
    ]);
    expect(names('for x in a b c; do d "$x"; done; while e; do f; done')).toEqual(['d', 'e', 'f']);
    expect(names('case "$x" in a|b) c;; (d) e ;; esac; f')).toEqual(['c', 'e', 'f']);
    expect(names('g() { h; }; function i { j; }; (k; l) && { m; }')).toEqual(['h', 'j', 'k', 'l', 'm']);
    expect(names('[[ a < b && c == d ]] && ! e')).toEqual(['[[', 'e']);
    expect(names('(( x > 1 )) && a=(1 2) b')).toEqual(['b']);
    expect(readScript('a && b').isFlat).toBe(true);
    expect(readScript('if a; then b; fi').isFlat).toBe(false);
  });

  it('are seen through what runs them', () => {
    const through = readScript(
      'sudo -u me env A=1 apt-get install x; timeout -s KILL 5 b; command -v c',
    ).commands;
    expect(through.map(({ name, through: by }) => [name, by])).toEqual([
      ['sudo', null],
      ['env', 'sudo'],
      ['apt-get', 'env'],
      ['timeout', null],
      ['b', 'timeout'],
      ['command', null],
    ]);
    expect(through[2]?.assignments).toEqual([{ name: 'A', value: '1' }]);
  });

  it('go on over lines that are continued', () => {
    expect(words('a \\\n b \\\r\n c\\\nd')).toEqual([['a', 'b', 'cd']]);
  });
});

describe('a script that makes no sense', () => {
  it('is read to its end all the same', () => {
    for (const text of [
      '"',
      "'",
      '`',
      '$(',
      '${',
      '$((',
      '(',
      ')',
      'case',
      'a | | b',
      ';;',
      '<',
      'a <<',
      '[[ (',
      '\\',
      'a=(',
    ])
      expect(readScript(text).text).toBe(text);
  });

  it('takes no longer for being deep or long', () => {
    for (const part of ['$(', '(', '`', '"$(', '${x:-', 'a=(', 'case x in (', '{ ', 'sudo ', '<(', '[['])
      expect(readScript(part.repeat(20_000)).text).toHaveLength(part.length * 20_000);
  }, 10_000);
});
