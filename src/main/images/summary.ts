/** The engine's rows as the list shows them. Pure. */
import type { HealthCheck, ImageDetail, ImageSettings, ImageSummary } from '../../shared/contract/images.js';
import { familiarName, tryReference } from '../../shared/reference.js';
import type { z } from 'zod';
import type { imageList, ImageHistory, ImageInspect } from './answers.js';
import { joinHistory, type KnownLayers } from './history.js';

const NONE = '<none>';

export function toSummary(row: z.output<typeof imageList>[number]): ImageSummary {
  return {
    id: row.Id,
    references: named(row.RepoTags),
    digests: named(row.RepoDigests),
    size: row.Size,
    created: row.Created,
  };
}

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
    id: inspect.Id,
    references: named(inspect.RepoTags),
    digests: named(inspect.RepoDigests),
    size: inspect.Size,
    created: Math.max(0, Date.parse(inspect.Created) || 0),
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
    labels: Object.entries(config?.Labels ?? {}).map(([name, value]) => ({ name, value })),
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
