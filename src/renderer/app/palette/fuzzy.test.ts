import { describe, expect, it } from 'vitest';
import { fuzzyMatch } from './fuzzy.js';

const score = (text: string, query: string): number => fuzzyMatch(text, query)?.score ?? -1;
const marked = (text: string, query: string): string =>
  fuzzyMatch(text, query)
    ?.at.map((at) => text[at])
    .join('') ?? '';

describe('a text', () => {
  it('is found by letters in order, and by no others', () => {
    expect(fuzzyMatch('ghcr.io/acme/shop-api:1.0', 'gasa')).not.toBeNull();
    expect(fuzzyMatch('alpine:3.20', 'alpx')).toBeNull();
    expect(fuzzyMatch('alpine:3.20', 'enipla')).toBeNull();
  });

  it('is found by words in any order', () => {
    expect(fuzzyMatch('Add a tag to this image…', 'image tag')).not.toBeNull();
    expect(fuzzyMatch('Add a tag to this image…', 'image flag')).toBeNull();
  });

  it('is found by everything when nothing is typed', () => {
    expect(fuzzyMatch('alpine:3.20', '  ')).toEqual({ score: 0, at: [] });
  });

  it('that has the letters together comes before one that has them apart', () => {
    expect(score('node:20', 'node')).toBeGreaterThan(score('nginx-proxy-demo:e', 'node'));
  });

  it('that begins a part with them comes before one that has them within', () => {
    expect(score('acme/api:1', 'api')).toBeGreaterThan(score('acme/rapid:1', 'api'));
    expect(score('api:1', 'api')).toBeGreaterThan(score('apidocs:1', 'api'));
  });

  it('says which letters answered, first letters of its parts where there are', () => {
    expect(fuzzyMatch('acme/shop-api', 'sa')?.at).toEqual([5, 10]);
    expect(marked('Go to Registries', 'reg')).toBe('Reg');
  });
});
