import { describe, expect, it } from 'vitest';
import { createCauses } from './causes.js';

const move = { reference: 'app:1', from: 'sha256:a', to: 'sha256:b' };
const event = (action: string, id: string) => ({ type: 'image', action, id }) as const;

describe('why a tag moved', () => {
  it('is what the engine told of the image, or of the name', () => {
    const causes = createCauses();
    expect(causes.of(move)).toBe('unknown');
    causes.onEvent(event('tag', 'sha256:b'));
    expect(causes.of(move)).toBe('tag');
    causes.onEvent(event('load', 'sha256:b'));
    expect(causes.of(move)).toBe('load');
    causes.onEvent(event('pull', 'docker.io/library/app:1'));
    expect(causes.of(move)).toBe('pull');
    expect(causes.of({ ...move, reference: 'app:2', to: null })).toBe('removal');
  });

  it('an import that tags is an import', () => {
    const causes = createCauses();
    causes.onEvent(event('import', 'sha256:b'));
    causes.onEvent(event('tag', 'sha256:b'));
    expect(causes.of(move)).toBe('import');
  });

  it('what Strata itself did comes first, and nothing counts for long', () => {
    let now = 0;
    const causes = createCauses(() => now);
    causes.onEvent(event('tag', 'sha256:b'));
    causes.note('app:1', 'build');
    expect(causes.of(move)).toBe('build');
    now = 60_000;
    expect(causes.of(move)).toBe('unknown');
  });
});
