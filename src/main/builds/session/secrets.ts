/** A build's secrets, each given by its id to the one build that names it. moby/buildkit session/secrets/secrets.proto. */
import protobuf from 'protobufjs';
import type { BuildSecrets } from '../secrets.js';
import { GrpcError, unary, type GrpcMethods } from './grpc.js';

const root = protobuf.Root.fromJSON({
  nested: {
    GetSecretRequest: { fields: { ID: { type: 'string', id: 1 } } },
    GetSecretResponse: { fields: { data: { type: 'bytes', id: 1 } } },
  },
});
const Request = root.lookupType('GetSecretRequest');
const Response = root.lookupType('GetSecretResponse');

const NOT_FOUND = 5;

/** @param secrets by id; one that isn't there is absent from the build, or fails it where the Dockerfile says `required` */
export function secretMethods(secrets: BuildSecrets): GrpcMethods {
  return {
    '/moby.buildkit.secrets.v1.Secrets/GetSecret': unary((bytes) => {
      const { ID: id } = Request.toObject(Request.decode(bytes), { defaults: true }) as { ID: string };
      const secret = secrets.get(id);
      if (!secret) return Promise.reject(new GrpcError(NOT_FOUND, `secret ${id}: not found`));
      const data = Buffer.from(secret.reveal(), 'latin1');
      return Promise.resolve(Response.encode(Response.create({ data })).finish());
    }),
  };
}
