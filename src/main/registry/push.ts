/** A push: the image gets the destination as a tag, the engine sends it, and only the digest that it reports is success. */
import type Docker from 'dockerode';
import type { JobRun } from '../../shared/contract/define.js';
import type { PushOutcome } from '../../shared/contract/registry.js';
import { FailureError } from '../../shared/failure.js';
import { familiarName, familiarRepository, parseReference, withDefaultTag } from '../../shared/reference.js';
import type { TransferStep } from '../../shared/transfer.js';
import { say } from '../../shared/words/index.js';
import { isPodman, refuse } from '../engine/index.js';
import { registryAuth } from './engine-auth.js';
import { findImageId } from './image-id.js';
import { transferFailure, unfinished } from './transfer-failure.js';
import { readUntilAborted, type TransferParts } from './transfer.js';

/**
 * Pushes `image` (a reference or id) as `destination`. A tag that it needed stays when the push fails.
 * @throws FailureError `auth-required`, `auth-rejected`, `denied`, `registry-unreachable`, `cancelled`, `interrupted`…
 */
export async function push(
  { engine, authFor }: TransferParts,
  { image, destination }: { readonly image: string; readonly destination: string },
  { report, signal }: Pick<JobRun<TransferStep>, 'report' | 'signal'>,
): Promise<Omit<PushOutcome, 'registry'>> {
  const reference = withDefaultTag(parseReference(destination.trim()));
  const { domain, tag } = reference;
  if (tag === undefined || reference.digest !== undefined) throw new FailureError(digestRefused(destination));
  const name = familiarName(reference);
  const repository = familiarRepository(reference);
  const docker = engine.docker();
  const title = say('registryFailures.push', { name });
  // Asked first: with a keychain that is locked nothing has been changed yet.
  const credential = await authFor(domain, reference.path);
  const message = await pointAt(docker, { name, repository, tag }, image);
  if (message !== null) report({ type: 'message', message });

  const transfer = { direction: 'push', title, registry: domain, credential, signal } as const;
  try {
    signal.throwIfAborted();
    // `_query` and `_body`: dockerode would otherwise write every option, the signal too, into both.
    const options = { _query: { tag }, _body: {}, abortSignal: signal };
    const auth = registryAuth(domain, credential);
    const stream = await docker.getImage(repository).push(options, undefined, auth);
    const end = await readUntilAborted(stream, transfer.direction, signal, report);
    if (end.digest !== null) return { reference: name, digest: end.digest, size: end.size ?? 0 };
    // Podman says it to people only. Seen on 4.3.
    if (end.announced !== null && (await isPodman(docker))) return { reference: name, ...end.announced };
    throw unfinished(title);
  } catch (error) {
    throw transferFailure(error, transfer);
  }
}

type Destination = { readonly name: string; readonly repository: string; readonly tag: string };

/** Makes `destination` a tag of `image`. Says so when it was another image's until now. */
async function pointAt(
  docker: Docker,
  { name, repository, tag }: Destination,
  image: string,
): Promise<string | null> {
  const wanted = await findImageId(docker, image, say('registryFailures.cantPush', { name: image }));
  if (wanted === null) throw new FailureError(noSuchImage(image));
  const before = await findImageId(docker, name, say('registryFailures.cantPush', { name }));
  if (before === wanted) return null;
  await docker
    .getImage(wanted)
    .tag({ repo: repository, tag })
    .catch(refuse({ title: say('registryFailures.cantTag', { name, image }) }));
  return before === null
    ? null
    : say('registryFailures.moved', { name, before: shortId(before), now: shortId(wanted) });
}

const shortId = (id: string): string => id.replace(/^sha256:/, '').slice(0, 12);

function noSuchImage(image: string) {
  return {
    code: 'not-found',
    title: say('registryFailures.noSuchImage', { image }),
    detail: say('registryFailures.noSuchImage.detail'),
    remedy: say('registryFailures.noSuchImage.remedy'),
  } as const;
}

function digestRefused(destination: string) {
  return {
    code: 'invalid-input',
    title: say('registryFailures.digest'),
    detail: say('registryFailures.digest.detail', { destination: destination.slice(0, 200) }),
    remedy: say('registryFailures.digest.remedy'),
  } as const;
}
