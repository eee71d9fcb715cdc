/**
 * A tag pointed somewhere, elsewhere or nowhere. The engine's API has no "only if": what a tag points to is compared
 * with what the caller was shown right before, which leaves the moment between the two requests.
 */
import type { RemovedImage } from '../../shared/contract/images.js';
import type { LeftImage } from '../../shared/contract/tags.js';
import { FailureError, messageOf } from '../../shared/failure.js';
import { familiarName, parseReference, withDefaultTag } from '../../shared/reference.js';
import { shortId } from '../../shared/units.js';
import { say } from '../../shared/words/index.js';
import { refuse, type EngineService } from '../engine/index.js';
import { askImage, claimName, isSameImage, named, nothingThere, removeName } from '../images/index.js';

const nameOf = (reference: string): string => familiarName(withDefaultTag(parseReference(reference)));

/**
 * Points `reference` at `image`, if it points nowhere, or there already.
 * @returns the name as it is now, with its tag
 * @throws FailureError `conflict` when it points to another image; `invalid-input`, `not-found`
 */
export async function add(engine: EngineService, image: string, reference: string): Promise<string> {
  const { inspect } = await askImage(engine, image);
  const claimed = await claimName(engine, { reference, move: false, image: inspect.Id });
  await point(engine, inspect.Id, claimed);
  return claimed.name;
}

/**
 * Points `reference` from the image `from` to `image`.
 * @throws FailureError `conflict` when it doesn't point to `from`; `invalid-input`, `not-found`
 */
export async function move(
  engine: EngineService,
  { image, reference, from }: { readonly image: string; readonly reference: string; readonly from: string },
): Promise<{ readonly reference: string; readonly left: LeftImage }> {
  const { inspect } = await askImage(engine, image);
  const claimed = await claimName(engine, { reference, move: true });
  await assertPoints(engine, claimed.name, from);
  await point(engine, inspect.Id, claimed);
  return { reference: claimed.name, left: await leftImage(engine, from) };
}

export type Renaming = {
  readonly image: string;
  readonly reference: string;
  readonly to: string;
  readonly replaces: string | null;
};

/**
 * Gives `image` the name `to` and takes `reference` from it. When the second fails, the first is taken back.
 * @throws FailureError `conflict` when either name points elsewhere than the caller was shown; `invalid-input`, `not-found`
 */
export async function rename(
  engine: EngineService,
  { image, reference, to, replaces }: Renaming,
): Promise<{ readonly reference: string; readonly left: LeftImage | null }> {
  const old = nameOf(reference);
  const claimed = await claimName(engine, { reference: to, move: replaces !== null, image });
  if (claimed.name === old) {
    throw new FailureError({
      code: 'invalid-input',
      title: say('imageFailures.sameName', { name: old }),
      detail: say('imageFailures.sameName.detail'),
      remedy: say('imageFailures.sameName.remedy'),
    });
  }
  await assertPoints(engine, old, image);
  const before = await holderOf(engine, claimed.name);
  if (replaces !== null && !(before && isSameImage(before, image))) {
    await assertPoints(engine, claimed.name, replaces);
  }
  await point(engine, image, claimed);
  try {
    await removeName(engine, old);
  } catch (error) {
    await takeBack(engine, { name: claimed, image, before }).catch((worse: unknown) =>
      bothStay(error, worse),
    );
    throw error;
  }
  const left = before === null || isSameImage(before, image) ? null : await leftImage(engine, before);
  return { reference: claimed.name, left };

  function bothStay(error: unknown, worse: unknown): never {
    throw new FailureError({
      code: 'engine-refused',
      title: say('imageFailures.halfRenamed', { name: old }),
      detail: say('imageFailures.halfRenamed.detail', { to: claimed.name, name: old }),
      remedy: say('imageFailures.halfRenamed.remedy'),
      cause: `${messageOf(error)}\n${messageOf(worse)}`,
    });
  }
}

/**
 * Takes a name from `image`; with its last one the engine removes the image, unless something else holds it.
 * @throws FailureError `conflict` when it points elsewhere, or is the last and a container was made from the image
 */
export async function remove(
  engine: EngineService,
  image: string,
  reference: string,
): Promise<RemovedImage & { readonly imageStays: boolean }> {
  const name = nameOf(reference);
  await assertPoints(engine, name, image);
  const removed = await removeName(engine, name);
  return { ...removed, imageStays: !removed.deleted.some((id) => isSameImage(id, image)) };
}

type Name = { readonly name: string; readonly repository: string; readonly tag: string };

const point = (engine: EngineService, image: string, { name, repository, tag }: Name): Promise<unknown> =>
  engine
    .docker()
    .getImage(image)
    .tag({ repo: repository, tag })
    .catch(refuse({ title: say('imageFailures.add', { name }), absent: say('imageFailures.add.absent') }));

async function takeBack(
  engine: EngineService,
  { name, image, before }: { readonly name: Name; readonly image: string; readonly before: string | null },
): Promise<void> {
  if (before === null) await removeName(engine, name.name);
  else if (!isSameImage(before, image)) await point(engine, before, name);
}

async function holderOf(engine: EngineService, name: string): Promise<string | null> {
  return (await askImage(engine, name).catch(nothingThere))?.inspect.Id ?? null;
}

async function assertPoints(engine: EngineService, name: string, expected: string): Promise<void> {
  const holder = await holderOf(engine, name);
  if (holder !== null && isSameImage(holder, expected)) return;
  throw new FailureError({
    code: 'conflict',
    title: say('imageFailures.moved', { name }),
    detail:
      holder === null
        ? say('imageFailures.moved.gone', { id: shortId(expected) })
        : say('imageFailures.moved.elsewhere', { before: shortId(expected), now: shortId(holder) }),
    remedy: say('imageFailures.moved.remedy'),
  });
}

async function leftImage(engine: EngineService, id: string): Promise<LeftImage> {
  const there = await askImage(engine, id).catch(nothingThere);
  return { id, references: there ? named(there.inspect.RepoTags) : [], isThere: there !== null };
}
