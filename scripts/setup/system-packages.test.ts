import { describe, expect, it } from 'vitest';
import { installCommand, packagesOf } from './system-packages.mjs';

const sound = {
  apt: ['libasound2', 'libasound2t64'],
  dnf: 'alsa-lib',
  pacman: 'alsa-lib',
  has: { library: 'libasound.so.2' },
  why: 'sound',
};
const engine = {
  apt: ['docker.io', 'docker-ce'],
  dnf: 'moby-engine',
  pacman: 'docker',
  has: { program: 'dockerd' },
  why: 'an engine',
};

describe('the packages that are named to apt', () => {
  it('go by the name that this system knows', () => {
    expect([...packagesOf([sound], (name) => name.endsWith('t64'))]).toEqual(['libasound2t64']);
    expect([...packagesOf([sound, engine], () => true)]).toEqual(['libasound2', 'docker.io']);
  });

  it("go by Debian's name where nothing is known yet, each once", () => {
    expect([...packagesOf([engine, engine], () => false)]).toEqual(['docker.io']);
  });
});

describe('the command that is printed', () => {
  it.each([
    ['apt', 'sudo apt-get update && sudo apt-get install -y --no-install-recommends libasound2 docker.io'],
    ['dnf', 'sudo dnf install -y alsa-lib moby-engine'],
    ['pacman', 'sudo pacman -S --needed alsa-lib docker'],
  ] as const)('for %s can be run as it is', (manager, command) => {
    expect(installCommand([sound, engine], manager, () => true)).toBe(command);
  });
});
