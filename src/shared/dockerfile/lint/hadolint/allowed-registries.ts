/** Registries that a project trusts. Without such a list nothing is found. */
import { say } from '../../../words/index.js';
import { tryReference } from '../../../reference.js';
import type { Model } from '../model.js';
import { baseImages } from './base-images.js';
import { hadolintRule, problemAt, stepsWith } from './hadolint-rule.js';
import { mountSource } from './mounts.js';
import { runsOf } from './run.js';
import { stageNamed } from './stage-names.js';

export const registryRules = [
  hadolintRule('DL3026', 'error', 'why.DL3026', function* (model) {
    const allowed = model.options.hadolint?.allowedRegistries ?? [];
    if (allowed.length === 0) return;
    const refused = (image: string) => {
      const reference = tryReference(image);
      // What is no name, a variable for one, says nothing of where it comes from.
      if (!reference.ok) return null;
      const { domain } = reference.value;
      return allowed.some((pattern) => matches(pattern, domain)) ? null : domain;
    };
    for (const { from, image } of baseImages(model)) {
      const registry = refused(image);
      if (registry !== null) yield problemAt(from.image?.range ?? from.range, notAllowed(image, registry));
    }
    for (const { source, index, range } of borrowed(model)) {
      const isImage = !/^\d+$/.test(source) && stageNamed(model, source, index) === null;
      const registry = isImage ? refused(source) : null;
      if (registry !== null) yield problemAt(range, notAllowed(source, registry));
    }
  }),
];

function notAllowed(image: string, registry: string): string {
  return say('checks.registry', { image, registry });
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
