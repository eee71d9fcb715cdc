import { describe, expect, it } from 'vitest';
import { buildOptions, withDefaults, type BuildRequest } from './build-options.js';

const least: BuildRequest = {
  folder: '/project',
  dockerfile: 'Dockerfile',
  imageName: 'app',
  arguments: [],
  ignoreCache: false,
  pullBase: true,
};

describe('a build’s options', () => {
  it.each([
    ['the least', least],
    [
      'some',
      { ...least, network: 'none', sshAgent: true, labels: [{ name: 'a', value: 'b' }], target: 'test' },
    ],
    ['what is there without a value', { ...least, extraTags: undefined, secrets: undefined }],
  ] satisfies [string, BuildRequest][])(
    'of %s are in the window what the router makes of them',
    (_, request) => {
      expect(withDefaults(request)).toEqual(buildOptions.parse(request));
    },
  );
});
