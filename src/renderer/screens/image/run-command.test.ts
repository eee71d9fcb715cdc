import { describe, expect, it } from 'vitest';
import type { ImageSettings } from '../../../shared/contract/images.js';
import { noSettings } from '../../../../tests/support/sample-images.js';
import { commandLine, commandSentence, dockerRun, shellLine } from './run-command.js';

const settings = (more: Partial<ImageSettings>): ImageSettings => ({ ...noSettings, ...more });

describe('how an image runs', () => {
  it('is entrypoint and command in one line, quoted as a shell takes them', () => {
    const nginx = settings({ entrypoint: ['/entry.sh'], command: ['nginx', '-g', 'daemon off;'] });
    expect(commandLine(nginx)).toBe("/entry.sh nginx -g 'daemon off;'");
    expect(commandSentence(nginx)).toMatch(/^The entrypoint always runs; the command/);
    expect(commandSentence(settings({}))).toMatch(/names no command/);
  });

  it('shows a line of shell as it was written', () => {
    const start = settings({ command: ['/bin/sh', '-c', 'npm start && echo "done"'] });
    expect(commandLine(start)).toBe('npm start && echo "done"');
    expect(commandSentence(start)).toContain('as a line of shell (/bin/sh -c)');
    const bash = ['/bin/bash', '-o', 'pipefail', '-c'];
    expect(shellLine([...bash, 'a | b'], settings({ shell: bash }))).toBe('a | b');
    expect(shellLine([...bash, 'a | b'], settings({}))).toBeNull();
    expect(shellLine(['/bin/sh', '-c', 'a', 'b'], settings({}))).toBeNull();
  });

  it('says that arguments don’t reach an entrypoint that is a line of shell', () => {
    const both = settings({ entrypoint: ['/bin/sh', '-c', 'exec app'], command: ['--port', '80'] });
    expect(commandLine(both)).toBe("/bin/sh -c 'exec app' --port 80");
    expect(commandSentence(both)).toContain('Arguments don’t reach it');
  });

  it('says that a command of shell gives an entrypoint the shell’s name', () => {
    const both = settings({ entrypoint: ['/entry.sh'], command: ['/bin/sh', '-c', 'run it'] });
    expect(commandSentence(both)).toContain('its arguments begin with /bin/sh -c');
  });

  it('opens the ports that it exposes', () => {
    expect(dockerRun(settings({ ports: ['80/tcp', '53/udp'] }), 'web:1', 'posix')).toBe(
      'docker run --rm -it -p 80:80 -p 53:53/udp web:1',
    );
    const many = Array.from({ length: 13 }, (_, at) => `${8000 + at}/tcp`);
    expect(dockerRun(settings({ ports: many }), 'web:1', 'posix')).toBe(
      'docker run --rm -it --publish-all web:1',
    );
  });

  it.each([
    ['posix', String.raw`docker run --rm -it -p '1;x'\''y:1;x'\''y' web:1`],
    ['powershell', "docker run --rm -it -p '1;x''y:1;x''y' web:1"],
  ] as const)('is one harmless line in %s, whatever a port is called', (shell, line) => {
    expect(dockerRun(settings({ ports: ["1;x'y/tcp"] }), 'web:1', shell)).toBe(line);
  });
});
