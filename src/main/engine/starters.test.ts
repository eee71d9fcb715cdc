import { describe, expect, it } from 'vitest';
import { findStarters, startEngine, type StarterParts } from './starters.js';

const ran: string[] = [];
/** A system whose units are these. */
const linux = (loaded: readonly string[]): StarterParts => ({
  platform: 'linux',
  environment: {},
  output(program, words) {
    ran.push([program, ...words].join(' '));
    if (words.includes('start')) return Promise.resolve('');
    const unit = [words.includes('--user') ? 'user:' : '', words.at(-1)].join('');
    return Promise.resolve(loaded.includes(unit) ? 'loaded\n' : 'not-found\n');
  },
});

describe('engines that are installed and don’t run', () => {
  it('are the units that the system knows', async () => {
    const found = await findStarters(linux(['docker.service', 'user:podman.socket']));
    expect(found.map(({ name }) => name)).toEqual(['Docker', 'Podman']);
  });

  it('are none where there is no systemd', async () => {
    const output = (): Promise<string> => Promise.reject(new Error('ENOENT'));
    expect(await findStarters({ platform: 'linux', environment: {}, output })).toEqual([]);
  });

  it('are the apps of a Mac and Docker Desktop of Windows', async () => {
    const mac = {
      platform: 'darwin',
      environment: {},
      exists: (path: string) => path.includes('OrbStack'),
    } as const;
    expect(await findStarters(mac)).toMatchObject([{ name: 'OrbStack', words: ['-g', '-a', 'OrbStack'] }]);
    const windows = { platform: 'win32', environment: {}, exists: () => true } as const;
    expect(await findStarters(windows)).toMatchObject([{ name: 'Docker Desktop' }]);
  });

  it('are started by the system, word by word', async () => {
    await startEngine('user:podman.socket', linux(['user:podman.socket']));
    expect(ran.at(-1)).toBe('systemctl --user start podman.socket');
  });

  it('are not started when nobody knows them, or the system refuses', async () => {
    await expect(startEngine('rm -rf /', linux(['docker.service']))).rejects.toThrow('no longer knows it');
    const refusing: StarterParts = {
      platform: 'linux',
      environment: {},
      output: (_program, words) =>
        words.includes('start') ? Promise.reject(new Error('Access denied')) : Promise.resolve('loaded'),
    };
    await expect(startEngine('docker.service', refusing)).rejects.toMatchObject({
      failure: { code: 'denied', title: 'Docker was not started', cause: 'Access denied' },
    });
  });
});
