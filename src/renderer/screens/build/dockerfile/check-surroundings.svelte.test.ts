import { describe, expect, it, vi } from 'vitest';
import type { CheckSettings } from '../../../../shared/contract/context.js';
import type { ImageDetail } from '../../../../shared/contract/images.js';
import type { Result } from '../../../../shared/failure.js';
import { lintDockerfile } from '../../../../shared/dockerfile/lint/index.js';
import { parseDockerfile } from '../../../../shared/dockerfile/parse.js';
import { CheckSurroundings } from './check-surroundings.svelte.js';

const HADOLINT = { ignored: [], severities: [], allowedRegistries: [], labels: [], areLabelsStrict: false };

function surroundings(settings: CheckSettings, platforms: Record<string, string> = {}) {
  const inspect = vi.fn(({ image }: { image: string }) => {
    const [os, architecture] = (platforms[image] ?? '').split('/');
    const failure = { code: 'not-found', title: '', detail: '' } as const;
    return Promise.resolve(
      (os ? { ok: true, value: { os, architecture } } : { ok: false, failure }) as Result<ImageDetail>,
    );
  });
  const checks = () => Promise.resolve({ ok: true, value: settings } as const);
  return { around: new CheckSurroundings({ context: { checks }, images: { inspect } }), inspect };
}

const rules = (around: CheckSurroundings, text: string, platform?: string) =>
  lintDockerfile(parseDockerfile(text), text, around.options({ arguments: [], platform })).map(
    ({ rule, severity }) => `${rule} ${severity}`,
  );

describe('the checks of a Dockerfile', () => {
  it('know what the ignore file leaves out, once it was looked at', async () => {
    const { around } = surroundings({ ignorePatterns: ['dist'], hadolint: null });
    const text = 'FROM scratch\nCOPY dist /dist\n';
    expect(rules(around, text)).not.toContain('CopyIgnoredFile warning');
    await around.look('/p', 'Dockerfile');
    expect(rules(around, text)).toContain('CopyIgnoredFile warning');
  });

  it('take no part of an ignore file that the engine refuses', async () => {
    const { around } = surroundings({ ignorePatterns: ['[', 'dist'], hadolint: null });
    await around.look('/p', 'Dockerfile');
    expect(rules(around, 'FROM scratch\nCOPY dist /dist\n')).toEqual([]);
  });

  it('go by the project’s settings for hadolint', async () => {
    const { around } = surroundings({
      ignorePatterns: null,
      hadolint: {
        ...HADOLINT,
        ignored: ['DL3006'],
        severities: [{ rule: 'DL3026', severity: 'info' }],
        allowedRegistries: ['docker.io'],
      },
    });
    await around.look('/p', 'Dockerfile');
    expect(rules(around, 'FROM example.org/base\n')).toEqual(['DL3026 info']);
  });

  it('compare the platform that is chosen with that of an image that is here', async () => {
    const { around, inspect } = surroundings(
      { ignorePatterns: null, hadolint: null },
      { 'base:1': 'linux/arm64' },
    );
    const text = 'FROM base:1\n';
    expect(rules(around, text)).toEqual([]);
    expect(inspect).not.toHaveBeenCalled();
    expect(rules(around, text, 'linux/amd64')).toEqual([]);
    await vi.waitFor(() =>
      expect(rules(around, text, 'linux/amd64')).toEqual(['InvalidBaseImagePlatform warning']),
    );
    expect(inspect).toHaveBeenCalledOnce();
  });
});
