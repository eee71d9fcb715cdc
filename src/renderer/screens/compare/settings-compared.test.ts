import { describe, expect, it } from 'vitest';
import { noSettings, sampleDetail, sampleImage } from '../../../../tests/support/sample-images.js';
import type { ImageSettings } from '../../../shared/contract/images.js';
import { settingsCompared } from './settings-compared.js';

const image = (more: Partial<ImageSettings>) =>
  sampleDetail(sampleImage(1, 'app:1'), { settings: { ...noSettings, ...more } });

const differing = (before: Partial<ImageSettings>, after: Partial<ImageSettings>) =>
  settingsCompared(image(before), image(after))
    .filter(({ differs }) => differs)
    .map(({ title, before: one, after: other }) => [title, one, other]);

const pair = (name: string, value: string) => ({ name, value });

describe('the settings of two images', () => {
  it('differ in variables and labels by name, whatever their order', () => {
    expect(
      differing(
        { environment: [pair('A', '1'), pair('B', '2')], labels: [pair('gone', 'x')] },
        { environment: [pair('B', '3'), pair('A', '1')] },
      ),
    ).toEqual([
      ['ENV B', '2', '3'],
      ['LABEL gone', 'x', ''],
    ]);
  });

  it('tell that a secret differs, never what it is', () => {
    const [row] = differing(
      { environment: [pair('DB_PASSWORD', 'canary')] },
      { environment: [pair('DB_PASSWORD', 'canary-2')] },
    );
    expect(row).toEqual(['ENV DB_PASSWORD', '(hidden)', '(hidden)']);
  });

  it('tell a value that is set to nothing from none', () => {
    expect(differing({ environment: [pair('A', '')] }, {})).toEqual([['ENV A', '""', '']]);
  });

  it('of one and the same image are the same', () =>
    expect(differing({ user: 'ada' }, { user: 'ada' })).toEqual([]));
});
