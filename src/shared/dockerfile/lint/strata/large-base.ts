/** LargeBase: the image that is shipped stands on one with much more in it than it needs. */
import { tryReference } from '../../../reference.js';
import { officialName } from '../base-environment.js';
import type { StageModel } from '../model.js';
import { strataRule } from './strata-rule.js';

type Smaller = {
  /** Where the small variant's word stands in the tag: `3.12-slim-bookworm` or `20-bookworm-slim`. */
  readonly style: 'version-first' | 'last' | 'alpine';
  /** How many times the size of the small one it is, about. */
  readonly times: string;
  readonly holds: string;
};

const TOOLS = 'compilers and libraries to build with';
const SYSTEM = 'a larger Debian';
const SMALLER: ReadonlyMap<string, Smaller> = new Map<string, Smaller>([
  ['node', { style: 'last', times: 'five', holds: TOOLS }],
  ['python', { style: 'version-first', times: 'seven', holds: TOOLS }],
  ['ruby', { style: 'version-first', times: 'four', holds: TOOLS }],
  ['perl', { style: 'version-first', times: 'four', holds: TOOLS }],
  ['rust', { style: 'version-first', times: 'two', holds: TOOLS }],
  ['golang', { style: 'alpine', times: 'three', holds: TOOLS }],
  ['php', { style: 'alpine', times: 'four', holds: TOOLS }],
  ['debian', { style: 'last', times: 'one and a half', holds: 'documentation and locales' }],
  ['nginx', { style: 'alpine', times: 'four', holds: SYSTEM }],
  ['httpd', { style: 'alpine', times: 'two', holds: SYSTEM }],
  ['redis', { style: 'alpine', times: 'three', holds: SYSTEM }],
]);
const CODE_NAME = /^(?:stretch|buster|bullseye|bookworm|trixie)$/;
const VARIANT = /^(?:cli|fpm|zts|mainline|stable)$/;

export const largeBase = strataRule('LargeBase', {
  severity: 'info',
  reason:
    'All of the base travels with every first push and pull, takes room on each machine, and has to be kept free of known holes. What only the build needs can stay in an earlier stage.',
  *check({ stages }) {
    const shipped = baseStage(stages.at(-1));
    if (!shipped) return;
    const { image, stage } = shipped;
    const name = officialName(image);
    const smaller = name === null ? undefined : SMALLER.get(name);
    const reference = tryReference(image);
    if (!smaller || !reference.ok || name === null) return;
    const tag = smallTag(reference.value.tag, smaller, name);
    if (tag === null) return;
    const written = reference.value.tag === undefined ? name : `${name}:${reference.value.tag}`;
    yield {
      message: `${written} brings ${smaller.holds}, and is about ${smaller.times} times the size of ${name}:${tag}`,
      range: stage.from.image?.range ?? stage.from.range,
    };
  },
});

/** The stage with the image that the last one stands on in the end. */
function baseStage(last: StageModel | undefined): StageModel | undefined {
  let stage = last;
  while (stage?.parent) stage = stage.parent;
  return stage;
}

/** Null where the tag is a small one already, or none that is known. */
function smallTag(tag: string | undefined, { style }: Smaller, name: string): string | null {
  const word = style === 'alpine' ? 'alpine' : 'slim';
  if (tag === undefined || tag === 'latest') return name === 'debian' ? 'stable-slim' : word;
  const parts = tag.split('-');
  const code = parts.filter((part) => CODE_NAME.test(part));
  const others = parts.filter((part) => !CODE_NAME.test(part));
  if (
    !others.every(
      (part) => /^\d[\w.]*$/.test(part) || VARIANT.test(part) || /^(?:lts|current|stable)$/.test(part),
    )
  )
    return null;
  if (style === 'alpine') return [...others, word].join('-');
  return (style === 'version-first' ? [...others, word, ...code] : [...parts, word]).join('-');
}
