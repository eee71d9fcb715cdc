/** BuildKit's progress messages, from their published schema (moby/buildkit api/services/control/control.proto). */
import protobuf from 'protobufjs';

export type Timestamp = { readonly seconds: number; readonly nanos: number };
export type Vertex = {
  readonly digest: string;
  readonly name: string;
  readonly cached: boolean;
  readonly started: Timestamp | null;
  readonly completed: Timestamp | null;
  readonly error: string;
};
export type VertexStatus = {
  readonly ID: string;
  readonly vertex: string;
  readonly current: number;
  readonly total: number;
};
export type VertexLog = { readonly vertex: string; readonly stream: number; readonly msg: Uint8Array };
/** Only engines newer than 20.10 send these. */
export type VertexWarning = {
  readonly short: Uint8Array;
  readonly detail: readonly Uint8Array[];
  readonly url: string;
  readonly ranges: readonly { readonly start: { readonly line: number } | null }[];
};
export type StatusResponse = {
  readonly vertexes: readonly Vertex[];
  readonly statuses: readonly VertexStatus[];
  readonly logs: readonly VertexLog[];
  readonly warnings: readonly VertexWarning[];
};

const field = (type: string, id: number, rule?: 'repeated') => ({ type, id, ...(rule ? { rule } : {}) });

const root = protobuf.Root.fromJSON({
  nested: {
    Timestamp: { fields: { seconds: field('int64', 1), nanos: field('int32', 2) } },
    Vertex: {
      fields: {
        digest: field('string', 1),
        name: field('string', 3),
        cached: field('bool', 4),
        started: field('Timestamp', 5),
        completed: field('Timestamp', 6),
        error: field('string', 7),
      },
    },
    VertexStatus: {
      fields: {
        ID: field('string', 1),
        vertex: field('string', 2),
        current: field('int64', 4),
        total: field('int64', 5),
      },
    },
    VertexLog: { fields: { vertex: field('string', 1), stream: field('int64', 3), msg: field('bytes', 4) } },
    Position: { fields: { line: field('int32', 1), character: field('int32', 2) } },
    Range: { fields: { start: field('Position', 1), end: field('Position', 2) } },
    VertexWarning: {
      fields: {
        short: field('bytes', 3),
        detail: field('bytes', 4, 'repeated'),
        url: field('string', 5),
        ranges: field('Range', 7, 'repeated'),
      },
    },
    StatusResponse: {
      fields: {
        vertexes: field('Vertex', 1, 'repeated'),
        statuses: field('VertexStatus', 2, 'repeated'),
        logs: field('VertexLog', 3, 'repeated'),
        warnings: field('VertexWarning', 4, 'repeated'),
      },
    },
  },
});

const StatusResponseType = root.lookupType('StatusResponse');

/** Decodes one `moby.buildkit.trace`. @throws Error for bytes that are no such message */
export function decodeStatus(bytes: Uint8Array): StatusResponse {
  const message = StatusResponseType.decode(bytes);
  // Numbers stay exact up to 2^53, more than any byte count or time here.
  return StatusResponseType.toObject(message, {
    longs: Number,
    bytes: Buffer,
    arrays: true,
    defaults: true,
  }) as StatusResponse;
}

export const toMilliseconds = ({ seconds, nanos }: Timestamp): number => seconds * 1000 + nanos / 1e6;
