/** What an image stands on, in sentences. Pure. */
import type { BaseImage, ImageIdentity } from '../../../shared/contract/images.js';
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
  if (found === undefined) return ['Comparing its layers with those of the other images…'];
  if (found === null) return ['No other image here has only layers that this one begins with.'];
  const { names, layers } = found;
  return [
    `It stands on ${usersPhrase(names)}: ${layers === 1 ? 'its lowest layer is' : `its ${layers} lowest layers are`} the same.`,
  ];
}

function byLabels(
  found: BaseImage | null | undefined,
  { name, digest }: SaidBase,
  here: readonly Pick<ImageIdentity, 'digests' | 'id'>[],
): readonly string[] {
  if (name === null && digest === null) return [];
  const said = `Its labels say that it was built on ${[name, digest].filter((part) => part !== null).join(', ')}.`;
  if (digest === null) return [said];
  const same = here.find(({ digests }) => digests.some((known) => known.endsWith(`@${digest}`)));
  if (!same) return [said, 'No image here has that digest.'];
  if (!found) return [said];
  return [
    said,
    same.id === found.id ? 'That is the image here.' : 'That digest belongs to another image here.',
  ];
}
