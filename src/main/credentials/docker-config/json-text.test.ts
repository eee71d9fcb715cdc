import { describe, expect, it } from 'vitest';
import { membersAt, readJson, withMember, withoutMember } from './json-text.js';

const entry = (key: string) => [{ field: 'auths' }, { key }] as const;
const config = `{
    "zeta": 1e400,
    "auths": {
        "ghcr.io":   { "auth": "YTpi" , "email" : "a\\u0040b" },
        "quay.io": {"auth": "Yzpk"}
    },
    "plugins": { "x": { "deep": [ {"}": "{\\"" }, 12345678901234567890 ] } }
}
`;

describe('what is taken out', () => {
  it('leaves every other character where it was', () => {
    expect(withoutMember(config, entry('ghcr.io'))).toBe(
      config.replace('"ghcr.io":   { "auth": "YTpi" , "email" : "a\\u0040b" },\n        ', ''),
    );
    expect(withoutMember(config, [...entry('ghcr.io'), { field: 'auth' }])).toBe(
      config.replace('"auth": "YTpi" , ', ''),
    );
    expect(withoutMember(config, entry('quay.io'))).toBe(
      config.replace(',\n        "quay.io": {"auth": "Yzpk"}', ''),
    );
    expect(withoutMember(config, [{ field: 'plugins' }])).not.toContain('deep');
  });

  it('leaves what held it, empty', () => {
    expect(withoutMember('{ "a": { "b": 1 } }', [{ key: 'a' }, { key: 'b' }])).toBe('{ "a": {} }');
    expect(withoutMember('{"a":1}', [{ key: 'a' }])).toBe('{}');
  });

  it('is gone however often and in whatever case it was written', () => {
    const twice = '{"Auths":{"x":{"auth":"1"}},"auths":{"x":{"AUTH":"2","auth":"3"},"X":{"auth":"4"}}}';
    expect(withoutMember(twice, [...entry('x'), { field: 'auth' }])).toBe(
      '{"Auths":{"x":{}},"auths":{"x":{},"X":{"auth":"4"}}}',
    );
  });

  it('may not be there', () => {
    expect(withoutMember(config, entry('other.io'))).toBe(config);
    expect(withoutMember(config, [{ key: 'zeta' }, { key: 'more' }])).toBe(config);
  });
});

describe('what is put in', () => {
  it('comes last, indented as the others are', () => {
    expect(withMember(config, [{ field: 'credsStore' }], 'strata')).toBe(
      config.replace(/\n\}\n$/, ',\n    "credsStore": "strata"\n}\n'),
    );
    expect(withMember(config, [{ field: 'credHelpers' }, { key: 'ghcr.io' }], 'strata')).toBe(
      config.replace(/\n\}\n$/, ',\n    "credHelpers": {\n        "ghcr.io": "strata"\n    }\n}\n'),
    );
    expect(withMember(config, entry('new.io'), {})).toContain('"Yzpk"},\n        "new.io": {}\n    },');
  });

  it('takes the place of what was there', () => {
    expect(withMember('{ "CredsStore":"pass" }', [{ field: 'credsStore' }], 'strata')).toBe(
      '{ "CredsStore":"strata" }',
    );
    expect(withMember('{"credHelpers":null}', [{ field: 'credHelpers' }, { key: 'a"b' }], 'x')).toBe(
      '{"credHelpers":{"a\\"b":"x"}}',
    );
  });

  it('makes a file as docker would where there is none', () => {
    for (const nothing of ['', ' \n', '{}'])
      expect(withMember(nothing, [{ field: 'credsStore' }], 'strata')).toBe('{\n\t"credsStore": "strata"\n}');
  });

  it('and taken out again, is the text that was', () => {
    const path = [{ field: 'credsStore' }] as const;
    expect(withoutMember(withMember(config, path, 'x'), path)).toBe(config);
  });
});

it('every text stays JSON with the same other values', () => {
  const texts = [
    config,
    '{"a":[],"b":"\\\\"}',
    '{ "a" : [ [ ] , "]" ] , "" : { } }',
    '{"a":-1.5E+3,"b":true}',
  ];
  for (const text of texts) {
    const before = JSON.parse(text) as Record<string, unknown>;
    for (const key of Object.keys(before)) {
      const { [key]: _, ...others } = before;
      expect(JSON.parse(withoutMember(text, [{ key }]))).toEqual(others);
      expect(JSON.parse(withMember(text, [{ key }], [1]))).toEqual({ ...others, [key]: [1] });
    }
  }
});

it('no JSON is refused, and what is nested without end', () => {
  expect(() => readJson('{"a":1,}')).toThrow(SyntaxError);
  expect(() => readJson('['.repeat(100_000) + ']'.repeat(100_000))).toThrow(RangeError);
  expect(membersAt(readJson('{"a":1,"A":2}'), { field: 'a' })).toHaveLength(2);
});
