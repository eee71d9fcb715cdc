import { describe, expect, it } from 'vitest';
import { referenceHelp } from './reference-words.js';

const digest = `sha256:${'a'.repeat(64)}`;

describe('the help for a typed image name', () => {
  it('says the registry, the repository and “latest” where they are not written', () => {
    expect(referenceHelp(' app ', false)).toEqual({
      kind: 'right',
      name: 'app:latest',
      words:
        'Registry Docker Hub, repository library/app, tag latest, as none is written. In full: docker.io/library/app:latest',
    });
    expect(referenceHelp('ghcr.io/me/app:1.2', false)).toEqual({
      kind: 'right',
      name: 'ghcr.io/me/app:1.2',
      words: 'Registry ghcr.io, repository me/app, tag 1.2.',
    });
  });

  it('says which part is wrong', () => {
    expect(referenceHelp('', false)).toEqual({ kind: 'empty' });
    for (const [text, part] of [
      ['-x.com/app', 'host name'],
      ['ghcr.io/Me/app', '“Me” has uppercase letters'],
      ['app:-1', '“-1” is not a tag'],
      ['app:', 'after the colon'],
      ['app@sha256:abc', 'not a digest'],
    ] as const) {
      expect(referenceHelp(text, true)).toEqual({ kind: 'wrong', detail: expect.stringContaining(part) });
    }
  });

  it('takes a digest only where an image is looked for', () => {
    expect(referenceHelp(`app@${digest}`, false).kind).toBe('wrong');
    expect(referenceHelp(`app@${digest}`, true)).toMatchObject({ kind: 'right', name: `app@${digest}` });
  });
});
