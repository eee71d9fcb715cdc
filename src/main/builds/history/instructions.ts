/** What of a Dockerfile decides whether its steps can be reused, as it is kept: digests, never an argument's value. */
import { createHash } from 'node:crypto';
import { looksSecret, withoutSecretValues } from '../../../shared/build-privacy.js';
import type { BuildOptions } from '../../../shared/contract/build-options.js';
import type { PastInstruction } from '../../../shared/contract/history.js';
import { parseDockerfile } from '../../../shared/dockerfile/parse.js';
import { planBuild, type PlannedStep } from '../../../shared/dockerfile/plan.js';

const LONGEST = 4_000;

/** The plan of a build without what may be secret: those arguments are as if they weren't given. */
export function planOf(source: string, options: BuildOptions): readonly PlannedStep[] {
  const { target, platform, arguments: given } = withoutSecretValues(options);
  return planBuild(parseDockerfile(source), { target, platform, arguments: given });
}

/** @param images the digest or id of each image that is named, where it is known */
export function toInstructions(
  plan: readonly PlannedStep[],
  images: ReadonlyMap<string, string>,
): readonly PastInstruction[] {
  return plan.map((step) => ({
    line: step.line,
    stage: step.stage,
    keyword: step.keyword,
    text: step.text.slice(0, LONGEST),
    parent: step.parent,
    from: step.from,
    recipe: createHash('sha256').update(step.recipe).digest('base64url').slice(0, 22),
    images: step.images.map((name) => `${name}@${images.get(name) ?? ''}`),
    takesFiles: step.context.length > 0,
  }));
}

/** The arguments and labels that aren't kept. */
export const hiddenNames = (options: BuildOptions): readonly string[] =>
  [...options.arguments, ...options.labels].map(({ name }) => name).filter(looksSecret);
