import { describe, expect, it } from 'vitest';
import type { ChangeTally, ComparedRow, ComparedSide } from '../../../shared/contract/layers.js';
import { aspectsPhrase, changeTitle, isNothing, sizePhrase, tallyPhrase } from './change-words.js';

const tally = (more: Partial<ChangeTally> = {}): ChangeTally => ({
  added: { files: 0, folders: 0, bytes: 0 },
  removed: { files: 0, folders: 0, bytes: 0 },
  changed: { files: 0, folders: 0, bytesBefore: 0, bytesAfter: 0 },
  ...more,
});
const side = (more: Partial<ComparedSide> = {}): ComparedSide => ({
  kind: 'file',
  size: 10,
  mode: 0o644,
  uid: 0,
  gid: 0,
  target: null,
  layer: 0,
  ...more,
});
const row = (more: Partial<ComparedRow> = {}): ComparedRow => ({
  path: 'etc/passwd',
  depth: 1,
  parent: 0,
  open: false,
  name: 'passwd',
  folder: '',
  change: 'changed',
  aspects: ['content'],
  before: side(),
  after: side(),
  isFolder: false,
  tally: tally({ changed: { files: 1, folders: 0, bytesBefore: 10, bytesAfter: 10 } }),
  ...more,
});

describe('how much differs', () => {
  it('is counted in files, folders and bytes, by kind of change', () => {
    const all = tally({
      added: { files: 1204, folders: 0, bytes: 3_400_000 },
      removed: { files: 1, folders: 2, bytes: 5 },
    });
    expect(tallyPhrase('added', all)).toBe('1,204 files (+3.4 MB)');
    expect(tallyPhrase('removed', all)).toBe('1 file, 2 folders (−5 B)');
    expect(tallyPhrase('changed', all)).toBe('none');
    expect(isNothing(all)).toBe(false);
    expect(isNothing(tally())).toBe(true);
  });
});

describe('an entry that differs', () => {
  it('says what of it: content of the same size too', () => {
    expect(changeTitle(row())).toBe('passwd, changed, other content, 10 B');
    expect(aspectsPhrase(row({ aspects: ['mode', 'owner'], after: side({ mode: 0o755, uid: 7 }) }))).toBe(
      '-rw-r--r-- → -rwxr-xr-x, 0:0 → 7:0',
    );
    expect(aspectsPhrase(row({ aspects: ['kind'], after: side({ kind: 'folder' }) }))).toBe(
      'a file → a folder',
    );
  });

  it('says bytes where there are any: no link and no empty folder has', () => {
    const link = side({ kind: 'link', size: 0, target: 'a' });
    expect(sizePhrase(row({ aspects: ['target'], before: link, after: link }))).toBe('');
    expect(sizePhrase(row({ isFolder: true, change: 'removed', after: null, tally: tally() }))).toBe('');
  });

  it('says of a folder what comes to in it', () => {
    const inside = tally({
      added: { files: 1, folders: 0, bytes: 5_000 },
      changed: { files: 1, folders: 0, bytesBefore: 9_000, bytesAfter: 1_000 },
    });
    expect(sizePhrase(row({ isFolder: true, change: 'inside', tally: inside }))).toBe('−3 kB');
  });
});
