import { describe, expect, it } from 'vitest';
import {
  familiarName,
  familiarRepository,
  fullName,
  looseName,
  parseReference,
  tryReference,
  withDefaultTag,
} from './reference.js';

describe('a reference', () => {
  it.each([
    ['alpine', 'docker.io/library/alpine', 'alpine'],
    ['alpine:3.20', 'docker.io/library/alpine:3.20', 'alpine:3.20'],
    ['docker.io/library/alpine', 'docker.io/library/alpine', 'alpine'],
    ['index.docker.io/me/app', 'docker.io/me/app', 'me/app'],
    ['ghcr.io/app', 'ghcr.io/app', 'ghcr.io/app'],
    ['localhost/app', 'localhost/app', 'localhost/app'],
    ['host:5000/app', 'host:5000/app', 'host:5000/app'],
    ['[::1]:5000/app:1', '[::1]:5000/app:1', '[::1]:5000/app:1'],
    ['team/app_x__y--z.w', 'docker.io/team/app_x__y--z.w', 'team/app_x__y--z.w'],
    [
      `app@sha256:${'a'.repeat(64)}`,
      `docker.io/library/app@sha256:${'a'.repeat(64)}`,
      `app@sha256:${'a'.repeat(64)}`,
    ],
  ])('%s is %s in full', (text, full, familiar) => {
    const reference = parseReference(text);
    expect(fullName(reference)).toBe(full);
    expect(familiarName(reference)).toBe(familiar);
    expect(parseReference(familiar)).toEqual(reference);
  });

  it.each([
    ['', 'empty'],
    ['team/App', 'uppercase'],
    ['my app', 'space'],
    ['app:', 'after the colon'],
    ['app:-1', 'not a tag'],
    [`app:${'x'.repeat(129)}`, '128'],
    ['team//app', 'empty part'],
    ['-app', 'begins or ends'],
    ['app@sha256:abc', 'not a digest'],
    [`app@sha256:${'a'.repeat(63)}`, '64'],
    ['a'.repeat(64), 'image id'],
    [`x/${'a'.repeat(260)}`, '255'],
    ['http://x/app', 'registry'],
  ])('%s is refused, and says which part is wrong', (text, part) => {
    const read = tryReference(text);
    expect(read).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
    expect(!read.ok && `${read.failure.title} ${read.failure.detail}`.toLowerCase()).toMatch(
      part === 'registry' ? /host|empty part/ : part,
    );
  });

  it('without tag and digest means latest', () => {
    expect(familiarName(withDefaultTag(parseReference('alpine')))).toBe('alpine:latest');
    expect(familiarName(withDefaultTag(parseReference('alpine:3')))).toBe('alpine:3');
    expect(familiarRepository(parseReference('alpine:3'))).toBe('alpine');
  });
});

describe('a name made of any text', () => {
  it.each([
    ['My App!', 'my-app'],
    ['  Café 2 ', 'cafe-2'],
    ['a.b_c__d', 'a.b_c__d'],
    ['.hidden', 'hidden'],
    ['___', 'image'],
    ['日本', 'image'],
    ['a___b', 'a-b'],
    ['a._b', 'a.b'],
    ['x'.repeat(300), 'x'.repeat(128)],
    ['0'.repeat(64), '0'.repeat(12)],
    ['-'.repeat(200_000), 'image'],
  ])('%s gives %s', (text, name) => {
    expect(looseName(text)).toBe(name);
  });

  it('is always a valid repository', () => {
    let seed = 7;
    const letters = 'aZ0._-_- !ßé/日\t:@';
    for (let n = 0; n < 5_000; n++) {
      let text = '';
      for (let length = n % 20; length >= 0; length--) {
        seed = (seed * 1103515245 + 12345) % 2147483648;
        text += letters[seed % letters.length] ?? '';
      }
      expect(tryReference(looseName(text)).ok, `${text} → ${looseName(text)}`).toBe(true);
    }
  });
});
