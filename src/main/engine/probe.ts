/** Whether an engine is at a place, and which: one connection, ended at once. */
import type { EnginePlace } from '../../shared/contract/engine.js';
import { say } from '../../shared/words/index.js';
import { connectTo, disconnect } from './client.js';
import { engineFailure } from './engine-failure.js';
import type { Place } from './endpoints/places.js';
import { within } from './limit.js';
import { productOf, versionAnswer } from './version.js';

/** On this machine an engine answers in milliseconds; a login over ssh takes its time. */
const LIMIT_MS = { near: 3_000, far: 15_000 };

export async function probe({ id, name, endpoint, failure }: Place): Promise<EnginePlace> {
  const about = {
    id,
    name,
    address: endpoint?.address ?? '',
    origin: endpoint?.origin ?? 'context',
  } as const;
  if (endpoint === null)
    return { ...about, state: 'failed', failure: failure ?? engineFailure(null, { title: name }) };
  const docker = connectTo(endpoint);
  const title = say('engineFailures.noEngine', { address: endpoint.address });
  try {
    const limit = endpoint.connection.kind === 'socket' ? LIMIT_MS.near : LIMIT_MS.far;
    const { data } = versionAnswer.safeParse(await within(docker.version(), limit));
    if (data) return { ...about, state: 'answers', product: productOf(data), version: data.Version };
    const detail = say('engineFailures.notAnEngine');
    return { ...about, state: 'failed', failure: { code: 'engine-unreachable', title, detail } };
  } catch (error) {
    return {
      ...about,
      state: isAbsent(error) ? 'absent' : 'failed',
      failure: engineFailure(error, { title }),
    };
  } finally {
    disconnect(docker);
  }
}

const isAbsent = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
