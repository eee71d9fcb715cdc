/** A BuildKit session: a connection on which the engine asks us for what a build needs. moby/buildkit session/session.go. */
import type Docker from 'dockerode';
import { randomUUID } from 'node:crypto';
import { upgradeConnection } from './connection.js';
import { serveGrpc, unary, type GrpcMethods } from './grpc.js';

export { authMethods } from './auth.js';
export { fileSyncMethods } from './file-sync.js';
export { solve } from './control.js';
export { secretMethods } from './secrets.js';
export { sshMethods } from './ssh.js';

export type Session = {
  readonly id: string;
  /** Ends it at once; calls under way break off. Resolves when none runs any more. */
  readonly close: () => Promise<void>;
};

const SERVING = Buffer.from([0x08, 0x01]);
/** The engine drops a session that doesn't answer this, when the build is slow to begin. grpc/health/v1/health.proto. */
const health: GrpcMethods = { '/grpc.health.v1.Health/Check': unary(() => Promise.resolve(SERVING)) };

/**
 * Opens a session that answers `methods`.
 * @param sharedKey what the engine keeps an earlier context under; the same for the same folder
 * @throws Error as dockerode does when the engine refuses
 */
export async function openSession(
  docker: Docker,
  methods: GrpcMethods,
  sharedKey: string,
  signal: AbortSignal,
): Promise<Session> {
  const id = randomUUID();
  const all = { ...health, ...methods };
  const connection = await upgradeConnection(docker, '/session', signal, {
    'X-Docker-Expose-Session-Uuid': id,
    'X-Docker-Expose-Session-Name': 'strata',
    'X-Docker-Expose-Session-Sharedkey': sharedKey,
    'X-Docker-Expose-Session-Grpc-Method': Object.keys(all),
  });
  return { id, close: serveGrpc(connection, all) };
}
