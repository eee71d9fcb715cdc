/** Logins for base images, each for its own registry alone. moby/buildkit session/auth/auth.proto. */
import protobuf from 'protobufjs';
import { messageOf } from '../../../shared/failure.js';
import { IDENTITY_TOKEN, type Credential } from '../../credentials/index.js';
import { unary, type GrpcMethods } from './grpc.js';

const root = protobuf.Root.fromJSON({
  nested: {
    CredentialsRequest: { fields: { Host: { type: 'string', id: 1 } } },
    CredentialsResponse: {
      fields: { Username: { type: 'string', id: 1 }, Secret: { type: 'string', id: 2 } },
    },
  },
});
const Request = root.lookupType('CredentialsRequest');
const Response = root.lookupType('CredentialsResponse');

/** Docker Hub's images are served by a host of another name than its logins go by. */
const HUB_HOSTS = new Set(['registry-1.docker.io', 'index.docker.io', 'docker.io']);

/** An identity token is answered as a secret without a name (docker/buildx, authprovider). */
const answerOf = ({ username, secret }: Credential) => ({
  Username: username === IDENTITY_TOKEN ? '' : username,
  Secret: secret.reveal(),
});

export type AuthOptions = {
  readonly authFor: (registry: string) => Promise<Credential | null>;
  /** Told why a login could not be looked up; the engine then goes on without one, as most base images are public. */
  readonly onProblem: (error: Error) => void;
};

/** Without a session that answers this, BuildKit can't even ask a registry for a public image: a token is asked for too. */
export function authMethods({ authFor, onProblem }: AuthOptions): GrpcMethods {
  return {
    '/moby.filesync.v1.Auth/Credentials': unary(async (bytes) => {
      const { Host: host } = Request.toObject(Request.decode(bytes), { defaults: true }) as { Host: string };
      const login = await authFor(HUB_HOSTS.has(host) ? 'docker.io' : host).catch((error: unknown) => {
        onProblem(error instanceof Error ? error : new Error(messageOf(error)));
        return null;
      });
      return Response.encode(Response.create(login ? answerOf(login) : {})).finish();
    }),
  };
}
