import { describe, expect, it } from 'vitest';
import { redactLog } from './redact.js';

const kim = { username: 'kim', folders: ['/home/kim', '/home/kim/.config/Strata'] };
const redacted = (text: string): string => redactLog(text, kim);

describe('what is taken out of a log', () => {
  it('a value that stands in its own name goes all the same', () => {
    expect(redacted('DB_PASSWORD=PASSWORD')).toBe('DB_PASSWORD=[secret]');
    expect(redacted("db_password: 'db_passw'")).toBe("db_password: '[secret]'");
  });

  it.each([
    ['ghp_0123456789abcdefABCDEF0123456789abcd', 'a token by its form'],
    ['password=Canary7f3equoted', 'a password that is assigned'],
    ['"authorization": "Basic YWRhOmM0bmFyeQ=="', 'a header'],
    ['Bearer eyJhbGciOi.J9.c4naryc4nary', 'a bearer token'],
    ['https://ada:c4nary123@ghcr.io/v2/', 'an address with a login'],
    ['pulled ghcr.io/team/secret-project:1.2', 'an image'],
    ['connect ECONNREFUSED 10.2.3.4:5000', 'a host'],
    ['ENOSPC, write /home/kim/work/merger/Dockerfile', 'a path'],
    ['C:\\Users\\kim\\work\\merger\\Dockerfile', 'a path of Windows'],
    ['ada@example.org could not log in', 'an address of a person'],
    ['kim has no keyring', 'the user'],
    ['a project in /srv/merger/app is gone', 'a path elsewhere'],
  ])('%s: %s', (text) => {
    const left = redacted(text);
    for (const canary of [
      'ghp_',
      'Canary',
      'YWRh',
      'c4nary',
      'ghcr',
      'team',
      'secret-project',
      '10.2',
      'kim',
      'merger',
      'ada@',
    ])
      expect(left).not.toContain(canary);
  });

  it.each([
    'info Strata 0.1.0 on Electron 33.2.1 (compatibility), Chrome 130.0.6723.137, Node 20.18.1',
    'error images.list failed Error: the answer is no list',
    '2026-11-24T16:05:04.178Z info started',
    "error uncaught TypeError: Cannot read properties of undefined (reading 'Id')",
  ])('what tells what happened stays: %s', (text) => {
    expect(redacted(text)).toBe(text);
  });

  it('a trace keeps its functions, files and lines', () => {
    const trace = 'at list (file:///opt/Strata/resources/app.asar/out/main/index.js:120:7)';
    expect(redacted(trace)).toBe('at list (file:…/index.js:120:7)');
    expect(redacted('at run (/home/kim/strata/out/main/index.js:3:1)')).toBe('at run (…/index.js:3:1)');
  });

  it('a long line of anything is done at once', () => {
    const began = performance.now();
    for (const text of ['a.'.repeat(50_000), '/'.repeat(100_000), 'x@'.repeat(50_000), '1.'.repeat(50_000)])
      redacted(text);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
