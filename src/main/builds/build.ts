/** One build: the context goes up, progress comes down, and it ends in exactly one way. */
import type { BuildReport } from '../../shared/build-progress.js';
import type { BuildOptions } from '../../shared/contract/build-options.js';
import type { BuildOutcome } from '../../shared/contract/builds.js';
import type { JobRun } from '../../shared/contract/define.js';
import { parseDockerfile } from '../../shared/dockerfile/parse.js';
import type { Dockerfile } from '../../shared/dockerfile/syntax.js';
import { FailureError, messageOf, type FailureCode } from '../../shared/failure.js';
import { familiarName, parseReference, withDefaultTag } from '../../shared/reference.js';
import { say } from '../../shared/words/index.js';
import { engineFailure, engineWords, type EngineService } from '../engine/index.js';
import { assertClassic } from './classic.js';
import { openContext } from './context/walk.js';
import { deliverAsTar, deliverThroughSession, type AuthFor, type Delivery } from './delivery.js';
import { buildFailure, cancelled, cutShort } from './failure.js';
import { createBuildMask, type BuildMask } from './mask.js';
import { orderBuild, type Order } from './order.js';
import { readDockerfile } from './dockerfile/index.js';
import { createClassicProgress } from './progress/classic.js';
import type { BuildMessage } from './progress/response.js';
import { createTrace } from './progress/trace.js';
import { agentIn, readSecrets, type BuildSecrets } from './secrets.js';

export type BuildServices = {
  readonly engine: EngineService;
  /** The login for a registry, for base images. Only asked for registries that the build needs one from. */
  readonly authFor: AuthFor;
  /** Where secrets are taken from, and SSH_AUTH_SOCK names the agent. */
  readonly environment: NodeJS.ProcessEnv;
};

/** How often counting the context is told, in ms. */
const TELL_MS = 100;
const WANTS_LOGIN: ReadonlySet<FailureCode> = new Set(['auth-required', 'auth-rejected', 'denied']);

/**
 * Builds an image.
 * @throws FailureError `build-failed` with the step and its line, `cancelled`, `interrupted`, `invalid-input`, `not-found`…
 */
export async function runBuild(
  services: BuildServices,
  options: BuildOptions,
  run: JobRun<BuildReport>,
): Promise<BuildOutcome> {
  const secrets = await readSecrets(options.secrets, options.folder, services.environment);
  const mask = createBuildMask(secrets, options);
  try {
    return await build(services, options, { values: secrets, mask }, run);
  } catch (error) {
    throw error instanceof FailureError ? new FailureError(mask.failure(error.failure)) : error;
  }
}

async function build(
  services: BuildServices,
  options: BuildOptions,
  secrets: { readonly values: BuildSecrets; readonly mask: BuildMask },
  run: JobRun<BuildReport>,
): Promise<BuildOutcome> {
  const { engine } = services;
  const references = [options.imageName, ...options.extraTags].map((name) =>
    familiarName(withDefaultTag(parseReference(name))),
  );
  const [reference = ''] = references;
  const status = engine.status();
  const buildkit = status.state !== 'connected' || status.buildkit;
  const { text, path: dockerfile } = await readDockerfile(options.folder, options.dockerfile);
  const tree = parseDockerfile(text);
  const context = await openContext(options.folder, dockerfile);
  const agent = options.sshAgent ? agentIn(services.environment) : null;
  if (!buildkit) assertClassic(options);

  const sent = { files: 0, bytes: 0, told: 0 };
  const tell = (): void => run.report({ type: 'context', files: sent.files, bytes: sent.bytes });
  let building = false;
  const begin = (): void => {
    if (building) return;
    building = true;
    run.report({ type: 'phase', phase: 'building' });
  };
  run.report({ type: 'phase', phase: 'context' });

  const docker = engine.docker();
  let delivery: Delivery | undefined;
  let order: Order | undefined;
  try {
    run.signal.throwIfAborted();
    delivery = await (buildkit ? deliverThroughSession : deliverAsTar)({
      docker,
      folder: options.folder,
      dockerfile,
      tree,
      context,
      authFor: services.authFor,
      secrets: secrets.values,
      agent,
      onSent(files, bytes) {
        Object.assign(sent, { files, bytes });
        if (Date.now() - sent.told < TELL_MS) return;
        sent.told = Date.now();
        tell();
      },
      onDone() {
        tell();
        begin();
      },
      signal: run.signal,
    });
    order = await orderBuild({ docker, options, references, delivery, id: run.id, signal: run.signal });
    const imageId = await follow(order.messages, {
      buildkit,
      mask: secrets.mask,
      tree,
      reference,
      dockerfile,
      report(step) {
        // Steps may run while the context still travels, and a build that copies nothing never asks for it.
        if (step.type === 'step' && step.step.line !== null && step.step.startedAt !== null) begin();
        run.report(step);
      },
    });
    return { imageId, references: [...new Set(references)], contextBytes: sent.bytes };
  } catch (error) {
    run.report({ type: 'settle', at: Date.now(), as: run.signal.aborted ? 'cancelled' : 'failed' });
    if (run.signal.aborted) throw run.signal.reason instanceof FailureError ? run.signal.reason : cancelled();
    const problems = await delivery?.end();
    // The engine's answer to a half-sent context says less than why it was half sent.
    if (problems?.context instanceof FailureError) throw problems.context;
    if (error instanceof FailureError)
      throw problems?.login instanceof FailureError && WANTS_LOGIN.has(error.failure.code)
        ? problems.login
        : error;
    const failure = engineFailure(error, { title: say('buildFailures.notBuilt', { name: reference }) });
    if (failure.code === 'interrupted') throw cutShort(reference, engineWords(error));
    // A Dockerfile that can't be read and a bad tag are refused before there is a stream.
    throw new FailureError(
      failure.code === 'engine-refused'
        ? buildFailure({
            imageName: reference,
            dockerfile,
            message: engineWords(error),
            step: null,
            output: [],
          })
        : failure,
    );
  } finally {
    order?.end();
    await delivery?.end();
  }
}

type Following = {
  readonly mask: BuildMask;
  readonly buildkit: boolean;
  readonly tree: Dockerfile;
  readonly reference: string;
  readonly dockerfile: string;
  readonly report: (step: BuildReport) => void;
};

/** Reads the answer to its end. Only an image id without an error before or after it is a success. */
async function follow(
  messages: AsyncIterable<BuildMessage>,
  { mask, buildkit, tree, reference, dockerfile, report }: Following,
): Promise<string> {
  const trace = createTrace(tree, report, mask);
  const classic = createClassicProgress(tree, report, mask);
  let imageId: string | undefined;
  let error: string | undefined;
  try {
    for await (const message of messages) {
      if (message.type === 'trace') trace.take(message.bytes);
      else if (message.type === 'image') imageId = message.id;
      else if (message.type === 'error') error = mask.text(message.message);
      else classic.take(message.text);
    }
  } catch (broken) {
    throw cutShort(reference, messageOf(broken));
  } finally {
    trace.end();
    classic.end(error !== undefined || imageId === undefined);
  }
  if (error !== undefined) {
    const step = buildkit ? trace.failed() : classic.current();
    const output = buildkit ? trace.tail(step?.id ?? '') : classic.tail();
    throw new FailureError(buildFailure({ imageName: reference, dockerfile, message: error, step, output }));
  }
  if (imageId === undefined) throw cutShort(reference, 'the engine’s answer ended without an image');
  report({ type: 'phase', phase: 'ended' });
  return imageId;
}
