/** What a stage is built on, and what it is called. */
import { say } from '../../../words/index.js';
import { baseImages } from './base-images.js';
import { hadolintRule, problemAt } from './hadolint-rule.js';

function tagOf(image: string): string | null {
  return /:([^:/@]+)(?:@|$)/.exec(image)?.[1] ?? null;
}

const tagged = hadolintRule('DL3006', 'warning', 'why.DL3006', function* (model) {
  for (const { from, image } of baseImages(model))
    if (tagOf(image) === null && !image.includes('@'))
      yield problemAt(from.image?.range ?? from.range, say('checks.from.untagged', { image }));
});

const notLatest = hadolintRule('DL3007', 'warning', 'why.DL3007', function* (model) {
  for (const { from, image } of baseImages(model))
    if (tagOf(image) === 'latest' && !image.includes('@'))
      yield problemAt(from.image?.range ?? from.range, say('checks.from.latest', { image }));
});

const uniqueNames = hadolintRule('DL3024', 'error', 'why.DL3024', function* ({ file }) {
  const seen = new Set<string>();
  for (const { name, from } of file.stages) {
    if (name !== null && seen.has(name))
      yield problemAt(from.name?.range ?? from.range, say('checks.from.sameName', { name }));
    if (name !== null) seen.add(name);
  }
});

const noPlatform = hadolintRule('DL3029', 'warning', 'why.DL3029', function* ({ file }) {
  for (const { from } of file.stages)
    for (const { name, value, range } of from.flags)
      if (name === 'platform' && !/\$\{?(?:BUILD|TARGET)PLATFORM\b/.test(value ?? ''))
        yield problemAt(
          range,
          value === null ? say('checks.from.onePlatform') : say('checks.from.platform', { platform: value }),
        );
});

const RESERVED: ReadonlySet<string> = new Set(['scratch', 'context']);

const reserved = hadolintRule('DL3063', 'warning', 'why.DL3063', function* ({ file }) {
  for (const { name, from } of file.stages)
    if (name !== null && RESERVED.has(name))
      yield problemAt(from.name?.range ?? from.range, say('checks.from.reserved', { name }));
});

const redundantPlatform = hadolintRule('DL3065', 'warning', 'why.DL3065', function* ({ file }) {
  for (const { from } of file.stages)
    for (const { name, value, range } of from.flags)
      if (name === 'platform' && /^\$(?:TARGETPLATFORM|\{TARGETPLATFORM\})$/.test(value ?? ''))
        yield problemAt(range, say('checks.from.redundant', { platform: value ?? '' }));
});

export const fromRules = [tagged, notLatest, uniqueNames, noPlatform, reserved, redundantPlatform];
