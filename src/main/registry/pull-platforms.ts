/** Which image of an index is whose: platforms by name, and what an engine takes (containerd platforms, defaults and compare). Pure. */
import type { Descriptor, IndexManifest, Platform } from './client/types.js';

export type PlatformImage = { readonly name: string; readonly manifest: Descriptor };

/** `linux/arm64/v8`. */
export const platformNameOf = ({
  os,
  architecture,
  variant,
}: Pick<Platform, 'os' | 'architecture'> & { readonly variant?: string | null | undefined }): string =>
  [os, architecture, ...(variant ? [variant] : [])].join('/');

/** The images of an index, each platform once. Build attestations, which name no platform, are none of them. */
export function imagesOf({ manifests }: IndexManifest): readonly PlatformImage[] {
  const images = new Map<string, PlatformImage>();
  for (const manifest of manifests) {
    const { platform } = manifest;
    if (!platform || platform.os === 'unknown' || platform.architecture === '') continue;
    const name = platformNameOf(platform);
    if (!images.has(name)) images.set(name, { name, manifest });
  }
  return [...images.values()];
}

const architectures: Readonly<Record<string, string>> = {
  x86_64: 'amd64',
  'x86-64': 'amd64',
  aarch64: 'arm64',
  i386: '386',
  i686: '386',
  armhf: 'arm',
};

/** Oldest first: each runs what those before it run. */
const armVariants = ['v5', 'v6', 'v7'];

type Parts = { readonly os: string; readonly architecture: string; readonly variant: string };

function partsOf(name: string): Parts {
  const [os = '', given = '', told = ''] = name.toLowerCase().split('/');
  const architecture = architectures[given] ?? given;
  if (architecture === 'arm64') return { os, architecture, variant: told === 'v8' ? '' : told };
  if (architecture === 'arm') return { os, architecture, variant: told === '' ? 'v7' : told };
  if (architecture === 'amd64') return { os, architecture, variant: told === 'v1' ? '' : told };
  return { os, architecture, variant: told };
}

/** The image that runs where `wanted` is asked for, or null: the same platform, else the nearest that it runs. */
export function imageFor<Image extends { readonly name: string }>(
  images: readonly Image[],
  wanted: string,
): Image | null {
  const { os, architecture, variant } = partsOf(wanted);
  const fitting = images.filter(({ name }) => {
    const parts = partsOf(name);
    return parts.os === os && parts.architecture === architecture;
  });
  const ofVariant = (accepted: string): Image | undefined =>
    fitting.find(({ name }) => partsOf(name).variant === accepted);
  if (architecture !== 'arm') return ofVariant(variant) ?? ofVariant('') ?? null;
  const runs = armVariants.slice(0, armVariants.indexOf(variant) + 1).reverse();
  for (const one of runs) {
    const image = ofVariant(one);
    if (image) return image;
  }
  return null;
}

/** Whether two names stand for one platform: `linux/arm64/v8` and `linux/arm64` do. */
export function isSamePlatform(one: string, other: string): boolean {
  const [a, b] = [partsOf(one), partsOf(other)];
  return a.os === b.os && a.architecture === b.architecture && a.variant === b.variant;
}
