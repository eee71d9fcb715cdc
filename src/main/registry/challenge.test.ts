import { describe, expect, it } from 'vitest';
import { parseChallenges } from './challenge.js';

const read = (...lines: string[]) =>
  parseChallenges(lines).map(({ scheme, parameters }) => [scheme, Object.fromEntries(parameters)]);

describe('a challenge', () => {
  it('is read with quoted and plain values, in any case, with any spaces', () => {
    expect(read('BEARER Realm = "https://a.example/token" ,SERVICE=r.example')).toEqual([
      ['bearer', { realm: 'https://a.example/token', service: 'r.example' }],
    ]);
  });

  it('may hold commas, equals signs and escaped quotes in a quoted value', () => {
    expect(read(String.raw`Bearer realm="https://a.example/?x=1,2",scope="say \"hi\" \\ there"`)).toEqual([
      ['bearer', { realm: 'https://a.example/?x=1,2', scope: String.raw`say "hi" \ there` }],
    ]);
  });

  it('may stand beside others, in one line or in several', () => {
    const bearer = ['bearer', { realm: 'https://a.example/t', service: 's' }];
    const basic = ['basic', { realm: 'R' }];
    const one = 'Bearer realm="https://a.example/t", service="s"';
    expect(read(`${one}, Basic realm="R"`)).toEqual([bearer, basic]);
    expect(read(one, 'Basic realm="R"')).toEqual([bearer, basic]);
    expect(read('Negotiate, Basic realm="R"')).toEqual([['negotiate', {}], basic]);
    expect(read('NTLM TlRMTVNTUAAB==, Basic realm="R"')).toEqual([['ntlm', {}], basic]);
  });

  it('may have no parameters', () => {
    expect(read('Basic')).toEqual([['basic', {}]]);
    expect(read('Bearer  ')).toEqual([['bearer', {}]]);
    expect(read('', ' , ')).toEqual([]);
  });

  it('keeps the parameters before one that was cut short', () => {
    for (const cut of ['service', 'service=', 'service="never closed'])
      expect(read(`Bearer realm="https://a.example/t",${cut}`)[0]).toEqual([
        'bearer',
        { realm: 'https://a.example/t' },
      ]);
  });

  it.each([
    'Basic realm="x" charset="UTF-8"',
    'Basic realm="never closed',
    'Basic realm="x\\',
    '"Basic"',
    '=x',
    `Basic realm="${'x'.repeat(20_000)}"`,
  ])('counts for nothing when malformed: %.40s', (line) => {
    expect(read(line, 'Basic realm="good"')).toEqual([['basic', { realm: 'good' }]]);
  });

  it('is read in time that grows with its length alone', () => {
    const started = performance.now();
    parseChallenges([`Bearer realm="${'\\"'.repeat(8000)}`, 'a'.repeat(16_000), `a ${'b '.repeat(7000)}`]);
    expect(performance.now() - started).toBeLessThan(1500);
  });
});
