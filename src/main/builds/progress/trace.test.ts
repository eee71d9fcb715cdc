import protobuf from 'protobufjs';
import { describe, expect, it } from 'vitest';
import type { BuildReport } from '../../../shared/build-progress.js';
import { parseDockerfile } from '../../../shared/dockerfile/parse.js';
import { createTrace } from './trace.js';

/** The fields that BuildKit sends, written apart from the decoder, so that a wrong number in it shows. */
const { root } = protobuf.parse(
  `syntax = "proto3";
  message Timestamp { int64 seconds = 1; int32 nanos = 2; }
  message Vertex { string digest = 1; repeated string inputs = 2; string name = 3; bool cached = 4;
    Timestamp started = 5; Timestamp completed = 6; string error = 7; }
  message VertexStatus { string ID = 1; string vertex = 2; string name = 3; int64 current = 4; int64 total = 5;
    Timestamp timestamp = 6; Timestamp started = 7; Timestamp completed = 8; }
  message VertexLog { string vertex = 1; Timestamp timestamp = 2; int64 stream = 3; bytes msg = 4; }
  message Position { int32 line = 1; int32 character = 2; }
  message Range { Position start = 1; Position end = 2; }
  message VertexWarning { string vertex = 1; int64 level = 2; bytes short = 3; repeated bytes detail = 4; string url = 5; repeated Range ranges = 7; }
  message StatusResponse { repeated Vertex vertexes = 1; repeated VertexStatus statuses = 2; repeated VertexLog logs = 3; repeated VertexWarning warnings = 4; }`,
  { keepCase: true },
);
const StatusResponse = root.lookupType('StatusResponse');

const at = (seconds: number) => ({ seconds, nanos: 500_000_000 });
const vertex = (fields: object) => ({
  digest: 'sha256:a',
  name: '[2/2] RUN make',
  inputs: ['sha256:b'],
  ...fields,
});

function traced(...messages: object[]) {
  const reports: BuildReport[] = [];
  const trace = createTrace(parseDockerfile('FROM x\nRUN make'), (report) => reports.push(report));
  for (const message of messages)
    trace.take(StatusResponse.encode(StatusResponse.fromObject(message)).finish());
  const states = reports.flatMap((report) => (report.type === 'step' ? [report.step.state] : []));
  return { trace, reports, states };
}

describe('BuildKit’s trace', () => {
  it('tells a step with its times and its line', () => {
    const { reports } = traced({ vertexes: [vertex({ started: at(10), completed: at(12) })] });
    expect(reports).toEqual([
      {
        type: 'step',
        step: {
          id: 'sha256:a',
          name: '[2/2] RUN make',
          state: 'done',
          startedAt: 10_500,
          endedAt: 12_500,
          error: null,
          line: 2,
        },
      },
    ]);
  });

  it('tells warnings as newer engines send them, with their line, and links to https alone', () => {
    const warning = (fields: object) => ({
      vertex: 'sha256:a',
      level: 1,
      short: Buffer.from('JSONArgsRecommended: \u001b[2Jquote it'),
      detail: [Buffer.from('so that signals'), Buffer.from('arrive')],
      url: 'https://docs.docker.com/x',
      ranges: [{ start: { line: 3, character: 0 }, end: { line: 3, character: 4 } }],
      ...fields,
    });
    const { reports } = traced({
      warnings: [warning({}), warning({ url: 'javascript:alert(1)', ranges: [] })],
    });
    const first = {
      text: 'JSONArgsRecommended: quote it',
      detail: 'so that signals\narrive',
      url: 'https://docs.docker.com/x',
      line: 3,
    };
    expect(reports).toEqual([
      { type: 'warning', warning: first },
      { type: 'warning', warning: { ...first, url: null, line: null } },
    ]);
  });

  it('follows a step from waiting to done, and again when it opens again', () => {
    const { states } = traced(
      { vertexes: [vertex({})] },
      { vertexes: [vertex({ started: at(1) })] },
      { vertexes: [vertex({ started: at(1), completed: at(2) })] },
      { vertexes: [vertex({ started: at(3) })] },
      { vertexes: [vertex({ started: at(3), completed: at(3), cached: true })] },
    );
    expect(states).toEqual(['waiting', 'running', 'done', 'running', 'cached']);
  });

  it('tells a failed step from one that was only stopped with it', () => {
    const { trace, states } = traced(
      {
        vertexes: [
          vertex({ digest: 'sha256:b', started: at(1), completed: at(2), error: 'context canceled' }),
        ],
      },
      { vertexes: [vertex({ started: at(1), completed: at(2), error: 'exit code: 7' })] },
    );
    expect(states).toEqual(['cancelled', 'failed']);
    expect(trace.failed()?.id).toBe('sha256:a');
  });

  it('tells transfers, with totals or without', () => {
    const { reports } = traced({
      vertexes: [vertex({})],
      statuses: [
        { ID: 'sha256:layer', vertex: 'sha256:a', current: 5_000_000_000, total: 6_000_000_000 },
        { ID: 'transferring', vertex: 'sha256:a', current: 7 },
        { ID: 'of nobody', vertex: 'sha256:zzz', current: 7 },
      ],
    });
    expect(reports.slice(1)).toEqual([
      { type: 'transfer', step: 'sha256:a', transfer: { id: 'sha256:layer', current: 5e9, total: 6e9 } },
      { type: 'transfer', step: 'sha256:a', transfer: { id: 'transferring', current: 7, total: 0 } },
    ]);
  });

  it('puts the output of a message together by step, and sends an open line at the end', () => {
    const log = (text: string, stream = 1) => ({ vertex: 'sha256:a', stream, msg: Buffer.from(text) });
    const { trace, reports } = traced({
      vertexes: [vertex({})],
      logs: [log('one\ntw'), log('o\nopen'), log('bad\n', 2), { ...log('x\n'), vertex: 'unknown' }],
    });
    trace.end();
    expect(reports.slice(1)).toEqual([
      {
        type: 'output',
        step: 'sha256:a',
        lines: [
          { stream: 'out', text: 'one' },
          { stream: 'out', text: 'two' },
          { stream: 'err', text: 'bad' },
        ],
      },
      { type: 'output', step: 'sha256:a', lines: [{ stream: 'out', text: 'open' }] },
    ]);
    expect(trace.tail('sha256:a')).toEqual(['one', 'two', 'bad', 'open']);
  });

  it('keeps only the last lines of a step for its failure', () => {
    const many = Array.from({ length: 500 }, (_, line) => `line ${line}\n`).join('');
    const { trace } = traced({
      vertexes: [vertex({})],
      logs: [{ vertex: 'sha256:a', stream: 1, msg: Buffer.from(many) }],
    });
    expect(trace.tail('sha256:a').length).toBeLessThan(100);
    expect(trace.tail('sha256:a').at(-1)).toBe('line 499');
  });

  it('refuses bytes that are no message', () => {
    const trace = createTrace(parseDockerfile(''), () => undefined);
    expect(() => trace.take(Buffer.from([0x0a, 0xff, 0xff, 0xff]))).toThrow();
  });
});
