import { describe, expect, it } from 'vitest';
import { knownLabel, linkOf } from './label-words.js';

describe('a label', () => {
  it('that the OCI specification names is explained', () => {
    expect(knownLabel('org.opencontainers.image.base.name')?.title).toBe('Base image');
    expect(knownLabel('org.opencontainers.image.constructor')).toBeNull();
    expect(knownLabel('maintainer')).toBeNull();
  });

  it.each([
    ['https://example.org/a?b#c', 'https://example.org/a?b#c'],
    ['https://аpple.com/', 'https://xn--pple-43d.com/'],
    ['http://example.org', null],
    ['javascript:alert(1)', null],
    ['file:///etc/passwd', null],
    ['https://google.com@example.org/', null],
    ['see https://example.org', null],
    [`https://example.org/${'x'.repeat(3000)}`, null],
  ])('%s leads to %s', (value, link) => expect(linkOf(value)).toBe(link));
});
