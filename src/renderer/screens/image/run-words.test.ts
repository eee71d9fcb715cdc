import { describe, expect, it } from 'vitest';
import type { HealthCheck, ImageSettings } from '../../../shared/contract/images.js';
import { noSettings } from '../../../../tests/support/sample-images.js';
import { settingRows } from './run-words.js';

const rows = (more: Partial<ImageSettings>) =>
  settingRows({ settings: { ...noSettings, ...more }, os: 'linux', architecture: 'arm64' });

describe('the settings of an image', () => {
  const row = (more: Partial<ImageSettings>, wanted: string) =>
    rows(more).find(({ title }) => title === wanted);

  it('say who runs the command', () => {
    expect(row({}, 'User')).toMatchObject({ values: ['root'], meaning: expect.stringContaining('nobody') });
    expect(row({ user: '0:0' }, 'User')?.meaning).toMatch(/as root/);
    expect(row({ user: 'node' }, 'User')?.meaning).toMatch(/not as root/);
  });

  const check = (more: Partial<HealthCheck>): HealthCheck => ({
    test: ['CMD', 'ping', 'a b'],
    interval: 30_000,
    timeout: 30_000,
    startPeriod: 0,
    retries: 3,
    ...more,
  });

  it('show a health check as it was written, and say in words how it goes', () => {
    expect(
      row({ healthcheck: check({ test: ['CMD-SHELL', 'curl -f x || exit 1'] }) }, 'Health check')?.values,
    ).toEqual(['curl -f x || exit 1']);
    expect(row({ healthcheck: check({}) }, 'Health check')?.values).toEqual(["ping 'a b'"]);
    expect(row({ healthcheck: check({ test: ['NONE'] }) }, 'Health check')?.meaning).toMatch(/switched off/);
    const often = check({ interval: 90_000, timeout: 2000, startPeriod: 60_000, retries: 1 });
    expect(row({ healthcheck: often }, 'Health check')?.meaning).toBe(
      'Runs in the container every 1 m 30 s, and has failed after 2.0 s. When it fails once, the container is marked unhealthy; nothing restarts it. Failures in the first 1 m 00 s don’t count.',
    );
  });

  it('say that a port is documented, not published', () => {
    expect(row({ ports: ['80/tcp'] }, 'Ports')).toMatchObject({
      values: ['80/tcp'],
      meaning: expect.stringContaining('not published'),
    });
  });

  it('leave out what is rarely set and isn’t', () => {
    expect(rows({}).map(({ title }) => title)).toEqual(['Ports', 'Working directory', 'User', 'Platform']);
    expect(row({}, 'Platform')?.values).toEqual(['linux/arm64']);
  });
});
