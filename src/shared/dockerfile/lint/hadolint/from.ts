/** What a stage is built on, and what it is called. */
import type { FromInstruction } from '../../syntax.js';
import type { Model, StageModel } from '../model.js';
import { registryOf } from './registry-name.js';
import { hadolintRule, problemAt } from './hadolint-rule.js';
import { mountSource } from './mounts.js';
import { runsOf } from './run.js';
import { stepsWith } from './hadolint-rule.js';
import { stageNamed } from './stage-names.js';

/** Stages whose base is an image, by name; not a variable, another stage, or nothing at all. */
function* bases(
  model: Model,
): Generator<{ readonly from: FromInstruction; readonly image: string; readonly stage: StageModel }> {
  for (const stage of model.stages) {
    const { from } = stage.stage;
    const image = from.image?.text ?? '';
    if (
      image !== '' &&
      image !== 'scratch' &&
      !image.includes('$') &&
      stageNamed(model, image, stage.stage.index) === null
    )
      yield { from, image, stage };
  }
}

function tagOf(image: string): string | null {
  return /:([^:/@]+)(?:@|$)/.exec(image)?.[1] ?? null;
}

const tagged = hadolintRule(
  'DL3006',
  'warning',
  'Without a tag it means latest, which is moved from release to release: the same Dockerfile gives another image tomorrow.',
  function* (model) {
    for (const { from, image } of bases(model))
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
    for (const { from, image } of bases(model))
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

const trusted = hadolintRule(
  'DL3026',
  'error',
  'Only what the allowed registries serve is trusted here.',
  function* (model) {
    const allowed = model.options.hadolint?.allowedRegistries ?? [];
    if (allowed.length === 0) return;
    const refused = (image: string) => {
      const registry = registryOf(image);
      return image.includes('$') || allowed.some((pattern) => matches(pattern, registry)) ? null : registry;
    };
    for (const { from, image } of bases(model)) {
      const registry = refused(image);
      if (registry !== null) yield problemAt(from.image?.range ?? from.range, notAllowed(image, registry));
    }
    for (const { source, index, range } of borrowed(model)) {
      const isImage = !/^\d+$/.test(source) && stageNamed(model, source, index) === null;
      const registry = isImage ? refused(source) : null;
      if (registry !== null) yield problemAt(range, notAllowed(source, registry));
    }
  },
);

function notAllowed(image: string, registry: string): string {
  return `“${image}” comes from ${registry}, which is not among the allowed registries`;
}

/** What COPY and mounts take files from; `index` is that of the stage they stand in. */
function* borrowed(model: Model) {
  for (const { step, instruction } of stepsWith(model.steps, 'COPY'))
    for (const { name, value, range } of instruction.flags)
      if (name === 'from' && value !== null)
        yield { source: value, range, index: step.stage?.stage.index ?? 0 };
  for (const { step, instruction } of runsOf(model))
    for (const { name, value, range } of instruction.flags) {
      const source = name === 'mount' && value !== null ? mountSource(value) : null;
      if (source !== null) yield { source, range, index: step.stage?.stage.index ?? 0 };
    }
}

/** `*` stands for any characters. */
function matches(pattern: string, registry: string): boolean {
  const [first = '', ...rest] = pattern.toLowerCase().split('*');
  if (rest.length === 0) return first === registry;
  if (!registry.startsWith(first)) return false;
  let at = first.length;
  const last = rest.pop() ?? '';
  for (const part of rest) {
    const found = registry.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return registry.length - last.length >= at && registry.endsWith(last);
}

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

export const fromRules = [tagged, notLatest, uniqueNames, trusted, noPlatform, reserved, redundantPlatform];
