/**
 * The user's ssh agent for steps that ask for it: they may have keys listed and things signed, and nothing else.
 * moby/buildkit session/sshforward/ssh.proto; messages as in draft-ietf-sshm-ssh-agent.
 */
import protobuf from 'protobufjs';
import { createConnection, type Socket } from 'node:net';
import { GrpcError, unary, type GrpcCall, type GrpcMethods } from './grpc.js';

const root = protobuf.Root.fromJSON({
  nested: {
    CheckAgentRequest: { fields: { ID: { type: 'string', id: 1 } } },
    BytesMessage: { fields: { data: { type: 'bytes', id: 1 } } },
  },
});
const CheckRequest = root.lookupType('CheckAgentRequest');
const BytesMessage = root.lookupType('BytesMessage');

const UNKNOWN = 2;
/** The id of the agent when the Dockerfile names none. */
const DEFAULT = 'default';

const FAILURE = Buffer.from([0, 0, 0, 1, 5]);
const REQUEST_IDENTITIES = 11;
const SIGN_REQUEST = 13;
const LENGTH = 4;
/** More than agents take themselves. */
const LARGEST = 256 * 1024;

/** @param agent the agent's socket */
export function sshMethods(agent: string): GrpcMethods {
  return {
    '/moby.sshforward.v1.SSH/CheckAgent': unary((bytes) => {
      const { ID: id } = CheckRequest.toObject(CheckRequest.decode(bytes), { defaults: true }) as {
        ID: string;
      };
      return id === '' || id === DEFAULT
        ? Promise.resolve(Buffer.alloc(0))
        : Promise.reject(new GrpcError(UNKNOWN, `unset ssh forward key ${id}`));
    }),
    '/moby.sshforward.v1.SSH/ForwardAgent': async (call) => {
      const socket = createConnection(agent);
      // What breaks it is told by reading from it; later there is nobody to tell.
      socket.on('error', () => undefined);
      try {
        await Promise.race([ask(call, socket), answer(call, socket)]);
      } finally {
        socket.destroy();
      }
    },
  };
}

async function ask(call: GrpcCall, socket: Socket): Promise<void> {
  const requests = createRequests();
  for await (const bytes of call.messages) {
    const { data } = BytesMessage.toObject(BytesMessage.decode(bytes), {
      defaults: true,
      bytes: Buffer,
    }) as { data: Buffer };
    for (const request of requests(data)) {
      if (isAllowed(request)) socket.write(request);
      else await call.send(encode(FAILURE));
    }
  }
}

async function answer(call: GrpcCall, socket: Socket): Promise<void> {
  for await (const bytes of socket as AsyncIterable<Buffer>) await call.send(encode(bytes));
}

const encode = (data: Uint8Array): Uint8Array => BytesMessage.encode(BytesMessage.create({ data })).finish();

const isAllowed = (request: Buffer): boolean =>
  request[LENGTH] === REQUEST_IDENTITIES || request[LENGTH] === SIGN_REQUEST;

/** Whole requests, each with its length before it, out of bytes that were cut anywhere. */
function createRequests(): (bytes: Buffer) => readonly Buffer[] {
  let rest: Buffer = Buffer.alloc(0);
  return (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    const whole: Buffer[] = [];
    while (rest.length >= LENGTH) {
      const length = rest.readUInt32BE(0);
      if (length > LARGEST) throw new GrpcError(UNKNOWN, 'the request to the ssh agent is too large');
      if (rest.length < LENGTH + length) break;
      whole.push(rest.subarray(0, LENGTH + length));
      rest = rest.subarray(LENGTH + length);
    }
    return whole;
  };
}
