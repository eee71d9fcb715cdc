/** One registry's API (distribution-spec), with every answer bounded and held against what was asked for. */
import { FailureError, type Failure } from '../../../shared/failure.js';
import { isRepositoryPath, isTag } from '../../../shared/reference.js';
import { say } from '../../../shared/words/index.js';
import { notTheDigest, verified } from './blob.js';
import { drain } from './body.js';
import { MAX_CONFIG, parseConfig } from './image-config.js';
import { DIGEST, digestOf, INDEX_TYPES, MANIFEST_TYPES, MAX_MANIFEST, parseManifest } from './manifest.js';
import { MAX_PAGE, nextPath, parseNames, pathOfPage } from './pages.js';
import type { Session, SessionAnswer, SessionRequest } from './session.js';
import type { PageRequest, Page, RegistryClient } from './types.js';

const ACCEPT = [...INDEX_TYPES, ...MANIFEST_TYPES].join(', ');

export function createClient(registry: string, session: Session): RegistryClient {
  const pathOf = (repository: string, rest: string): string => {
    if (!isRepositoryPath(repository)) throw new FailureError(badName(registry, repository));
    return `/v2/${repository}/${rest}`;
  };
  const manifestPath = (repository: string, reference: string): string => {
    if (!isTag(reference) && !DIGEST.test(reference)) throw new FailureError(badName(registry, reference));
    return pathOf(repository, `manifests/${reference}`);
  };
  const blobPath = (repository: string, digest: string): string => {
    if (!DIGEST.test(digest)) throw new FailureError(badName(registry, digest));
    return pathOf(repository, `blobs/${digest}`);
  };

  /** All of an answer. @throws FailureError when there is more of it than anybody needs, or it breaks off */
  const wholeOf = async (answer: SessionAnswer, { title }: SessionRequest, limit: number) => {
    const bytes = await answer.whole(limit);
    if (bytes === null)
      throw new FailureError(strange(title, registry, say('registryFailures.strange.more', { limit })));
    return bytes;
  };

  const list = async (
    path: string,
    kind: 'repositories' | 'tags',
    repository: string | null,
    { size, after, signal }: PageRequest,
  ): Promise<Page<string>> => {
    const title =
      repository === null
        ? say('registryFailures.noCatalogue', { registry })
        : say('registryFailures.noTags', { repository });
    const request: SessionRequest = {
      method: 'GET',
      path: pathOfPage(path, {
        ...(size === undefined ? {} : { size }),
        ...(after === undefined ? {} : { after }),
      }),
      repository,
      actions: 'pull',
      title,
      signal,
    };
    const answer = await session.send(request);
    const items = parseNames(await wholeOf(answer, request, MAX_PAGE), kind);
    if (items === null)
      throw new FailureError(strange(title, registry, say('registryFailures.strange.noList')));
    return { items, next: nextPath(answer.header('link'), answer.url) };
  };

  const manifestOf: RegistryClient['manifest'] = async (repository, reference, signal) => {
    const title = say('registryFailures.readManifest', { name: nameOf(repository, reference) });
    const request: SessionRequest = {
      method: 'GET',
      path: manifestPath(repository, reference),
      repository,
      actions: 'pull',
      title,
      headers: { accept: ACCEPT },
      signal,
    };
    const answer = await session.send(request);
    const bytes = await wholeOf(answer, request, MAX_MANIFEST);
    const [named = ''] = answer.header('docker-content-digest');
    const wanted = DIGEST.test(reference) ? reference : named;
    if (wanted !== '' && digestOf(bytes, wanted) !== wanted) {
      throw new FailureError(notTheDigest(title, wanted));
    }
    const manifest = parseManifest(bytes, answer.header('content-type')[0] ?? '', wanted);
    if (manifest === null) {
      throw new FailureError(strange(title, registry, say('registryFailures.strange.noManifest')));
    }
    return manifest;
  };

  return {
    registry,
    repositories: (page = {}) => list('/v2/_catalog', 'repositories', null, page),
    tags: async (repository, page = {}) => list(pathOf(repository, 'tags/list'), 'tags', repository, page),

    async resolve(repository, reference, signal) {
      const request: SessionRequest = {
        method: 'HEAD',
        path: manifestPath(repository, reference),
        repository,
        actions: 'pull',
        title: say('registryFailures.unresolved', { registry, repository, reference }),
        headers: { accept: ACCEPT },
        expected: [404],
        signal,
      };
      const answer = await session.send(request);
      await drain(answer.body);
      if (answer.status === 404) return null;
      const [digest = ''] = answer.header('docker-content-digest');
      const [mediaType = ''] = answer.header('content-type');
      const size = Number(answer.header('content-length')[0] ?? Number.NaN);
      if (DIGEST.test(digest) && Number.isSafeInteger(size)) return { mediaType, digest, size };
      // Some leave out what the specification asks for: the bytes themselves say it.
      const whole = await manifestOf(repository, reference, signal);
      return { mediaType: whole.mediaType, digest: whole.digest, size: whole.size };
    },

    manifest: manifestOf,

    async config(repository, image, signal) {
      const title = say('registryFailures.readConfig', { repository });
      const { digest, size } = image.config;
      if (size > MAX_CONFIG)
        throw new FailureError(strange(title, registry, say('registryFailures.strange.size', { size })));
      const path = blobPath(repository, digest);
      const request: SessionRequest = { method: 'GET', path, repository, actions: 'pull', title, signal };
      const bytes = await wholeOf(await session.send(request), request, MAX_CONFIG);
      if (digestOf(bytes, digest) !== digest) throw new FailureError(notTheDigest(title, digest));
      const config = parseConfig(bytes);
      if (config === null)
        throw new FailureError(strange(title, registry, say('registryFailures.strange.noImage')));
      return config;
    },

    async blobSize(repository, digest, signal) {
      const answer = await session.send({
        method: 'HEAD',
        path: blobPath(repository, digest),
        repository,
        actions: 'pull',
        title: say('registryFailures.blobUnknown', { registry, repository }),
        expected: [404],
        signal,
      });
      await drain(answer.body);
      const size = Number(answer.header('content-length')[0] ?? Number.NaN);
      return answer.status === 404 || !Number.isSafeInteger(size) ? null : size;
    },

    async blob(repository, digest, { offset = 0, signal } = {}) {
      const title = say('registryFailures.readLayer', { repository });
      const answer = await session.send({
        method: 'GET',
        path: blobPath(repository, digest),
        repository,
        actions: 'pull',
        title,
        headers: {
          accept: 'application/octet-stream',
          ...(offset === 0 ? {} : { range: `bytes=${offset}-` }),
        },
        signal,
      });
      return verified(answer.body, {
        digest,
        offset,
        skip: answer.status === 206 ? 0 : offset,
        title,
        failureOf: answer.failureOf,
      });
    },

    async putManifest(repository, reference, { mediaType, bytes }, signal) {
      const answer = await session.send({
        method: 'PUT',
        path: manifestPath(repository, reference),
        repository,
        actions: 'pull,push',
        title: say('registryFailures.write', { name: nameOf(repository, reference), registry }),
        headers: { 'content-type': mediaType },
        body: bytes,
        signal,
      });
      await drain(answer.body);
      return answer.header('docker-content-digest')[0] ?? digestOf(bytes);
    },

    async deleteManifest(repository, digest, signal) {
      const answer = await session.send({
        method: 'DELETE',
        path: manifestPath(repository, digest),
        repository,
        actions: 'pull,delete',
        title: say('registryFailures.delete', { name: nameOf(repository, digest), registry }),
        signal,
      });
      await drain(answer.body);
    },
  };
}

const nameOf = (repository: string, reference: string): string =>
  DIGEST.test(reference) ? `${repository}@${reference}` : `${repository}:${reference}`;

function badName(registry: string, name: string): Failure {
  return {
    code: 'invalid-input',
    title: say('registryFailures.badName', { registry, name: name.slice(0, 200) }),
    detail: say('registryFailures.badName.detail'),
    remedy: say('registryFailures.badName.remedy'),
  };
}

function strange(title: string, registry: string, detail: string): Failure {
  return {
    code: 'unexpected',
    title,
    detail: say('registryFailures.strange', { registry, detail }),
    remedy: say('registryFailures.strange.remedy'),
  };
}
