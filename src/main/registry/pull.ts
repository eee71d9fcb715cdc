/** A pull: the engine fetches what a reference names. Needs no login where the registry asks for none. */
import type { JobRun } from '../../shared/contract/define.js';
import { FailureError } from '../../shared/failure.js';
import { familiarName, familiarRepository, parseReference, withDefaultTag } from '../../shared/reference.js';
import type { TransferStep } from '../../shared/transfer.js';
import type { Credential, Credentials } from '../credentials/index.js';
import { registryAuth } from './engine-auth.js';
import { findImageId } from './image-id.js';
import { transferFailure, unfinished } from './transfer-failure.js';
import { readUntilAborted, type TransferParts } from './transfer.js';

export type PullOutcome = {
  readonly reference: string;
  readonly digest: string | null;
  /** Whether the reference stands for another image than before, or for one at all. */
  readonly newer: boolean;
};

/** @throws FailureError `not-found`, `auth-required`, `auth-rejected`, `denied`, `registry-unreachable`, `cancelled`… */
export async function pull(
  { engine, credentials }: TransferParts,
  input: { readonly reference: string },
  { report, signal }: Pick<JobRun<TransferStep>, 'report' | 'signal'>,
): Promise<PullOutcome> {
  const reference = withDefaultTag(parseReference(input.reference.trim()));
  const name = familiarName(reference);
  const docker = engine.docker();
  const title = `Pulling ${name} failed`;
  const login = await loginFor(credentials, reference.domain);
  const before = await findImageId(docker, name, title);

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
    };
    const stream = await docker.createImage(registryAuth(reference.domain, login.credential), {
      _query: query,
      _body: {},
      abortSignal: signal,
    });
    const { digest, status } = await readUntilAborted(stream, transfer.direction, signal, report);
    if (digest === null && status === null) throw unfinished(title);
    const after = await findImageId(docker, name, title);
    if (after === null) throw unfinished(title);
    return { reference: name, digest: digest ?? reference.digest ?? null, newer: after !== before };
  } catch (error) {
    const failure = transferFailure(error, transfer);
    // Without the keychain the pull was tried as nobody. Where that isn't enough, the keychain is what to mend.
    const wantsLogin = ['auth-required', 'denied'].includes(failure.failure.code);
    throw wantsLogin && login.problem ? login.problem : failure;
  }
}

type Login = { readonly credential: Credential | null; readonly problem: FailureError | null };

async function loginFor(credentials: Pick<Credentials, 'authFor'>, registry: string): Promise<Login> {
  try {
    return { credential: await credentials.authFor(registry), problem: null };
  } catch (error) {
    if (error instanceof FailureError) return { credential: null, problem: error };
    throw error;
  }
}
