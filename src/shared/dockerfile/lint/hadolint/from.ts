/** What a stage is built on, and what it is called. */
import { baseImages } from './base-images.js';
import { hadolintRule, problemAt } from './hadolint-rule.js';

function tagOf(image: string): string | null {
  return /:([^:/@]+)(?:@|$)/.exec(image)?.[1] ?? null;
}

const tagged = hadolintRule(
  'DL3006',
  'warning',
  'Without a tag it means latest, which is moved from release to release: the same Dockerfile gives another image tomorrow.',
  function* (model) {
    for (const { from, image } of baseImages(model))
      if (tagOf(image) === null && !image.includes('@'))
        yield problemAt(
          from.image?.range ?? from.range,
          `“${image}” has no tag: name the version, ${image}:<version>`,
        );
  },
);

const notLatest = hadolintRule(
  'DL3007',
  'warning',
  'latest is moved from release to release: a build that works today may fail, or change, with the next one.',
  function* (model) {
    for (const { from, image } of baseImages(model))
      if (tagOf(image) === 'latest' && !image.includes('@'))
        yield problemAt(
          from.image?.range ?? from.range,
          `“${image}” is another image after each release: name the version instead`,
        );
  },
);

const uniqueNames = hadolintRule(
  'DL3024',
  'error',
  'A name stands for one stage; what refers to it finds the last one above it, and the others can’t be reached.',
  function* ({ file }) {
    const seen = new Set<string>();
    for (const { name, from } of file.stages) {
      if (name !== null && seen.has(name))
        yield problemAt(
          from.name?.range ?? from.range,
          `There is a stage “${name}” above already: give this one a name of its own`,
        );
      if (name !== null) seen.add(name);
    }
  },
);

const noPlatform = hadolintRule(
  'DL3029',
  'warning',
  'The image is then always of that platform, whichever one the build is for.',
  function* ({ file }) {
    for (const { from } of file.stages)
      for (const { name, value, range } of from.flags)
        if (name === 'platform' && !/\$\{?(?:BUILD|TARGET)PLATFORM\b/.test(value ?? ''))
          yield problemAt(
            range,
            `The stage is always for ${value ?? 'one platform'}: leave --platform to whoever builds`,
          );
  },
);

const RESERVED: ReadonlySet<string> = new Set(['scratch', 'context']);

const reserved = hadolintRule(
  'DL3063',
  'warning',
  'The name already means something to the builder: the empty image, or the folder that is built.',
  function* ({ file }) {
    for (const { name, from } of file.stages)
      if (name !== null && RESERVED.has(name))
        yield problemAt(
          from.name?.range ?? from.range,
          `A stage can’t well be called “${name}”: the builder has that name for itself`,
        );
  },
);

const redundantPlatform = hadolintRule(
  'DL3065',
  'warning',
  'A stage is for the target’s platform unless something else is said.',
  function* ({ file }) {
    for (const { from } of file.stages)
      for (const { name, value, range } of from.flags)
        if (name === 'platform' && /^\$(?:TARGETPLATFORM|\{TARGETPLATFORM\})$/.test(value ?? ''))
          yield problemAt(range, `--platform=${value ?? ''} says what is so without it`);
  },
);

export const fromRules = [tagged, notLatest, uniqueNames, noPlatform, reserved, redundantPlatform];
