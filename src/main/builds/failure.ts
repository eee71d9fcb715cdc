/** What a failed build means: which step, which line, what it said. */
import type { BuildStep } from '../../shared/build-progress.js';
import { FailureError, type Failure } from '../../shared/failure.js';
import { say } from '../../shared/words/index.js';
import { engineFailure } from '../engine/index.js';

export type FailedBuild = {
  readonly imageName: string;
  readonly dockerfile: string;
  /** The engine's last word. */
  readonly message: string;
  readonly step: Pick<BuildStep, 'name' | 'line' | 'error'> | null;
  /** The last lines of that step's output. */
  readonly output: readonly string[];
};

/** Seen on Docker Engine 20.10 (BuildKit 0.8) and, from their sources, on newer ones. */
const PARSE_ERROR = /(?:Dockerfile|dockerfile) parse error(?: on)? line (\d+): ([\s\S]*)/i;
/** As BuildKit says, as the classic builder does, or as Podman 4.3's. */
const EXIT_CODE = /exit code: (\d+)|returned a non-zero code: (\d+)|while running runtime: exit status (\d+)/;
const NO_SOURCE =
  /(?:failed to (?:compute cache key|calculate checksum of ref \S+)[^"]*?|(?:COPY|ADD) failed: (?:file not found in build context[^:]*: stat |stat ))"?(\/?[^":]+)"?: (?:not found|no such file)|"(\/[^"]+)"(?:: | )not found/i;
const UNKNOWN_STAGE =
  /target stage \\?"?([^"\\]+)\\?"? could not be found|failed to reach build target (\S+)/i;
/**
 * What ends a build whose session the engine has lost, or that it was made to end by itself: the Dockerfile has no part in
 * it. An engine that was paused while it waited for a word on the session takes that for dead (moby/buildkit
 * session/grpc.go, monitorHealth). Seen on 20.10; the fourth is what newer gRPC says for the second.
 */
const GIVEN_UP =
  /(?:^|: )context canceled$|transport is closing|no active session|error reading from server: /i;

export function buildFailure({ imageName, dockerfile, message, step, output }: FailedBuild): Failure {
  const where = step?.line ? { source: { file: dockerfile, line: step.line } } : {};
  const words = step?.name.replace(/\s+/g, ' ') ?? '';
  const short = words.length > 160 ? `${words.slice(0, 160)}…` : words;

  const parse = PARSE_ERROR.exec(message);
  if (parse) return syntaxError(dockerfile, Number(parse[1]), parse[2] ?? '', message);

  const exit = EXIT_CODE.exec(step?.error ?? message) ?? EXIT_CODE.exec(message);
  if (exit) {
    const code = exit[1] ?? exit[2] ?? exit[3] ?? '';
    return {
      code: 'build-failed',
      title: say('buildFailures.step', { step: short }),
      detail: [
        step?.line
          ? say('buildFailures.exit.at', { code, file: dockerfile, line: step.line })
          : say('buildFailures.exit', { code }),
        ...lastWords(output),
      ].join(' '),
      remedy: say('buildFailures.exit.remedy'),
      ...where,
      cause: [...output, message].join('\n'),
    };
  }
  const missing = NO_SOURCE.exec(message);
  if (missing) {
    return {
      code: 'build-failed',
      title: say('buildFailures.noSource', { path: missing[1] ?? missing[2] ?? '' }),
      detail: step?.line
        ? say('buildFailures.noSource.at', { file: dockerfile, line: step.line })
        : say('buildFailures.noSource.detail'),
      remedy: say('buildFailures.noSource.remedy'),
      ...where,
      cause: message,
    };
  }
  const stage = UNKNOWN_STAGE.exec(message);
  if (stage) {
    return {
      code: 'invalid-input',
      title: say('buildFailures.noStage', { stage: stage[1] ?? stage[2] ?? '' }),
      detail: say('buildFailures.noStage.detail', { file: dockerfile }),
      remedy: say('buildFailures.noStage.remedy'),
      cause: message,
    };
  }
  if (GIVEN_UP.test(message.trim())) return givenUp(imageName, message);
  const failure = engineFailure(new Error(message), {
    title:
      short === ''
        ? say('buildFailures.notBuilt', { name: imageName })
        : say('buildFailures.step', { step: short }),
  });
  return { ...failure, code: failure.code === 'engine-refused' ? 'build-failed' : failure.code, ...where };
}

function syntaxError(file: string, line: number, reason: string, cause: string): Failure {
  const unknown = /^unknown instruction: (\S+)/i.exec(reason.trim())?.[1];
  const sentence =
    unknown === undefined ? reason.trim() : say('buildFailures.unknownInstruction', { word: unknown });
  return {
    code: 'build-failed',
    title: say('buildFailures.syntax', { file, line }),
    detail: `${file}:${line}: ${sentence}`,
    remedy: say('buildFailures.syntax.remedy'),
    source: { file, line },
    cause,
  };
}

function lastWords(output: readonly string[]): readonly string[] {
  const last = output
    .map((line) => line.replace(/\u001b\[[0-9;:]*m/g, '').trim())
    .findLast((line) => line !== '');
  return last === undefined ? [] : [say('buildFailures.said', { words: last.slice(0, 300) })];
}

export const cancelled = (): FailureError =>
  new FailureError({
    code: 'cancelled',
    title: say('buildFailures.cancelled'),
    detail: say('buildFailures.cancelled.detail'),
  });

export const cutShort = (imageName: string, cause: string): FailureError =>
  new FailureError({
    code: 'interrupted',
    title: say('buildFailures.interrupted', { name: imageName }),
    detail: say('buildFailures.interrupted.detail'),
    remedy: say('buildFailures.interrupted.remedy'),
    cause,
  });

const givenUp = (imageName: string, cause: string): Failure => ({
  code: 'interrupted',
  title: say('buildFailures.interrupted', { name: imageName }),
  detail: say('buildFailures.givenUp'),
  remedy: say('buildFailures.interrupted.remedy'),
  cause,
});
