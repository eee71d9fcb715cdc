import { describe, expect, it } from 'vitest';
import type { BuildReport } from '../../shared/build-progress.js';
import { buildOptions } from '../../shared/contract/build-options.js';
import { parseDockerfile } from '../../shared/dockerfile/parse.js';
import { Secret } from '../credentials/index.js';
import { createBuildMask } from './mask.js';
import { createClassicProgress } from './progress/classic.js';
import { createLineCutter } from './progress/lines.js';

const VALUE = 'canary-7f3e-9b1c-secret-value';
const options = buildOptions.parse({
  folder: '/app',
  dockerfile: 'Dockerfile',
  imageName: 'app',
  arguments: [{ name: 'API_TOKEN', value: 'token-4711' }],
  ignoreCache: false,
  pullBase: false,
});
const maskOf = (value = VALUE) => createBuildMask(new Map([['key', new Secret(value)]]), options);

/** All that is shown of `text` as output, sent in pieces of `size` bytes. */
function shown(text: string, size: number): string {
  const cutter = createLineCutter(maskOf());
  const bytes = Buffer.from(text);
  const lines = [];
  for (let at = 0; at < bytes.length; at += size)
    lines.push(...cutter.push('out', bytes.subarray(at, at + size)));
  lines.push(...cutter.flush());
  return lines.map((line) => line.text).join('\n');
}

/** No piece of the value that is long enough to be of use. */
function expectNothingOf(text: string): void {
  for (let at = 0; at + 8 <= VALUE.length; at++) expect(text).not.toContain(VALUE.slice(at, at + 8));
}

describe('a secret in the output', () => {
  it('is masked wherever the message that brings it is cut', () => {
    for (const size of [1, 7, 13, 1_000])
      expect(shown(`before ${VALUE} after\n`, size)).toBe('before [secret] after');
  });

  it('is masked where a line that is too long is cut, at every place', () => {
    for (let before = 15_995 - VALUE.length; before <= 16_005; before++)
      expectNothingOf(shown(`${'x'.repeat(before)}${VALUE}${'y'.repeat(100)}\n`, 5_000));
  });

  it('is masked where a line without an end is cut', () => {
    for (let before = 71_990 - VALUE.length; before <= 72_010; before++)
      expectNothingOf(shown(`${'x'.repeat(before)}${VALUE}${'y'.repeat(100)}`, 8_000));
  });

  it('is masked with colours inside it, and with what terminals would not show', () => {
    const [one, other] = [VALUE.slice(0, 9), VALUE.slice(9)];
    expectNothingOf(shown(`${one}\u001b[31m${other}\u001b[0m\n`, 100));
    expectNothingOf(shown(`${one}\u0000\u001b[2K${other}\n`, 100));
  });

  it('leaves everything else as it is, colours too', () => {
    expect(shown('\u001b[31mred\u001b[0m words\n', 100)).toBe('\u001b[31mred\u001b[0m words');
  });
});

it('lines of a secret are masked one by one, and what is too short to be one is not', () => {
  const { text } = maskOf('-----BEGIN KEY-----\r\nAAAABBBBCCCC\r\nab\r\n');
  expect(text('AAAABBBBCCCC ab token-4711')).toBe('[secret] ab [secret]');
});

it('a step’s name is masked before it is cut, with every builder', () => {
  const reports: BuildReport[] = [];
  const progress = createClassicProgress(
    parseDockerfile('FROM a\nRUN x'),
    (report) => reports.push(report),
    maskOf(),
  );
  progress.take(`Step 1/1 : RUN echo ${VALUE}\nsaid ${VALUE}\n`);
  expectNothingOf(JSON.stringify([reports, progress.tail(), progress.current()]));
});
