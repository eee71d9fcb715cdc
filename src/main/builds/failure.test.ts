import { describe, expect, it } from 'vitest';
import { buildFailure } from './failure.js';

const failure = (
  message: string,
  step: { name: string; line: number | null; error: string | null } | null = null,
  output: string[] = [],
) => buildFailure({ imageName: 'app:latest', dockerfile: 'web/Dockerfile', message, step, output });

describe('a failed build', () => {
  it.each([
    'failed to solve with frontend dockerfile.v0: failed to create LLB definition: executor failed running [/bin/sh -c make]: exit code: 7',
    'failed to solve: process "/bin/sh -c make" did not complete successfully: exit code: 7',
    "The command '/bin/sh -c make' returned a non-zero code: 7",
  ])('names step, line, exit code and last words: %s', (message) => {
    const step = { name: '[build 2/5] RUN make', line: 4, error: message };
    expect(failure(message, step, ['one', '\u001b[31mno such target\u001b[0m', ''])).toMatchObject({
      code: 'build-failed',
      title: expect.stringContaining('RUN make') as string,
      detail: expect.stringMatching(/exit code 7.*line 4.*no such target/) as string,
      source: { file: 'web/Dockerfile', line: 4 },
      cause: expect.stringContaining('one\n') as string,
    });
  });

  it.each([
    'failed to solve with frontend dockerfile.v0: failed to create LLB definition: dockerfile parse error line 3: unknown instruction: COYP',
    'failed to solve: dockerfile parse error on line 3: unknown instruction: COYP (did you mean COPY?)',
    'dockerfile parse error line 3: unknown instruction: COYP',
    'Dockerfile parse error line 3: unknown instruction: COYP',
  ])('names file, line and reason of a syntax error: %s', (message) => {
    expect(failure(message)).toMatchObject({
      code: 'build-failed',
      source: { file: 'web/Dockerfile', line: 3 },
      detail: expect.stringContaining('COYP') as string,
    });
  });

  it.each([
    ['failed to compute cache key: "/missing.txt" not found: not found', '/missing.txt'],
    [
      'failed to solve: failed to compute cache key: failed to calculate checksum of ref abc::def: "/missing.txt": not found',
      '/missing.txt',
    ],
    [
      'COPY failed: file not found in build context or excluded by .dockerignore: stat missing.txt: file does not exist',
      'missing.txt',
    ],
    [
      'COPY failed: stat /var/lib/docker/tmp/docker-builder1/missing.txt: no such file or directory',
      'missing.txt',
    ],
  ])('names what a COPY looked for in vain: %s', (message, path) => {
    const { code, title, source } = failure(message, { name: 'COPY missing.txt /', line: 2, error: message });
    expect(code).toBe('build-failed');
    expect(title).toContain(path);
    expect(source).toEqual({ file: 'web/Dockerfile', line: 2 });
  });

  it.each([
    ['write /x: no space left on device', 'disk-full'],
    ['pull access denied, repository does not exist or may require authorization', 'denied'],
    ['pulling from host x failed with status code [manifests 1]: 401 Unauthorized', 'auth-required'],
    ['dial tcp 127.0.0.1:1: connect: connection refused', 'registry-unreachable'],
    ['something nobody has seen', 'build-failed'],
  ])('has the code of what went wrong: %s', (message, code) => {
    expect(failure(message, { name: '[1/2] FROM x', line: 1, error: message })).toMatchObject({
      code,
      source: { line: 1 },
    });
  });

  it.each([
    'context canceled',
    'failed to solve: Canceled: context canceled',
    'rpc error: code = Unavailable desc = transport is closing',
    'rpc error: code = Unavailable desc = error reading from server: EOF',
    'no active session for b45bb5e9-46e5-4f75-afbd-f1cef64dfa97: context deadline exceeded',
  ])('that the engine gave up is not the Dockerfile’s: %s', (message) => {
    const given = failure(message, { name: '[internal] load build context', line: 2, error: message });
    expect(given).toMatchObject({ code: 'interrupted', title: 'The build of app:latest was interrupted' });
    expect(given.source).toBeUndefined();
  });

  it('is the step’s where the step ended by itself, whatever it said', () => {
    const message = 'executor failed running [/bin/sh -c x]: exit code: 1: context canceled';
    expect(failure(message, { name: 'RUN x', line: 3, error: message }).code).toBe('build-failed');
  });

  it('names the stage that is not there', () => {
    expect(failure('failed to solve: target stage "nope" could not be found').title).toContain('nope');
    expect(failure('failed to reach build target nope in Dockerfile').title).toContain('nope');
  });

  it('keeps the engine’s own words, whatever they are', () => {
    const words = `${'x'.repeat(50_000)}"`.repeat(3);
    const began = performance.now();
    expect(failure(words).code).toBe('build-failed');
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
