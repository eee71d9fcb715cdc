import { describe, expect, it } from 'vitest';
import { expandWord } from './words.js';

const ENVIRONMENT = new Map([
  ['NAME', 'app'],
  ['EMPTY', ''],
  ['TWO', 'one  two'],
  ['FILE', 'a.tar.gz'],
  ['PATH', '/usr/bin:/bin'],
]);
const expand = (text: string) => {
  const expansion = expandWord(text, ENVIRONMENT);
  return expansion.ok ? expansion.text : { error: expansion.message };
};

describe('a word', () => {
  it.each([
    ['$NAME-1', 'app-1'],
    ['${NAME}x', 'appx'],
    ['$MISSING.', '.'],
    ['\\$NAME', '$NAME'],
    ["'$NAME'", '$NAME'],
    ['"$NAME \\" \\n"', 'app " \\n'],
    ['a\\ b', 'a b'],
    ['$', '$'],
    ['${MISSING:-${NAME}2}', 'app2'],
    ['${EMPTY-x}${EMPTY:-y}', 'y'],
    ['${NAME:+yes}${EMPTY:+no}${EMPTY+set}', 'yesset'],
    ['${FILE%.*} ${FILE%%.*} ${FILE#*.} ${FILE##*.}', 'a.tar a tar.gz gz'],
    ['${FILE/./-} ${FILE//./-} ${FILE//?/x}', 'a-tar.gz a-tar-gz xxxxxxxx'],
    ['${PATH//\\//_}', '_usr_bin:_bin'],
  ])('%j becomes %j', (text, expected) => {
    expect(expand(text)).toBe(expected);
  });

  it.each([
    ['"open', 'unexpected end of statement while looking for matching double-quote'],
    ["it's", 'unexpected end of statement while looking for matching single-quote'],
    ['${NAME', "syntax error: missing '}'"],
    ['${}', 'syntax error: bad substitution'],
    ['${NAME!x}', 'unsupported modifier (!) in substitution'],
    ['${NAME:#x}', 'unsupported modifier (:#) in substitution'],
    ['${MISSING:?say which}', 'MISSING: say which'],
    ['${EMPTY:?}', 'EMPTY: is not allowed to be empty'],
    ['${NAME#\\a}', "invalid pattern (\\a) in substitution: invalid escape '\\a'"],
  ])('%j is refused in the words of the engine', (text, error) => {
    expect(expand(text)).toEqual({ error });
  });

  it('is split where white space came from the text or a variable, not from quotes', () => {
    expect(expandWord('a $TWO "$TWO" b\\ c ""', ENVIRONMENT)).toMatchObject({
      words: ['a', 'one', 'two', 'one  two', 'b c'],
    });
  });

  it('tells which variables it looked up', () => {
    const { matched, unmatched } = expandWord('$NAME ${A:-$B}', ENVIRONMENT);
    expect([[...matched], [...unmatched]]).toEqual([['NAME'], ['B', 'A']]);
  });

  it('takes the backtick for the escape, and leaves what is unset, where it is told to', () => {
    expect(expandWord('C:\\a`$NAME', ENVIRONMENT, { escape: '`' })).toMatchObject({ text: 'C:\\a$NAME' });
    expect(expandWord('$A ${B} ${C:-x}', ENVIRONMENT, { keepsUnset: true })).toMatchObject({
      text: '$A ${B} ${C:-x}',
    });
    expect(expandWord('$name', ENVIRONMENT, { ignoresCase: true })).toMatchObject({ text: 'app' });
    expect(expandWord('"$NAME"', ENVIRONMENT, { ignoresQuotes: true })).toMatchObject({ text: '"app"' });
  });

  it.each([
    ['variables nested without end', '${a:-'.repeat(100_000)],
    ['a pattern that matches in many ways', '${LONG#' + '*a'.repeat(2_000) + 'b}'],
    ['replacements that grow', '"${LONG//a/$LONG}"'],
    ['the same long variable over and over', '$LONG'.repeat(10_000)],
  ])('takes no time over %s', (_what, text) => {
    const start = performance.now();
    expandWord(text, new Map([['LONG', 'a'.repeat(60_000)]]));
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
