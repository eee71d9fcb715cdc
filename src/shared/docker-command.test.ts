import { describe, expect, it } from 'vitest';
import { buildOptions, type BuildRequest } from './contract/build-options.js';
import { dockerCommand } from './docker-command.js';

const options = (more: Partial<BuildRequest> = {}) =>
  buildOptions.parse({
    folder: '/home/me/my app',
    dockerfile: 'Dockerfile',
    imageName: 'app:1',
    arguments: [],
    ignoreCache: false,
    pullBase: false,
    ...more,
  });

describe('the command for a terminal', () => {
  it('is short for a build without options', () => {
    expect(dockerCommand(options({ folder: '/app' }))).toBe(
      'DOCKER_BUILDKIT=1 docker build --tag app:1 /app',
    );
  });

  it('has every option', () => {
    const all = options({
      dockerfile: 'docker/web.Dockerfile',
      extraTags: ['app:latest'],
      target: 'build',
      platform: 'linux/arm64',
      arguments: [{ name: 'VERSION', value: '1.2' }],
      labels: [{ name: 'org.example', value: 'it is' }],
      secrets: [
        { id: 'npm', from: 'file', source: '.npmrc' },
        { id: 'key', from: 'environment', source: 'KEY' },
      ],
      sshAgent: true,
      network: 'none',
      cacheFrom: ['app:cache'],
      ignoreCache: true,
      pullBase: true,
    });
    expect(dockerCommand(all)).toBe(
      "DOCKER_BUILDKIT=1 docker build --tag app:1 --tag app:latest --file '/home/me/my app/docker/web.Dockerfile'" +
        " --target build --platform linux/arm64 --build-arg VERSION=1.2 --label 'org.example=it is'" +
        " --secret 'id=npm,src=/home/me/my app/.npmrc' --secret id=key,env=KEY --ssh default --network none" +
        " --cache-from app:cache --no-cache --pull '/home/me/my app'",
    );
  });

  it('never holds what a name says is a secret', () => {
    const command = dockerCommand(options({ arguments: [{ name: 'NPM_TOKEN', value: 'hidden' }] }));
    expect(command).toContain('--build-arg NPM_TOKEN ');
    expect(command).not.toContain('hidden');
  });

  it('can’t be broken out of, in either shell', () => {
    const nasty = options({ folder: '/a', arguments: [{ name: 'A', value: `'; rm -rf ~; $(x) \`y\`` }] });
    expect(dockerCommand(nasty)).toContain(`'A='\\''; rm -rf ~; $(x) \`y\`'`);
    expect(dockerCommand(nasty, 'powershell')).toContain(`'A=''; rm -rf ~; $(x) \`y\`'`);
  });
});
