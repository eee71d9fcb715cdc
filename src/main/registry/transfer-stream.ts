/**
 * The engine's account of a push or pull, read to its end: each line as a step of progress, and what it came to.
 * Words as moby's distribution and jsonmessage packages write them; seen on Docker Engine 20.10.
 */
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { MAX_LAYERS, type TransferLayer, type TransferStep } from '../../shared/transfer.js';
import { readObjects } from '../engine/index.js';

export type Direction = 'push' | 'pull';

/** What the engine said last. A push is done only with a digest, a pull only with a digest or a closing status. */
export type TransferEnd = {
  readonly digest: string | null;
  /** Bytes of the manifest that was pushed. */
  readonly size: number | null;
  readonly status: string | null;
  /** The last word about anything, a single layer included. */
  readonly last: string | null;
  /** What the line that people read says of a push: on docker a proof comes after it, on Podman it is the last. */
  readonly announced: { readonly digest: string; readonly size: number } | null;
};

const count = z.number().positive().optional().catch(undefined);
const line = z.object({
  status: z.string().optional().catch(undefined),
  id: z.string().max(128).optional().catch(undefined),
  progressDetail: z.object({ current: count, total: count }).nullish().catch(undefined),
  error: z.string().optional().catch(undefined),
  errorDetail: z.object({ message: z.string().optional() }).nullish().catch(undefined),
  aux: z.object({ Digest: z.string().optional(), Size: count }).nullish().catch(undefined),
});
type Line = z.output<typeof line>;

const DIGEST = /sha256:[0-9a-f]{64}/;
/** `1.0: digest: sha256:… size: 527`, which docker says again in a form for programs. */
const PUSHED = /^\S+: digest: (sha256:[0-9a-f]{64}) size: (\d{1,15})$/;
const MAX_TEXT = 300;

/**
 * Reads `stream` to its end.
 * @throws Error with the engine's words when it reports one, or when the stream is cut; layers that were under way are then
 * reported as failed
 */
export async function readTransfer(
  stream: Readable,
  direction: Direction,
  report: (step: TransferStep) => void,
): Promise<TransferEnd> {
  const layers = new Map<string, TransferLayer>();
  const put = (layer: TransferLayer): void => {
    if (!layers.has(layer.id) && layers.size >= MAX_LAYERS) return;
    layers.set(layer.id, layer);
    report({ type: 'layer', layer });
  };
  let end: TransferEnd = { digest: null, size: null, status: null, last: null, announced: null };
  try {
    for await (const object of readObjects(stream)) {
      const said = line.parse(object);
      const error = said.errorDetail?.message ?? said.error;
      if (error !== undefined) throw new Error(error === '' ? 'the engine gave no reason' : error);
      end = { ...end, last: said.status ?? end.last };
      const layer = layerOf(said, direction, layers);
      if (layer) put(layer);
      else {
        end = endOf(said, end);
        if (said.status) report({ type: 'message', message: messageOf(said) });
      }
    }
  } catch (error) {
    for (const layer of layers.values()) if (isUnderWay(layer)) put({ ...layer, state: 'failed' });
    throw error;
  }
  return end;
}

const isUnderWay = ({ state }: TransferLayer): boolean =>
  state === 'pushing' || state === 'pulling' || state === 'checking';

function messageOf({ id, status = '' }: Line): string {
  return (id === undefined ? status : `${id}: ${status}`).slice(0, MAX_TEXT);
}

function endOf({ status, aux }: Line, before: TransferEnd): TransferEnd {
  if (aux?.Digest !== undefined) {
    const digest = DIGEST.exec(aux.Digest)?.[0] ?? null;
    return { ...before, digest, size: aux.Size ?? before.size };
  }
  const pushed = PUSHED.exec(status ?? '');
  if (pushed?.[1] !== undefined)
    return { ...before, announced: { digest: pushed[1], size: Number(pushed[2]) } };
  const digest = status?.startsWith('Digest: ') ? DIGEST.exec(status)?.[0] : undefined;
  if (digest !== undefined) return { ...before, digest };
  return status?.startsWith('Status: ') ? { ...before, status: status.slice('Status: '.length) } : before;
}

type Reading = Pick<TransferLayer, 'state'> & { readonly note?: string; readonly isWhole?: boolean };

/** What a status says of a layer; undefined for a status that is about the whole. */
function reading(status: string, direction: Direction): Reading | undefined {
  const from = /^Mounted from (.+)$/.exec(status)?.[1];
  if (from !== undefined) return { state: 'mounted', note: from, isWhole: true };
  if (/^Retrying in \d+ seconds?$/.test(status)) return { state: 'waiting', note: status };
  switch (status) {
    case 'Preparing':
    case 'Verifying Checksum':
      return { state: 'checking' };
    case 'Waiting':
    case 'Pulling fs layer':
      return { state: 'waiting' };
    case 'Pushing':
      return { state: 'pushing' };
    case 'Downloading':
      return { state: 'pulling' };
    // Extracting counts its bytes from the start again; to a person the layer is on its way until it is complete.
    case 'Download complete':
    case 'Extracting':
      return { state: 'pulling', isWhole: true };
    case 'Pushed':
    case 'Pull complete':
      return { state: 'done', isWhole: true };
    case 'Layer already exists':
    case 'Already exists':
      return { state: 'exists', isWhole: true };
    default:
      return direction === 'pull' && status.startsWith('Layer already being pulled')
        ? { state: 'waiting', note: status }
        : undefined;
  }
}

function layerOf(
  { id, status, progressDetail }: Line,
  direction: Direction,
  layers: ReadonlyMap<string, TransferLayer>,
): TransferLayer | null {
  if (id === undefined || id === '' || status === undefined) return null;
  const read = reading(status, direction);
  if (!read) return null;
  const before = layers.get(id);
  // The engine leaves a total out when it has none, and later lines of a layer whose total it said before.
  const total = (status === 'Extracting' ? undefined : progressDetail?.total) ?? before?.total ?? null;
  const said = (read.isWhole ? (total ?? undefined) : progressDetail?.current) ?? before?.current ?? 0;
  const current = total === null ? said : Math.min(said, total);
  return { id, state: read.state, current, total, note: (read.note ?? '').slice(0, MAX_TEXT) };
}
