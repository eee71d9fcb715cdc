/** LargeBase: the image that is shipped stands on one with much more in it than it needs. */
import { say } from '../../../words/index.js';
import { tryReference } from '../../../reference.js';
import { officialName } from '../base-environment.js';
import type { StageModel } from '../model.js';
import { strataRule } from './strata-rule.js';

type Smaller = {
  /** Where the small variant's word stands in the tag: `3.12-slim-bookworm` or `20-bookworm-slim`. */
  readonly style: 'version-first' | 'last' | 'alpine';
  /** How many times the size of the small one it is, about. */
  readonly times: '1.5' | '2' | '3' | '4' | '5' | '7';
  /** What makes it so large: all to build with, or a larger Debian. */
  readonly holds: 'tools' | 'system' | 'documentation';
};

const SMALLER: ReadonlyMap<string, Smaller> = new Map<string, Smaller>([
  ['node', { style: 'last', times: '5', holds: 'tools' }],
  ['python', { style: 'version-first', times: '7', holds: 'tools' }],
  ['ruby', { style: 'version-first', times: '4', holds: 'tools' }],
  ['perl', { style: 'version-first', times: '4', holds: 'tools' }],
  ['rust', { style: 'version-first', times: '2', holds: 'tools' }],
  ['golang', { style: 'alpine', times: '3', holds: 'tools' }],
  ['php', { style: 'alpine', times: '4', holds: 'tools' }],
  ['debian', { style: 'last', times: '1.5', holds: 'documentation' }],
  ['nginx', { style: 'alpine', times: '4', holds: 'system' }],
  ['httpd', { style: 'alpine', times: '2', holds: 'system' }],
  ['redis', { style: 'alpine', times: '3', holds: 'system' }],
]);
const CODE_NAME = /^(?:stretch|buster|bullseye|bookworm|trixie)$/;
const VARIANT = /^(?:cli|fpm|zts|mainline|stable)$/;

export const largeBase = strataRule('LargeBase', {
  severity: 'info',
  reason: 'why.LargeBase',
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
      message: say(`strata.base.${smaller.holds}`, {
        image: written,
        times: `x${smaller.times}`,
        smaller: `${name}:${tag}`,
      }),
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
