import { describe, expect, it } from 'vitest';
import { baseSentences, saidBase } from './base-words.js';

const digest = `sha256:${'a'.repeat(64)}`;
const base = { id: 'sha256:1', names: ['alpine:3.20', 'alpine:latest'], layers: 1 };

describe('what an image stands on', () => {
  it('is told by its layers', () => {
    const nothing = saidBase([]);
    expect(baseSentences(base, nothing, [])).toEqual([
      'It stands on alpine:3.20 and alpine:latest: its lowest layer is the same.',
    ]);
    expect(baseSentences({ ...base, layers: 3 }, nothing, [])[0]).toContain(
      'its 3 lowest layers are the same',
    );
    expect(baseSentences(null, nothing, [])).toHaveLength(1);
  });

  it('is told by its labels, and whether that is here', () => {
    const said = saidBase([
      { name: 'org.opencontainers.image.base.name', value: 'docker.io/library/alpine:3.20' },
      { name: 'org.opencontainers.image.base.digest', value: digest },
    ]);
    const here = (id: string) => [{ id, digests: [`alpine@${digest}`] }];
    expect(baseSentences(base, said, [])).toContain('No image here has that digest.');
    expect(baseSentences(base, said, here('sha256:1')).at(-1)).toBe('That is the image here.');
    expect(baseSentences(base, said, here('sha256:2')).at(-1)).toBe(
      'That digest belongs to another image here.',
    );
  });
});
