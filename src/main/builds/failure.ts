/** What a failed build means: which step, which line, what it said. */
import type { BuildStep } from '../../shared/build-progress.js';
import { FailureError, type Failure } from '../../shared/failure.js';
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
      title: `A step failed: ${short}`,
      detail: `Its command ended with exit code ${code}${step?.line ? `, at ${dockerfile} line ${step.line}` : ''}.${lastWords(output)}`,
      remedy: 'Look at the output of the step, correct the instruction, and build again.',
      ...where,
      cause: [...output, message].join('\n'),
    };
  }
  const missing = NO_SOURCE.exec(message);
  if (missing) {
    return {
      code: 'build-failed',
      title: `There is nothing to copy: ${missing[1] ?? missing[2] ?? ''}`,
      detail: `The instruction${step?.line ? ` at ${dockerfile} line ${step.line}` : ''} copies something that isn’t in what was sent.`,
      remedy:
        'Check the path, which counts from the project folder, and whether .dockerignore leaves it out.',
      ...where,
      cause: message,
    };
  }
  const stage = UNKNOWN_STAGE.exec(message);
  if (stage) {
    return {
      code: 'invalid-input',
      title: `There is no stage “${stage[1] ?? stage[2] ?? ''}”`,
      detail: `${dockerfile} has no FROM … AS with that name.`,
      remedy: 'Choose another target stage.',
      cause: message,
    };
  }
  if (GIVEN_UP.test(message.trim())) return givenUp(imageName, message);
  const failure = engineFailure(new Error(message), {
    title: short === '' ? `${imageName} could not be built` : `A step failed: ${short}`,
  });
  return { ...failure, code: failure.code === 'engine-refused' ? 'build-failed' : failure.code, ...where };
}

function syntaxError(file: string, line: number, reason: string, cause: string): Failure {
  const sentence = reason.trim().replace(/^unknown instruction: (\S+).*$/is, 'unknown instruction “$1”');
  return {
    code: 'build-failed',
    title: `${file} has a syntax error at line ${line}`,
    detail: `${file}:${line}: ${sentence}`,
    remedy: 'Correct the line, and build again.',
    source: { file, line },
    cause,
  };
}

function lastWords(output: readonly string[]): string {
  const last = output
    .map((line) => line.replace(/\u001b\[[0-9;:]*m/g, '').trim())
    .findLast((line) => line !== '');
  return last === undefined ? '' : ` It said: ${last.slice(0, 300)}`;
}

export const cancelled = (): FailureError =>
  new FailureError({ code: 'cancelled', title: 'The build was cancelled', detail: 'Nothing was tagged.' });

export const cutShort = (imageName: string, cause: string): FailureError =>
  new FailureError({
    code: 'interrupted',
    title: `The build of ${imageName} was interrupted`,
    detail: 'The connection to the engine ended before the build had.',
    remedy: 'Look whether the engine is running, then build again; finished steps come from its cache.',
    cause,
  });

const givenUp = (imageName: string, cause: string): Failure => ({
  code: 'interrupted',
  title: `The build of ${imageName} was interrupted`,
  detail:
    'The engine gave it up, though no step had failed. It does so when it loses the connection to Strata, after a pause for instance, and when it is stopped.',
  remedy: 'Look whether the engine is running, then build again; finished steps come from its cache.',
  cause,
});
