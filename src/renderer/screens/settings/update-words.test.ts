import { describe, expect, it } from 'vitest';
import { aheadWords, dateWords, oldWords } from './update-words.js';

const DAY = 24 * 60 * 60 * 1000;
const releasedAt = Date.parse('2026-03-05T23:30:00Z');

describe('what Settings says of releases', () => {
  it('names a release’s day alike everywhere', () => {
    expect(dateWords(releasedAt)).toBe('March 5, 2026');
  });

  it('says that the newest is old once half a year has passed', () => {
    expect(oldWords({ version: '1.0.0', releasedAt }, releasedAt + 179 * DAY)).toBeNull();
    expect(oldWords({ version: '1.0.0', releasedAt }, releasedAt + 180 * DAY)).toContain('long ago');
  });

  it('says what becomes of a beta that is newer than stable', () => {
    expect(aheadWords('1.1.0-beta.2', { version: '1.0.0', releasedAt }, 'stable')).toBe(
      'Stable is at 1.0.0, which is older than this 1.1.0-beta.2. An older one is never installed: it comes with the next stable release.',
    );
  });
});
