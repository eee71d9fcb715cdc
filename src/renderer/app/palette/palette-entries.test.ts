import { describe, expect, it } from 'vitest';
import { actionEntry, findEntries, folderEntry, imageEntry, withRecent } from './palette-entries.js';

const image = (name: string) => imageEntry({ target: name, name });
const entries = [
  actionEntry('go-images'),
  actionEntry('pull'),
  actionEntry('theme-dark'),
  folderEntry('/home/ada/shop-api'),
  image('alpine:3.20'),
  image('acme/shop-api:1.0'),
];
const keys = (query: string, recent: readonly string[] = []): readonly string[] =>
  findEntries(entries, query, recent).map(({ entry }) => entry.key);

describe('the palette', () => {
  it('offers everything, what was used last first', () => {
    expect(keys('', ['image:alpine:3.20', 'action:theme-dark', 'image:gone:1'])).toEqual([
      'image:alpine:3.20',
      'action:theme-dark',
      'action:go-images',
      'action:pull',
      'folder:/home/ada/shop-api',
      'image:acme/shop-api:1.0',
    ]);
  });

  it('finds images and folders by their names', () => {
    expect(keys('shop')).toEqual(['image:acme/shop-api:1.0', 'folder:/home/ada/shop-api']);
    expect(keys('shop', ['folder:/home/ada/shop-api'])[0]).toBe('folder:/home/ada/shop-api');
  });

  it('finds an action by other words for it, without a mark on those', () => {
    const [found] = findEntries(entries, 'download', []);
    expect(found).toMatchObject({ entry: { key: 'action:pull' }, at: [] });
  });

  it('offers nothing for what nothing answers', () => {
    expect(keys('qqqq')).toEqual([]);
  });

  it('answers among thousands of images within a keystroke', () => {
    const many = Array.from({ length: 5000 }, (_, at) => image(`registry.example.com/team-${at}/app:${at}`));
    expect(findEntries(many, 'team 4999', []).map(({ entry }) => entry.words)[0]).toBe(
      'registry.example.com/team-4999/app:4999',
    );
  });
});

describe('what was used', () => {
  it('is remembered once, newest first, and not for ever', () => {
    expect(withRecent(['a', 'b'], 'b')).toEqual(['b', 'a']);
    expect(
      withRecent(
        Array.from({ length: 20 }, (_, at) => `${at}`),
        'new',
      ),
    ).toHaveLength(20);
  });
});
