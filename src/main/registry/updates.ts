/**
 * Whether registries have newer images under the tags that are here. Asked politely: one question at a time of each registry,
 * four registries at most, and no more of one that says it was asked too often.
 */
import type { JobRun } from '../../shared/contract/define.js';
import type { ImageSummary } from '../../shared/contract/images.js';
import type { UpdateCheck, UpdatesOutcome, UpdatesStep } from '../../shared/contract/updates.js';
import { FailureError, type Failure } from '../../shared/failure.js';
import { tryReference } from '../../shared/reference.js';
import { say } from '../../shared/words/index.js';
import type { EngineService } from '../engine/index.js';
import type { RegistryClient } from './client/types.js';
import { findImage } from './image-id.js';
import { imageFor, imagesOf } from './pull-platforms.js';

export type UpdatesParts = {
  readonly engine: Pick<EngineService, 'docker'>;
  readonly clientOf: (registry: string) => Pick<RegistryClient, 'resolve' | 'manifest'>;
  readonly images: () => Promise<readonly ImageSummary[]>;
};

type Tag = {
  readonly reference: string;
  readonly registry: string;
  readonly repository: string;
  readonly tag: string;
  readonly image: string;
  /** Under which its registry knew the image: an index's or the image's own, whichever was pulled. */
  readonly digests: readonly string[];
};

const MOST_REGISTRIES = 4;

/** Failures that the next question to the same registry would meet as well. */
const endsRegistry: ReadonlySet<string> = new Set(['rate-limited', 'registry-unreachable', 'tls-untrusted']);

/** `onChecks` gets each answer as it comes. @throws FailureError `cancelled`, or when the engine can't be asked */
export async function checkUpdates(
  parts: UpdatesParts,
  wanted: readonly string[] | undefined,
  { report, signal }: Pick<JobRun<UpdatesStep>, 'report' | 'signal'>,
  onCheck: (check: UpdateCheck) => void,
): Promise<UpdatesOutcome> {
  const { tags, local } = tagsOf(await parts.images(), wanted);
  const newer: string[] = [];
  const problems: UpdatesOutcome['problems'][number][] = [];
  let [checked, passed] = [0, 0];
  const pass = (count: number): void => {
    passed += count;
    report({ checked: passed, total: tags.length });
  };
  report({ checked: 0, total: tags.length });

  const lane = async (registry: string, own: readonly Tag[]): Promise<void> => {
    for (const [at, tag] of own.entries()) {
      signal.throwIfAborted();
      try {
        const { state, digest } = await ask(parts, tag, signal);
        const { reference, image } = tag;
        onCheck({ reference, image, checkedAt: Date.now(), state, digest });
        checked++;
        if (state === 'newer') newer.push(reference);
        pass(1);
      } catch (error) {
        if (signal.aborted || !(error instanceof FailureError)) throw error;
        const { code, detail } = error.failure;
        if (endsRegistry.has(code)) {
          problems.push({ of: registry, detail, left: own.length - at });
          return pass(own.length - at);
        }
        problems.push({ of: tag.reference, detail, left: 1 });
        pass(1);
      }
    }
  };

  const byRegistry = new Map<string, Tag[]>();
  for (const tag of tags) byRegistry.set(tag.registry, [...(byRegistry.get(tag.registry) ?? []), tag]);
  const lanes = [...byRegistry];
  const worker = async (): Promise<void> => {
    for (let next = lanes.shift(); next; next = lanes.shift()) await lane(...next);
  };
  try {
    await Promise.all(Array.from({ length: MOST_REGISTRIES }, worker));
  } catch (error) {
    if (signal.aborted) throw new FailureError(cancelled());
    throw error;
  }
  return { checked, newer: newer.sort(), local, problems };
}

function tagsOf(
  images: readonly ImageSummary[],
  wanted: readonly string[] | undefined,
): { readonly tags: readonly Tag[]; readonly local: number } {
  const only = wanted && new Set(wanted);
  const tags: Tag[] = [];
  let local = 0;
  for (const image of images) {
    for (const reference of image.references) {
      if (only && !only.has(reference)) continue;
      const named = tryReference(reference);
      if (!named.ok || named.value.tag === undefined) continue;
      const { domain: registry, path: repository, tag } = named.value;
      const digests = image.digests.flatMap((text) => {
        const known = tryReference(text);
        const isSame = known.ok && known.value.domain === registry && known.value.path === repository;
        return isSame && known.value.digest !== undefined ? [known.value.digest] : [];
      });
      if (digests.length === 0) local++;
      else tags.push({ reference, registry, repository, tag, image: image.id, digests });
    }
  }
  return { tags, local };
}

/** A HEAD first, which registries don't count; manifests are read only where that tells of something else. */
async function ask(
  { engine, clientOf }: UpdatesParts,
  { registry, repository, tag, image, digests }: Tag,
  signal: AbortSignal,
): Promise<Pick<UpdateCheck, 'state' | 'digest'>> {
  const client = clientOf(registry);
  const there = await client.resolve(repository, tag, signal);
  if (there === null) return { state: 'gone', digest: null };
  const { digest } = there;
  const current = { state: 'current', digest } as const;
  if (digest === image || digests.includes(digest)) return current;
  const manifest = await client.manifest(repository, digest, signal);
  const isIt = (config: string, own: string): boolean => config === image || own === image;
  if (manifest.kind === 'image') {
    return isIt(manifest.config.digest, manifest.digest) ? current : { state: 'newer', digest };
  }
  // A new index may have the same image for this platform: what changed is for others.
  const platform =
    (await findImage(engine.docker(), image, say('registryFailures.lookAtImage')))?.platform ?? '';
  const child = imageFor(imagesOf(manifest), platform);
  if (child === null) return { state: 'newer', digest };
  if (digests.includes(child.manifest.digest)) return current;
  const own = await client.manifest(repository, child.manifest.digest, signal);
  return own.kind === 'image' && isIt(own.config.digest, own.digest) ? current : { state: 'newer', digest };
}

const cancelled = (): Failure => ({
  code: 'cancelled',
  title: say('registryFailures.checking'),
  detail: say('failures.cancelled'),
});
