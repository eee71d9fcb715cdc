import { describe, expect, it } from 'vitest';
import { pageQuery, readPageQuery } from './page-address.js';

describe('a page’s address', () => {
  it('tells what it was given', () => {
    const start = { window: 12, language: 'ar-XB', system: 'de', theme: 'contrast' } as const;
    expect(readPageQuery(pageQuery(start))).toEqual(start);
  });

  it.each(['', '?window=0&theme=pink', '?window=-3', '?window=1e99&language=xx', '?language=&system=%00'])(
    'that says %j begins as a first window does',
    (query) => {
      expect(readPageQuery(query)).toEqual({ window: 1, language: 'en', system: 'en', theme: 'system' });
    },
  );
});
