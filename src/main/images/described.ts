/** An image as its own configuration tells of it (OCI image-spec config.md), wherever that lies: in an archive, or in a registry. Pure. */
import { z } from 'zod';
import type { ImageDetail, ImageStep } from '../../shared/contract/images.js';
import { say } from '../../shared/words/index.js';
import { imageInspect } from './answers.js';
import { instructionOf } from './instruction.js';
import { named, toDetail } from './summary.js';

const text = z.string().catch('');
/** What an engine calls by other names, or not at all. The settings themselves have the same. */
const configFile = z.object({
  architecture: text,
  os: text,
  variant: text,
  created: text,
  author: text,
  config: z.unknown(),
  rootfs: z.object({ diff_ids: z.array(z.string()).catch([]) }).catch({ diff_ids: [] }),
  history: z
    .array(
      z.object({ created: text, created_by: text, comment: text, empty_layer: z.boolean().catch(false) }),
    )
    .catch([]),
});

export type Described = {
  /** The digest of the configuration, which is what an engine calls the image. */
  readonly id: string;
  readonly references: readonly string[];
  readonly digests?: readonly string[];
  /** The configuration file's JSON, as it was parsed. */
  readonly config: unknown;
  /** Bytes of each layer, base first; as they lie there, compressed or not. */
  readonly sizes: readonly number[];
};

/** Null where it is no image's configuration. */
export function describeImage({
  id,
  references,
  digests = [],
  config,
  sizes,
}: Described): ImageDetail | null {
  const { data } = configFile.safeParse(config);
  if (data === undefined) return null;
  const inspect = imageInspect.parse({
    Id: id,
    RepoTags: references,
    RepoDigests: digests,
    Size: sizes.reduce((sum, size) => sum + size, 0),
    Created: data.created,
    Os: data.os,
    Architecture: data.architecture,
    Variant: data.variant,
    Author: data.author,
    Config: data.config,
  });
  const detail = toDetail(inspect, [], new Map(), config);
  return { ...detail, references: named(references), steps: stepsOf(data, sizes) };
}

/** Here the history says itself which of its entries made a layer. Layers that it doesn't tell of have an entry of their own. */
function stepsOf(
  { history, rootfs: { diff_ids: diffIds } }: z.output<typeof configFile>,
  sizes: readonly number[],
): readonly ImageStep[] {
  let layer = 0;
  const steps = history.map((entry, index): ImageStep => {
    const at = entry.empty_layer ? diffIds.length : layer++;
    return {
      index,
      diffId: diffIds[at] ?? null,
      instruction: instructionOf(entry.created_by, entry.comment),
      createdBy: entry.created_by,
      comment: entry.comment,
      created: Math.max(0, Date.parse(entry.created) || 0),
      size: at < diffIds.length ? (sizes[at] ?? 0) : 0,
    };
  });
  const untold = diffIds.slice(layer).map((diffId, at): ImageStep => ({
    index: steps.length + at,
    diffId,
    instruction: say('image.noInstruction'),
    createdBy: '',
    comment: '',
    created: 0,
    size: sizes[layer + at] ?? 0,
  }));
  return [...steps, ...untold];
}
