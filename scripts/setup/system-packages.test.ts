import { describe, expect, it } from 'vitest';
import { packagesOf } from './system-packages.mjs';

const sound = { apt: ['libasound2', 'libasound2t64'], has: { library: 'libasound.so.2' }, why: 'sound' };
const engine = { apt: ['docker.io', 'docker-ce'], has: { program: 'dockerd' }, why: 'an engine' };

describe('the packages that are named to apt', () => {
  it('go by the name that this system knows', () => {
    expect([...packagesOf([sound], (name) => name.endsWith('t64'))]).toEqual(['libasound2t64']);
    expect([...packagesOf([sound, engine], () => true)]).toEqual(['libasound2', 'docker.io']);
  });

  it("go by Debian's name where nothing is known yet, each once", () => {
    expect([...packagesOf([engine, engine], () => false)]).toEqual(['docker.io']);
  });
});
