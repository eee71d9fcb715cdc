import { describe, expect, it } from 'vitest';
import type { ImageSettings } from '../../../shared/contract/images.js';
import { noSettings } from '../../../../tests/support/sample-images.js';
import { commandLine, commandSentence, dockerRun, settingRows, shellWord } from './run-words.js';

const settings = (more: Partial<ImageSettings>): ImageSettings => ({ ...noSettings, ...more });

describe('how an image runs', () => {
  it('is entrypoint and command in one line, quoted as a shell takes them', () => {
    const nginx = settings({ entrypoint: ['/entry.sh'], command: ['nginx', '-g', 'daemon off;'] });
    expect(commandLine(nginx)).toBe("/entry.sh nginx -g 'daemon off;'");
    expect(commandSentence(nginx)).toMatch(/^The entrypoint always runs; the command/);
    expect(commandSentence(settings({}))).toMatch(/names no command/);
  });

  it('opens the ports that it exposes', () => {
    expect(dockerRun(settings({ ports: ['80/tcp', '53/udp'] }), 'web:1')).toBe(
      'docker run --rm -it -p 80:80 -p 53:53/udp web:1',
    );
  });

  it.each([
    ['', "''"],
    ["it's", String.raw`'it'\''s'`],
    ['$(rm -rf /)', "'$(rm -rf /)'"],
    ['a=b/c:1', 'a=b/c:1'],
  ])('quotes %s as %s', (word, quoted) => expect(shellWord(word)).toBe(quoted));
});

describe('the settings of an image', () => {
  const row = (more: Partial<ImageSettings>, wanted: string) =>
    settingRows(settings(more)).find(({ title }) => title === wanted);

  it('say who runs the command', () => {
    expect(row({}, 'User')).toMatchObject({ values: ['root'], meaning: expect.stringContaining('nobody') });
    expect(row({ user: '0:0' }, 'User')?.meaning).toMatch(/as root/);
    expect(row({ user: 'node' }, 'User')?.meaning).toMatch(/not as root/);
  });

  it('show a health check as it was written', () => {
    expect(row({ healthcheck: ['CMD-SHELL', 'curl -f x || exit 1'] }, 'Health check')?.values).toEqual([
      'curl -f x || exit 1',
    ]);
    expect(row({ healthcheck: ['CMD', 'ping', 'a b'] }, 'Health check')?.values).toEqual(["ping 'a b'"]);
    expect(row({ healthcheck: ['NONE'] }, 'Health check')?.meaning).toMatch(/switched off/);
  });

  it('leave out what is rarely set and isn’t', () => {
    expect(settingRows(settings({})).map(({ title }) => title)).toEqual([
      'Ports',
      'Working directory',
      'User',
    ]);
  });
});
