import { describe, expect, it } from 'vitest';
import { makeUpdateKey } from '../../../tests/support/update-feed.js';
import { mayAsk, readFeed } from './feed.js';

const { key } = makeUpdateKey();
const read = (feed: string, keys: readonly string[] = [key]) => readFeed({ strataUpdates: { feed, keys } });

describe('the feed that a package has built in', () => {
  it('is a folder, with every key that it was given', () => {
    const feed = read('https://strata.example/updates', [key, makeUpdateKey().key]);
    expect(feed?.address.href).toBe('https://strata.example/updates/');
    expect(feed?.keys).toHaveLength(2);
  });

  it('is none without an address, or without a key: such a package doesn’t update itself', () => {
    expect(readFeed({ name: 'strata', version: '0.1.0' })).toBeNull();
    expect(readFeed(null)).toBeNull();
    expect(read('https://strata.example/', [])).toBeNull();
    expect(read('https://strata.example/', ['short'])).toBeNull();
    expect(read('not an address')).toBeNull();
  });

  it('is https, or this computer itself', () => {
    expect(read('http://127.0.0.1:8080/')).not.toBeNull();
    for (const address of ['http://strata.example/', 'file:///tmp/', 'https://ada:secret@strata.example/'])
      expect(read(address), address).toBeNull();
  });

  it('is not left by a redirect to an address that would not be asked itself', () => {
    expect(mayAsk(new URL('https://files.example/strata.deb'))).toBe(true);
    for (const address of [
      'http://files.example/',
      'http://127.0.0.1.example/',
      'ftp://files.example/',
      'data:,x',
    ])
      expect(mayAsk(new URL(address)), address).toBe(false);
  });
});
