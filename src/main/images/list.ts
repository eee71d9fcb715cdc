/** The images on the engine: all of them, and one in full. */
import type { z } from 'zod';
import type Docker from 'dockerode';
import type { ImageDetail } from '../../shared/contract/images.js';
import { FailureError } from '../../shared/failure.js';
import { say } from '../../shared/words/index.js';
import { isAtLeast, refuse, type EngineService } from '../engine/index.js';
import { imageHistory, imageInspect, imageList, type ImageInspect } from './answers.js';
import type { Layers } from './layers.js';
import { toDetail, toSummary, type ListedImage } from './summary.js';

/** Every image but the intermediate ones of builds, newest first. */
export async function listImages(engine: EngineService): Promise<readonly ListedImage[]> {
  const title = say('imageFailures.list');
  const answer: unknown = await engine.docker().listImages(listOptions(engine)).catch(refuse({ title }));
  return read(imageList, answer, title).map(toSummary);
}

/** What engines tell with their list beyond the rows, where they do so without much work. */
function listOptions(engine: EngineService): Docker.ListImagesOptions {
  const status = engine.status();
  const knows = (minor: number): boolean =>
    status.state === 'connected' && isAtLeast(status.apiVersion, 1, minor);
  // dockerode hands on what its types don't know yet.
  return { ...(knows(42) && { 'shared-size': true }), ...(knows(47) && { manifests: true }) };
}

/** One image by reference or id. @throws FailureError `not-found`, `invalid-input` for what is no name */
export async function inspectImage(
  engine: EngineService,
  layers: Layers,
  image: string,
): Promise<ImageDetail> {
  const title = say('imageFailures.read', { image });
  const found = engine.docker().getImage(image);
  const [{ inspect, raw }, answer] = await Promise.all([
    askImage(engine, image),
    found.history().catch(refuse(wordsFor(image, title))) as Promise<unknown>,
  ]);
  const history = read(imageHistory, answer, title);
  const known = new Map<string, readonly string[]>();
  const ask = async (id: string): Promise<void> => {
    const chain = await layers.of(id);
    if (chain) known.set(id, chain);
  };
  await Promise.all(intermediates(history, inspect.Id).map(ask)).catch(refuse({ title }));
  return toDetail(inspect, history, known, raw);
}

/** More rows than an image can have layers are nobody's honest history. */
const MOST_INTERMEDIATES = 256;

/** The images of a build's steps, as the classic builder keeps them. Elsewhere rows say `<missing>`. */
function intermediates(history: z.output<typeof imageHistory>, own: string): readonly string[] {
  const ids = history.map(({ Id }) => Id).filter((id) => id !== own && /^sha256:[0-9a-f]{64}$/.test(id));
  return [...new Set(ids)].slice(0, MOST_INTERMEDIATES);
}

/** The engine's answer about one image, checked and as it came. @throws FailureError `not-found`, `invalid-input` */
export async function askImage(
  engine: EngineService,
  image: string,
): Promise<{ readonly inspect: ImageInspect; readonly raw: unknown }> {
  const title = say('imageFailures.read', { image });
  const raw: unknown = await engine
    .docker()
    .getImage(image)
    .inspect()
    .catch(refuse(wordsFor(image, title)));
  return { inspect: read(imageInspect, raw, title), raw };
}

const wordsFor = (image: string, title: string) => ({
  title,
  absent: say('imageFailures.absent', { image }),
  remedy: say('imageFailures.absent.detail'),
});

/** For what may be gone: null in place of “not found”. */
export function nothingThere(error: unknown): null {
  if (error instanceof FailureError && error.failure.code === 'not-found') return null;
  throw error;
}

/** @throws FailureError when the engine answers in a way that no engine does */
export function read<T extends z.ZodType>(schema: T, answer: unknown, title: string): z.output<T> {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  throw new FailureError({
    code: 'engine-refused',
    title,
    detail: say('imageFailures.strange'),
    cause: parsed.error.issues
      .slice(0, 5)
      .map(({ path, message }) => `${path.join('.')}: ${message}`)
      .join('\n'),
  });
}
