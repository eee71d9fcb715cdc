import { describe, expect, it } from 'vitest';
import { readHadolintSettings } from './hadolint-settings.js';

describe('a project’s settings for hadolint', () => {
  it('are read in the forms that people write them in', () => {
    const settings = readHadolintSettings(
      `# ours
failure-threshold: info
ignored: # not for us
  - DL3008
  - "SC2046"
override:
  error: [DL3001, 'DL3002']
  style:
  - DL3015
  ignore:
    - DL3059
trustedRegistries:
- docker.io
- "*.example.org:5000"
label-schema:
  author: text
  'org.opencontainers.image.url': url
  broken: nonsense
strict-labels: true
`,
    );
    expect(settings).toEqual({
      ignored: ['DL3008', 'SC2046', 'DL3059'],
      severities: [
        { rule: 'DL3001', severity: 'error' },
        { rule: 'DL3002', severity: 'error' },
        { rule: 'DL3015', severity: 'style' },
      ],
      allowedRegistries: ['docker.io', '*.example.org:5000'],
      labels: [
        { name: 'author', kind: 'text' },
        { name: 'org.opencontainers.image.url', kind: 'url' },
      ],
      areLabelsStrict: true,
    });
  });

  it('may have lists that go on over several lines', () => {
    expect(readHadolintSettings('ignored: [DL3008,\n  DL3009, # why\n  DL3010]\n').ignored).toEqual([
      ...['DL3008', 'DL3009', 'DL3010'],
    ]);
  });

  it('are none where a file makes no sense', () => {
    const nothing = {
      ...{ ignored: [], severities: [], allowedRegistries: [], labels: [] },
      areLabelsStrict: false,
    };
    for (const text of [
      '',
      '[',
      '- ',
      '{a: 1}',
      '\0\0',
      'ignored: {}',
      'a:\n'.repeat(9000),
      'ignored: ['.repeat(5000),
    ])
      expect(readHadolintSettings(text)).toEqual(nothing);
  });
});
