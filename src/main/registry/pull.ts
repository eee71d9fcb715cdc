/** A pull: the engine fetches what a reference names. Needs no login where the registry asks for none. */
import type Docker from 'dockerode';
import type { JobRun, OutcomeOf } from '../../shared/contract/define.js';
import type { images } from '../../shared/contract/images.js';
import { FailureError } from '../../shared/failure.js';
import {
  familiarName,
  familiarRepository,
  parseReference,
  withDefaultTag,
  type Reference,
} from '../../shared/reference.js';
import type { TransferStep } from '../../shared/transfer.js';
import { say } from '../../shared/words/index.js';
import type { Credential } from '../credentials/index.js';
import { isPodman, refuse } from '../engine/index.js';
import { registryAuth } from './engine-auth.js';
import type { AuthFor } from './engine-login.js';
import { findImage } from './image-id.js';
import { transferFailure, unfinished } from './transfer-failure.js';
import type { TransferEnd } from './transfer-stream.js';
import { readUntilAborted, type TransferParts } from './transfer.js';

export type PullOutcome = OutcomeOf<typeof images.pull>;

/** @throws FailureError `not-found`, `auth-required`, `auth-rejected`, `denied`, `registry-unreachable`, `cancelled`… */
export async function pull(
  { engine, authFor }: TransferParts,
  input: { readonly reference: string; readonly platform?: string | undefined },
  { report, signal }: Pick<JobRun<TransferStep>, 'report' | 'signal'>,
): Promise<PullOutcome> {
  const reference = withDefaultTag(parseReference(input.reference.trim()));
  const name = familiarName(reference);
  const docker = engine.docker();
  const title = say('registryFailures.pull', { name });
  const login = await loginFor(authFor, reference);
  const before = await findImage(docker, name, title);
  if (input.platform !== undefined) await checkPlatformChoice(docker, title);

  const transfer = {
    direction: 'pull',
    title,
    registry: reference.domain,
    credential: login.credential,
    signal,
  } as const;
  try {
    signal.throwIfAborted();
    const query = {
      fromImage: familiarRepository(reference),
      // As the docker CLI: a digest goes where a tag would, and counts before one.
      tag: reference.digest ?? reference.tag,
      ...(input.platform === undefined ? {} : { platform: input.platform }),
    };
    const stream = await docker.createImage(registryAuth(reference.domain, login.credential), {
      _query: query,
      _body: {},
      abortSignal: signal,
    });
    const end = await readUntilAborted(stream, transfer.direction, signal, report);
    if (!(await isComplete(docker, end))) throw unfinished(title);
    const after = await findImage(docker, name, title);
    if (after === null) throw unfinished(title);
    const newer = after.id !== before?.id;
    return {
      reference: name,
      digest: end.digest ?? reference.digest ?? null,
      newer,
      before: before?.id ?? null,
      leftUntagged: newer && before !== null && (await isUntagged(docker, before.id, title)),
      platform: after.platform,
    };
  } catch (error) {
    const failure = transferFailure(error, transfer);
    // Without the keychain the pull was tried as nobody. Where that isn't enough, the keychain is what to mend.
    const wantsLogin = ['auth-required', 'denied'].includes(failure.failure.code);
    throw wantsLogin && login.problem ? login.problem : failure;
  }
}

/** Podman has no closing words; a pull of its that failed ends with an error. Seen on 4.3. */
async function isComplete(docker: Docker, { digest, status, last }: TransferEnd): Promise<boolean> {
  if (digest !== null || status !== null) return true;
  return last === 'Download complete' && (await isPodman(docker));
}

const isUntagged = async (docker: Docker, id: string, title: string): Promise<boolean> =>
  (await findImage(docker, id, title))?.names === 0;

/** Engine API 1.32 is the first that takes a platform; older ones overlook it, and would pull something else. */
const FIRST_WITH_PLATFORM = [1, 32] as const;

async function checkPlatformChoice(docker: Docker, title: string): Promise<void> {
  const { ApiVersion } = await docker.version().catch(refuse({ title }));
  const [major = 0, minor = 0] = ApiVersion.split('.').map(Number);
  if (major > FIRST_WITH_PLATFORM[0] || (major === FIRST_WITH_PLATFORM[0] && minor >= FIRST_WITH_PLATFORM[1]))
    return;
  throw new FailureError({
    code: 'engine-refused',
    title,
    detail: say('registryFailures.noPlatformChoice', { version: ApiVersion }),
    remedy: say('registryFailures.noPlatformChoice.remedy'),
  });
}

type Login = { readonly credential: Credential | null; readonly problem: FailureError | null };

async function loginFor(authFor: AuthFor, { domain, path }: Reference): Promise<Login> {
  try {
    return { credential: await authFor(domain, path), problem: null };
  } catch (error) {
    const isLocked = error instanceof FailureError && error.failure.code === 'keychain-unavailable';
    if (isLocked) return { credential: null, problem: error };
    throw error;
  }
}
