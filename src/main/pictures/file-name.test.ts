import { describe, expect, it } from 'vitest';
import { fileNameOf } from './file-name.js';

describe('the proposed name of a picture', () => {
  it.each([
    ['Layers of alpine:3.20', 'Layers-of-alpine-3.20.svg'],
    ['Layers of localhost:5000/team/app:v1', 'Layers-of-localhost-5000-team-app-v1.svg'],
    ['Gemeinsame Layer', 'Gemeinsame-Layer.svg'],
    ['../../etc/passwd', 'etc-passwd.svg'],
    ['C:\\Windows\\x', 'C-Windows-x.svg'],
    ['a\0b\nc', 'a-b-c.svg'],
    ['cod\u202egpj.exe', 'cod-gpj.exe.svg'],
    ['..', 'picture.svg'],
    ['', 'picture.svg'],
    ['  . ', 'picture.svg'],
    ['-rf', 'rf.svg'],
    ['nul', 'picture-nul.svg'],
    ['COM1.txt', 'picture-COM1.txt.svg'],
    ['日本語', '日本語.svg'],
    ['\ud800', 'picture.svg'],
  ])('%j becomes %s', (title, name) => {
    expect(fileNameOf(title, 'svg')).toBe(name);
  });

  it('has an end, and never half of a character', () => {
    const name = fileNameOf('😀'.repeat(500), 'png');
    expect(Buffer.byteLength(name)).toBe(204);
    expect(name).not.toMatch(/\p{Cs}/u);
  });
});
