/** The engine's rows as the list shows them. Pure. */
import type {
  HealthCheck,
  ImageDetail,
  ImageIdentity,
  ImageSettings,
  ImageSummary,
} from '../../shared/contract/images.js';
import { familiarName, tryReference } from '../../shared/reference.js';
import type { z } from 'zod';
import { LONGEST_LABEL, type imageList, type ImageHistory, type ImageInspect } from './answers.js';
import { joinHistory, type KnownLayers } from './history.js';

const NONE = '<none>';

/** More labels than people write; the rest isn't searched. */
const MOST_LABELS = 100;

/** An image without what its containers tell: those are listed on their own. */
export type ListedImage = Omit<ImageSummary, 'containers'>;

export function toSummary(row: z.output<typeof imageList>[number]): ListedImage {
  return {
    id: row.Id,
    references: named(row.RepoTags),
    digests: named(row.RepoDigests),
    size: row.Size,
    created: row.Created,
    labels: toLabels(row.Labels).slice(0, MOST_LABELS),
    sharedSize: row.SharedSize < 0 ? null : row.SharedSize,
    platforms: platformsOf(row.Manifests),
  };
}

/** The same of the engine's answer about one image; `before` is how the list told of it, which alone tells what is shared. */
export function toListed(inspect: ImageInspect, before: ListedImage | undefined): ListedImage {
  return {
    ...toIdentity(inspect),
    // The list knows whole seconds.
    created: Math.floor(createdOf(inspect) / 1000) * 1000,
    labels: toLabels(inspect.Config?.Labels ?? {}, LONGEST_LABEL).slice(0, MOST_LABELS),
    sharedSize: before?.sharedSize ?? null,
    platforms: before?.platforms ?? [],
  };
}

/** `linux/arm64/v8`; empty where the image doesn't say. */
export const platformName = (os: string, architecture: string, variant: string): string =>
  [os, architecture, variant].filter(Boolean).join('/');

function platformsOf(manifests: z.output<typeof imageList>[number]['Manifests']): readonly string[] {
  const names = manifests.flatMap((manifest) => {
    // What attests to an image is kept beside it, for no platform that there is.
    if (!manifest?.Available || manifest.ImageData.Platform.os === 'unknown') return [];
    const { os, architecture, variant } = manifest.ImageData.Platform;
    return [platformName(os, architecture, variant)];
  });
  return [...new Set(names)].sort();
}

const createdOf = ({ Created }: ImageInspect): number => Math.max(0, Date.parse(Created) || 0);

const toIdentity = (inspect: ImageInspect): ImageIdentity => ({
  id: inspect.Id,
  references: named(inspect.RepoTags),
  digests: named(inspect.RepoDigests),
  size: inspect.Size,
  created: createdOf(inspect),
});

const toLabels = (labels: Readonly<Record<string, string>>, longest = Infinity) =>
  Object.entries(labels).map(([name, value]) => ({ name, value: value.slice(0, longest) }));

/** What a person can still read, in characters. */
const LONGEST_RAW = 4 * 1024 * 1024;

/** `raw` is the engine's answer as it came. */
export function toDetail(
  inspect: ImageInspect,
  history: ImageHistory,
  known: KnownLayers,
  raw: unknown,
): ImageDetail {
  return {
    ...toIdentity(inspect),
    os: inspect.Os,
    architecture: inspect.Architecture,
    author: inspect.Author,
    steps: joinHistory(history, inspect.RootFS.Layers, known),
    settings: toSettings(inspect.Config),
    raw: JSON.stringify(raw, null, 2).slice(0, LONGEST_RAW),
  };
}

/** Familiar, sorted, without the engine's placeholder for "no name". What is no reference is shown as it is. */
export function named(names: readonly string[]): readonly string[] {
  return names
    .filter(
      (name) => !name.startsWith(`${NONE}:`) && !name.startsWith(`${NONE}@`) && !name.endsWith(`:${NONE}`),
    )
    .map((name) => {
      const reference = tryReference(name);
      return reference.ok ? familiarName(reference.value) : name;
    })
    .sort();
}

function toSettings(config: ImageInspect['Config']): ImageSettings {
  return {
    entrypoint: config?.Entrypoint ?? [],
    command: config?.Cmd ?? [],
    environment: (config?.Env ?? []).map(splitPair),
    workingDirectory: config?.WorkingDir ?? '',
    user: config?.User ?? '',
    ports: Object.keys(config?.ExposedPorts ?? {}).sort(),
    volumes: Object.keys(config?.Volumes ?? {}).sort(),
    labels: toLabels(config?.Labels ?? {}),
    stopSignal: config?.StopSignal ?? '',
    shell: config?.Shell ?? [],
    onBuild: config?.OnBuild ?? [],
    healthcheck: toHealthCheck(config?.Healthcheck ?? null),
  };
}

/** Nought stands for the engine's own: moby's daemon/health.go. */
function toHealthCheck(check: NonNullable<ImageInspect['Config']>['Healthcheck']): HealthCheck | null {
  if (check === null || check.Test.length === 0) return null;
  return {
    test: check.Test,
    interval: check.Interval || 30_000,
    timeout: check.Timeout || 30_000,
    startPeriod: check.StartPeriod,
    retries: check.Retries || 3,
  };
}

function splitPair(text: string): { readonly name: string; readonly value: string } {
  const at = text.indexOf('=');
  return at < 0 ? { name: text, value: '' } : { name: text.slice(0, at), value: text.slice(at + 1) };
}
