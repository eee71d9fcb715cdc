/**
 * BuildKit's own interface, for what the engine's does not reach: to ignore the cache of one stage.
 * moby/buildkit api/services/control/control.proto; attributes as moby builder/builder-next/builder.go sets them.
 */
import type Docker from 'dockerode';
import protobuf from 'protobufjs';
import type { BuildOptions } from '../../../shared/contract/build-options.js';
import { messageOf } from '../../../shared/failure.js';
import type { BuildMessage } from '../progress/response.js';
import { upgradeConnection } from './connection.js';
import { grpcClient, type GrpcClient } from './grpc-client.js';

const texts = (id: number) => ({ keyType: 'string', type: 'string', id });
const root = protobuf.Root.fromJSON({
  nested: {
    CacheOptionsEntry: { fields: { Type: { type: 'string', id: 1 }, Attrs: texts(2) } },
    CacheOptions: { fields: { Imports: { rule: 'repeated', type: 'CacheOptionsEntry', id: 4 } } },
    SolveRequest: {
      fields: {
        Ref: { type: 'string', id: 1 },
        Exporter: { type: 'string', id: 3 },
        ExporterAttrs: texts(4),
        Session: { type: 'string', id: 5 },
        Frontend: { type: 'string', id: 6 },
        FrontendAttrs: texts(7),
        Cache: { type: 'CacheOptions', id: 8 },
        Entitlements: { rule: 'repeated', type: 'string', id: 9 },
      },
    },
    SolveResponse: { fields: { ExporterResponse: texts(1) } },
    StatusRequest: { fields: { Ref: { type: 'string', id: 1 } } },
  },
});
const SolveRequest = root.lookupType('SolveRequest');
const SolveResponse = root.lookupType('SolveResponse');
const StatusRequest = root.lookupType('StatusRequest');

export type Solve = {
  /** Names the build among those of the engine. */
  readonly ref: string;
  readonly session: string;
  /** The Dockerfile's name in its own folder. */
  readonly dockerfile: string;
  readonly references: readonly string[];
  readonly options: BuildOptions;
};

/**
 * Builds, and tells what the engine's own answer to a build would tell. Aborting ends the engine's work.
 * @throws Error when the connection breaks
 */
export async function* solve(
  docker: Docker,
  request: Solve,
  signal: AbortSignal,
): AsyncGenerator<BuildMessage, void> {
  const client = grpcClient(await upgradeConnection(docker, '/grpc', signal));
  try {
    const result = start(client, request, signal);
    // Waited for only after the last word on its progress.
    result.catch(() => undefined);
    const bytes = StatusRequest.encode(StatusRequest.create({ Ref: request.ref })).finish();
    for await (const status of client.call('/moby.buildkit.v1.Control/Status', bytes, signal))
      yield { type: 'trace', bytes: status };
    yield await result.then(
      (id) => ({ type: 'image', id }) as const,
      (error: unknown) => ({ type: 'error', message: messageOf(error) }) as const,
    );
  } finally {
    client.close();
  }
}

async function start(client: GrpcClient, request: Solve, signal: AbortSignal): Promise<string> {
  const message = SolveRequest.encode(SolveRequest.create(messageFor(request))).finish();
  let response: Record<string, string> = {};
  for await (const bytes of client.call('/moby.buildkit.v1.Control/Solve', message, signal)) {
    const decoded = SolveResponse.toObject(SolveResponse.decode(bytes), { defaults: true });
    response = (decoded as { ExporterResponse: Record<string, string> }).ExporterResponse;
  }
  const id = response['containerimage.digest'];
  if (id === undefined) throw new Error('the engine told of no image');
  return id;
}

function messageFor({ ref, session, dockerfile, references, options }: Solve) {
  const { arguments: pairs, labels, target, platform, network, cacheFrom } = options;
  const prefixed = (prefix: string, all: BuildOptions['labels']) =>
    all.map(({ name, value }) => [`${prefix}:${name}`, value] as const);
  return {
    Ref: ref,
    Session: session,
    Exporter: 'moby',
    ExporterAttrs: { name: references.join(',') },
    Frontend: 'dockerfile.v0',
    FrontendAttrs: {
      filename: dockerfile,
      ...Object.fromEntries([...prefixed('build-arg', pairs), ...prefixed('label', labels)]),
      ...(target ? { target } : {}),
      ...(platform ? { platform } : {}),
      ...(options.ignoreCache ? { 'no-cache': options.ignoreCacheOf ?? '' } : {}),
      ...(options.pullBase ? { 'image-resolve-mode': 'pull' } : {}),
      ...(network === 'default' ? {} : { 'force-network-mode': network }),
    },
    Cache: { Imports: cacheFrom.map((image) => ({ Type: 'registry', Attrs: { ref: image } })) },
    Entitlements: network === 'host' ? ['network.host'] : [],
  };
}
