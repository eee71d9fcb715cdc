import { describe, expect, it } from 'vitest';
import type { ImageSettings } from '../../../shared/contract/images.js';
import { commandLine, commandSentence, dockerRun, shellWord } from './run-words.js';

const settings = (more: Partial<ImageSettings>): ImageSettings => ({
  entrypoint: [],
  command: [],
  environment: [],
  workingDirectory: '',
  user: '',
  ports: [],
  volumes: [],
  labels: [],
  stopSignal: '',
  shell: [],
  onBuild: [],
  healthcheck: [],
  ...more,
});

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
