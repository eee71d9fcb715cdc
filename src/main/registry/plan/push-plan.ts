/**
 * What a push would send. The engine decides by what it has pushed and pulled itself, not by what the registry has
 * (moby distribution/push_v2.go): a layer that got there from elsewhere travels all the same. So a layer counts as there only
 * where this engine is known to know it, and the registry still has it.
 */
import type { PlannedLayer, PushPlan } from '../../../shared/contract/push.js';
import { familiarName, parseReference, withDefaultTag } from '../../../shared/reference.js';
import { FailureError, type Failure } from '../../../shared/failure.js';
import { say } from '../../../shared/words/index.js';
import type { EngineService } from '../../engine/index.js';
import type { RegistryClient } from '../client/types.js';
import { inspect, layersThere, pairsOf, type InspectedImage } from './engine-images.js';
import type { Learnt, LearntBlob } from './learnt.js';
import { manifestBytes } from './manifest-bytes.js';

/** What the layers of an image take once they are compressed, by DiffID; and its configuration, as it is. */
export type Weights = { readonly config: number; readonly layers: Readonly<Record<string, number>> };

export type PlanParts = {
  readonly engine: Pick<EngineService, 'docker'>;
  readonly clientOf: (registry: string) => RegistryClient;
  readonly learnt: Learnt;
  readonly weigh: (image: string, signal: AbortSignal) => Promise<Weights>;
};

export type PlanInput = { readonly image: string; readonly destination: string };

/**
 * `emit` gets the plan as soon as the registry has answered, and again once the layers that travel are counted.
 * @throws FailureError when the destination is no name, the image is gone, or the registry can't be asked
 */
export async function planPush(
  parts: PlanParts,
  { image, destination }: PlanInput,
  emit: (plan: PushPlan) => void,
  signal: AbortSignal,
): Promise<void> {
  const reference = withDefaultTag(parseReference(destination.trim()));
  const { domain, path: repository, tag } = reference;
  if (tag === undefined || reference.digest !== undefined) throw new FailureError(digestRefused());
  const docker = parts.engine.docker();
  const name = familiarName(reference);
  const found = await inspect(docker, image, say('registryFailures.cantPushPlain', { image }));
  const client = parts.clientOf(domain);
  const wanted = new Set(found.layers);

  const engine = await engineId(docker);
  const now = await tagNow(client, repository, tag, found, signal);
  const there = await layersThere(docker, client, { repository, wanted, signal });
  await parts.learnt.learn(engine, there);
  const known = await knownOf(parts.learnt, engine, wanted);
  const layers: PlannedLayer[] = [];
  const blobs = new Map<string, LearntBlob>();
  for (const diffId of wanted) {
    const { layer, blob } = await fateOf(client, {
      repository,
      diffId,
      known: known.get(diffId) ?? [],
      signal,
    });
    layers.push(layer);
    if (blob) blobs.set(diffId, blob);
  }

  const hasConfig = (await client.blobSize(repository, found.id, signal)) !== null;
  const counted = layers.filter(({ fate }) => fate === 'send').every(({ bytes }) => bytes !== null);
  const tell = (planned: readonly PlannedLayer[], config: number | null, isCounting: boolean): void => {
    const sent = planned.reduce((sum, { fate, bytes }) => sum + (fate === 'send' ? (bytes ?? 0) : 0), 0);
    const manifest = manifestBytes(
      config ?? 0,
      found.layers.map((diffId) => {
        const size = planned.find((layer) => layer.diffId === diffId)?.bytes ?? blobs.get(diffId)?.size ?? 0;
        return size;
      }),
    );
    const bytes = sent + (hasConfig ? 0 : (config ?? 0)) + manifest;
    emit({ reference: name, now, layers: planned, bytes, isCounting });
  };
  if (counted && hasConfig) return tell(layers, null, false);
  tell(layers, null, true);
  const weights = await parts.weigh(found.id, signal).catch(() => null);
  signal.throwIfAborted();
  // Without them the plan stands as it is: what isn't known of it shows.
  if (weights === null) return tell(layers, null, false);
  tell(
    layers.map((layer) => ({ ...layer, bytes: layer.bytes ?? weights.layers[layer.diffId] ?? null })),
    weights.config,
    false,
  );
}

async function tagNow(
  client: RegistryClient,
  repository: string,
  tag: string,
  { id }: InspectedImage,
  signal: AbortSignal,
): Promise<PushPlan['now']> {
  const now = await client.resolve(repository, tag, signal);
  if (now === null) return null;
  const manifest = await client.manifest(repository, now.digest, signal).catch(() => null);
  signal.throwIfAborted();
  return { digest: now.digest, isSame: manifest?.kind === 'image' && manifest.config.digest === id };
}

async function knownOf(
  learnt: Learnt,
  engine: string,
  wanted: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly LearntBlob[]>> {
  const known = new Map<string, readonly LearntBlob[]>();
  for (const diffId of wanted) known.set(diffId, await learnt.of(engine, diffId));
  return known;
}

type Asked = {
  readonly repository: string;
  readonly diffId: string;
  readonly known: readonly LearntBlob[];
  readonly signal: AbortSignal;
};

/** As many other repositories are tried as an engine tries (for a large layer). */
const MOST_MOUNTS = 4;

/** In the engine's order: the repository itself, then others of the same registry, then sent. */
async function fateOf(
  client: RegistryClient,
  { repository, diffId, known, signal }: Asked,
): Promise<{ readonly layer: PlannedLayer; readonly blob: LearntBlob | null }> {
  const here = known.filter(({ registry }) => registry === client.registry);
  const own = here.filter((blob) => blob.repository === repository);
  for (const blob of own) {
    if ((await client.blobSize(repository, blob.digest, signal)) !== null)
      return { layer: { diffId, fate: 'exists', from: null, bytes: blob.size }, blob };
  }
  const others = here.filter((blob) => blob.repository !== repository).slice(0, MOST_MOUNTS);
  for (const blob of others) {
    const size = await client.blobSize(blob.repository, blob.digest, signal).catch(() => null);
    signal.throwIfAborted();
    if (size !== null)
      return { layer: { diffId, fate: 'mount', from: blob.repository, bytes: blob.size }, blob };
  }
  // The same engine compresses the same layer to the same bytes, wherever it sent them.
  const blob = known[0] ?? null;
  return { layer: { diffId, fate: 'send', from: null, bytes: blob?.size ?? null }, blob };
}

/** What an engine calls itself; what it has learnt is no other's knowledge. */
async function engineId(docker: ReturnType<EngineService['docker']>): Promise<string> {
  const info = (await docker.info()) as { readonly ID?: unknown };
  return typeof info.ID === 'string' ? info.ID.slice(0, 200) : '';
}

/** What a push that has succeeded has taught the engine. */
export async function learnPushed(
  { engine, clientOf, learnt }: Omit<PlanParts, 'weigh'>,
  { image, reference, digest }: { image: string; reference: string; digest: string },
): Promise<void> {
  const docker = engine.docker();
  const { domain, path: repository } = parseReference(reference);
  const { id, layers } = await inspect(docker, image, '');
  const pairs = await pairsOf(clientOf(domain), { repository, digest, image: id, layers });
  await learnt.learn(await engineId(docker), pairs);
}

const digestRefused = (): Failure => ({
  code: 'invalid-input',
  title: say('registryFailures.digest'),
  detail: say('registryFailures.digest.plan'),
  remedy: say('registryFailures.digest.remedy'),
});
