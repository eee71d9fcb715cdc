/** One build: the context goes up, progress comes down, and it ends in exactly one way. */
import type Docker from 'dockerode';
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { BuildReport } from '../../shared/build-progress.js';
import type { BuildOptions, BuildOutcome } from '../../shared/contract/builds.js';
import type { JobRun } from '../../shared/contract/define.js';
import { outlineDockerfile, type DockerfileOutline } from '../../shared/dockerfile/outline.js';
import { FailureError, messageOf, type FailureCode } from '../../shared/failure.js';
import {
  familiarName,
  fullName,
  parseReference,
  tryReference,
  withDefaultTag,
} from '../../shared/reference.js';
import type { Credential } from '../credentials/index.js';
import { engineFailure, engineWords, type EngineService } from '../engine/index.js';
import { packContext } from './context/tar.js';
import { openContext } from './context/walk.js';
import { buildFailure, cancelled, cutShort } from './failure.js';
import { readDockerfile } from './project.js';
import { createClassicProgress } from './progress/classic.js';
import { readMessages } from './progress/response.js';
import { createTrace } from './progress/trace.js';
import { authMethods, openSession, type Session } from './session/index.js';

export type BuildServices = {
  readonly engine: EngineService;
  /** The login for a registry, for base images. Only asked for registries that the build needs one from. */
  readonly authFor: (registry: string) => Promise<Credential | null>;
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
  const { engine } = services;
  const reference = familiarName(withDefaultTag(parseReference(options.imageName)));
  const status = engine.status();
  const buildkit = status.state !== 'connected' || status.buildkit;
  const { text, path: dockerfile } = await readDockerfile(options.folder, options.dockerfile);
  const outline = outlineDockerfile(text);
  const context = await openContext(options.folder, dockerfile);
  const registryLogins = buildkit ? {} : await loginsFor(outline, services);

  const upload = new AbortController();
  const stop = AbortSignal.any([run.signal, upload.signal]);
  const counted = { files: 0, bytes: 0, told: 0 };
  const tell = (): void => run.report({ type: 'context', files: counted.files, bytes: counted.bytes });
  run.report({ type: 'phase', phase: 'context' });
  const tar = packContext(
    context,
    (files, bytes) => {
      Object.assign(counted, { files, bytes });
      if (Date.now() - counted.told < TELL_MS) return;
      counted.told = Date.now();
      tell();
    },
    stop,
  );
  const sent = tar.done.then(() => {
    tell();
    run.report({ type: 'phase', phase: 'building' });
  });
  sent.catch(() => undefined);

  const docker = engine.docker();
  const buildId = digestOf(run.id).slice(0, 32);
  let response: Readable | undefined;
  let session: Session | undefined;
  // Kept aside: most base images need no login, so a locked keychain fails only the build that needs one.
  let loginError: unknown;
  const logins = authMethods({ authFor: services.authFor, onProblem: (error) => (loginError = error) });
  const cancel = (): void => {
    // BuildKit stops its work when it is told to; the classic builder when nobody listens any more.
    void (buildkit ? cancelBuild(docker, buildId) : Promise.resolve()).finally(() => response?.destroy());
  };
  run.signal.addEventListener('abort', cancel, { once: true });
  try {
    if (buildkit) session = await openSession(docker, logins, folderKey(options.folder), stop);
    const answer: unknown = await docker.buildImage(tar.stream, {
      ...parametersOf({ ...options, dockerfile }, reference, registryLogins),
      // A number: with a text, dockerode opens a session of its own, which gives any host the one login that it has.
      ...(session ? { version: 2, session: session.id, buildid: buildId } : { forcerm: true }),
      abortSignal: stop,
    } as unknown as Docker.ImageBuildOptions);
    response = answer as Readable;
    if (run.signal.aborted) cancel();
    const imageId = await follow(response, {
      buildkit,
      outline,
      reference,
      dockerfile,
      report: run.report,
    });
    return { imageId, references: [reference], contextBytes: counted.bytes };
  } catch (error) {
    run.report({ type: 'settle', at: Date.now(), as: run.signal.aborted ? 'cancelled' : 'failed' });
    if (run.signal.aborted) throw cancelled();
    // The engine's answer to a half-sent context says less than why it was half sent.
    upload.abort();
    const contextError: unknown = await sent.catch((reason: unknown) => reason);
    if (contextError instanceof FailureError) throw contextError;
    if (error instanceof FailureError)
      throw loginError instanceof FailureError && WANTS_LOGIN.has(error.failure.code) ? loginError : error;
    const failure = engineFailure(error, { title: `${reference} could not be built` });
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
    run.signal.removeEventListener('abort', cancel);
    upload.abort();
    response?.destroy();
    session?.close();
    await sent.catch(() => undefined);
  }
}

type Following = {
  readonly buildkit: boolean;
  readonly outline: DockerfileOutline;
  readonly reference: string;
  readonly dockerfile: string;
  readonly report: (step: BuildReport) => void;
};

/** Reads the answer to its end. Only an image id without an error before or after it is a success. */
async function follow(
  response: Readable,
  { buildkit, outline, reference, dockerfile, report }: Following,
): Promise<string> {
  const trace = createTrace(outline, report);
  const classic = createClassicProgress(outline, report);
  let imageId: string | undefined;
  let error: string | undefined;
  try {
    for await (const message of readMessages(response)) {
      if (message.type === 'trace') trace.take(message.bytes);
      else if (message.type === 'image') imageId = message.id;
      else if (message.type === 'error') error = message.message;
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

/** The same for the same folder: the engine then asks only for what has changed in it since the last build. */
const folderKey = (folder: string): string => digestOf(`strata:${folder}`);

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

function parametersOf(options: BuildOptions, reference: string, registryconfig: Record<string, unknown>) {
  const { dockerfile, target, platform, ignoreCache, pullBase } = options;
  const buildargs = Object.fromEntries(options.arguments.map(({ name, value }) => [name, value]));
  return {
    t: reference,
    dockerfile,
    ...(Object.keys(buildargs).length > 0 ? { buildargs } : {}),
    ...(target ? { target } : {}),
    ...(platform ? { platform } : {}),
    ...(ignoreCache ? { nocache: true } : {}),
    ...(pullBase ? { pull: true } : {}),
    ...(Object.keys(registryconfig).length > 0
      ? { registryconfig: { base64: paddedBase64Url(JSON.stringify(registryconfig)) } }
      : {}),
  };
}

/** RFC 4648 section 5 with padding: the engine silently drops every login when there is a + or / in it, or no = at its end. */
const paddedBase64Url = (text: string): string =>
  Buffer.from(text).toString('base64').replaceAll('+', '-').replaceAll('/', '_');

/** The classic builder takes the logins with the request: those of the registries that the FROM lines name, and no other. */
async function loginsFor(
  outline: DockerfileOutline,
  { authFor }: BuildServices,
): Promise<Record<string, unknown>> {
  const domains = new Set(
    outline.stages.flatMap(({ base }) => {
      const read = tryReference(base);
      return read.ok ? [parseReference(fullName(read.value)).domain] : [];
    }),
  );
  const logins: Record<string, unknown> = {};
  for (const domain of domains) {
    const login = await authFor(domain);
    const address = domain === 'docker.io' ? 'https://index.docker.io/v1/' : domain;
    if (login) logins[address] = { username: login.username, password: login.secret.reveal() };
  }
  return logins;
}

/** dockerode has no call for this. An engine that can't any more has nothing left to cancel. */
function cancelBuild(docker: Docker, id: string): Promise<void> {
  return new Promise((resolve) => {
    docker.modem.dial(
      { path: `/build/cancel?id=${id}`, method: 'POST', statusCodes: { 200: true, 204: true } },
      () => resolve(),
    );
  });
}
