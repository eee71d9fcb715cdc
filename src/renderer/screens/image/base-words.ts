/** What an image stands on, in sentences. Pure. */
import type { BaseImage, ImageIdentity } from '../../../shared/contract/images.js';
import { visibleText } from '../../../shared/visible-text.js';
import { say } from '../../../shared/words/index.js';
import { usersPhrase } from '../../components/stack/bands.js';

type Label = { readonly name: string; readonly value: string };

/** What the labels of the OCI image specification (annotations.md) say of the base; null where they don't. */
export type SaidBase = { readonly name: string | null; readonly digest: string | null };

/** Longer than any reference or digest. */
const LONGEST = 512;

export function saidBase(labels: readonly Label[]): SaidBase {
  const of = (what: string): string | null =>
    labels.find(({ name }) => name === `org.opencontainers.image.base.${what}`)?.value.slice(0, LONGEST) ??
    null;
  return { name: of('name'), digest: of('digest') };
}

/** @param found by its layers; undefined while that isn't known */
export function baseSentences(
  found: BaseImage | null | undefined,
  said: SaidBase,
  here: readonly Pick<ImageIdentity, 'digests' | 'id'>[],
): readonly string[] {
  return [...byLayers(found), ...byLabels(found, said, here)];
}

function byLayers(found: BaseImage | null | undefined): readonly string[] {
  if (found === undefined) return [say('image.base.comparing')];
  if (found === null) return [say('image.base.notFound')];
  return [say('image.base.standsOn', { names: usersPhrase(found.names), count: found.layers })];
}

function byLabels(
  found: BaseImage | null | undefined,
  { name, digest }: SaidBase,
  here: readonly Pick<ImageIdentity, 'digests' | 'id'>[],
): readonly string[] {
  if (name === null && digest === null) return [];
  const what = visibleText([name, digest].filter((part) => part !== null).join(', '));
  const said = say('image.base.said', { what });
  if (digest === null) return [said];
  const same = here.find(({ digests }) => digests.some((known) => known.endsWith(`@${digest}`)));
  if (!same) return [said, say('image.base.digestUnknown')];
  if (!found) return [said];
  return [said, say(same.id === found.id ? 'image.base.isHere' : 'image.base.isOther')];
}
