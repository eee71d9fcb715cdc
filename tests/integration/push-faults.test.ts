/** What comes of an engine's pushes when the registry misbehaves: never a success that isn't one, never a login astray. */
import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  answer,
  basic,
  error,
  first,
  isManifest,
  isToken,
  isUpload,
  wanting,
  withTokens,
} from '../support/misbehaviour.js';
import { startScriptedRegistry, type ScriptedRegistry } from '../support/scripted-registry.js';
import { expectOutcome, ofBoth, outcomeOf, real, useFaultParts, type Case } from './fault-cases.js';
import { followTransfer } from './parts.js';
import { importImage } from './sample-image.js';

const SIZE = 1024 * 1024;
const IMAGE = 'faults:1';
const { docker, service, misbehaving } = useFaultParts();
/** Another host, to which nobody's login may come. */
let stranger: ScriptedRegistry;

beforeAll(async () => {
  stranger = await startScriptedRegistry({ target: real, script: () => undefined });
  await importImage((words, options) => docker().docker(words, options), IMAGE, [
    { name: 'content', content: randomBytes(SIZE) },
  ]);
});
afterAll(() => stranger.stop());

const pushes: Readonly<Record<string, Case>> = {
  ...ofBoth,
  'knows no such repository': {
    script: (asked) => (isUpload(asked) ? answer(404, error('NAME_UNKNOWN')) : undefined),
    outcome: 'not-found',
  },
  'fails once': {
    script: first((asked) => isUpload(asked) && asked.method === 'POST', answer(500, 'oops')),
    outcome: 'confirmed',
    notes: /^Retrying in \d+ second/,
  },
  'fails always': {
    script: (asked) => (isUpload(asked) ? answer(500, 'oops') : undefined),
    outcome: 'registry-unreachable',
    says: /error of its own/,
    notes: /^Retrying in \d+ second/,
  },
  'ends the connection every time': {
    script: ({ method }) => (method === 'PATCH' ? { does: 'cut', after: SIZE / 2 } : undefined),
    outcome: 'registry-unreachable',
    says: /broke off/,
    notes: /^Retrying in \d+ second/,
  },
  ...Object.fromEntries(
    Array.from({ length: 10 }, (_, tenth): [string, Case] => [
      `ends the connection once at ${tenth * 10} % of an upload`,
      {
        script: first(({ method }) => method === 'PATCH', { does: 'cut', after: (SIZE * tenth) / 10 }),
        outcome: 'confirmed',
        notes: /^Retrying in \d+ second/,
      },
    ]),
  ),
  'ends the connection when all has arrived': {
    script: first(({ method }) => method === 'PATCH', { does: 'cut', after: Infinity }),
    outcome: 'confirmed',
    notes: /^Retrying in \d+ second/,
  },
  'takes back its tokens on the way': {
    script: (() => {
      let last = '';
      return withTokens((token, { path, method }) => {
        // The one that was good for the first upload isn't any more once its bytes have come.
        if (last === '' && method === 'PUT' && path.includes('/uploads/')) last = token;
        return isToken(token) && token !== last;
      });
    })(),
    outcome: 'auth-rejected',
    says: /“ada”/,
  },
  'leads the upload to another host': {
    script: (asked, own) => {
      const isBegin = isUpload(asked) && asked.method === 'POST' && asked.authorization === basic;
      if (!isBegin) return wanting(() => 'Basic realm="r"')(asked, own);
      const toStranger = (location = ''): string => location.replace(own, `http://${stranger.host}`);
      return { does: 'change', headers: ({ location }) => ({ location: toStranger(location) }) };
    },
    outcome: 'confirmed',
    asked: () => {
      expect(stranger.asked.length).toBeGreaterThan(0);
      expect(stranger.asked.filter(({ authorization }) => authorization !== null)).toEqual([]);
    },
  },
  'answers a manifest with rubbish': {
    script: (asked) => (isManifest(asked) && asked.method === 'PUT' ? answer(200, '<html>{') : undefined),
    outcome: 'registry-unreachable',
    says: /doesn’t speak as a registry does/,
    asked: (asked) => expect(asked.some(isManifest)).toBe(true),
  },
  'says that it has another digest': {
    script: (asked) =>
      isManifest(asked)
        ? { does: 'change', headers: () => ({ 'docker-content-digest': `sha256:${'a'.repeat(64)}` }) }
        : undefined,
    outcome: 'moved',
  },
  'takes the manifest and forgets it': {
    script: (asked) =>
      isManifest(asked) && asked.method === 'PUT'
        ? answer(201, '', { 'docker-content-digest': `sha256:${'a'.repeat(64)}` })
        : undefined,
    outcome: 'missing',
  },
};

describe.concurrent('a push to a registry that', () => {
  const repository = (name: string): string => `faults/push-${createHash('md5').update(name).digest('hex')}`;

  it.each(Object.entries(pushes))('%s', async (name, one) => {
    const registry = await misbehaving(one);
    try {
      const transfer = followTransfer();
      const notes: string[] = [];
      const report: typeof transfer.run.report = (step) => {
        transfer.run.report(step);
        notes.push(...transfer.state().layers.map(({ note }) => note));
      };
      const destination = `${registry.host}/${repository(name)}:1`;
      const outcome = await outcomeOf(
        service().push.run({ image: IMAGE, destination }, { ...transfer.run, report }),
      );
      expectOutcome(outcome, one);
      if (one.notes) expect(notes.some((note) => one.notes?.test(note))).toBe(true);
      one.asked?.(registry.asked);
      // What the real registry has is the truth.
      const manifest = await fetch(`http://${real}/v2/${repository(name)}/manifests/1`, {
        headers: { accept: 'application/vnd.docker.distribution.manifest.v2+json' },
      });
      const isThere = outcome.ok && outcome.registry !== 'missing';
      expect(manifest.status).toBe(isThere ? 200 : 404);
      if (outcome.ok && isThere) expect(manifest.headers.get('docker-content-digest')).toBe(outcome.digest);
    } finally {
      await registry.stop();
    }
  });

  it('takes 1 KB a second is told as it goes, and can be left', async () => {
    const registry = await misbehaving({
      script: ({ method }) => (method === 'PATCH' ? { does: 'slow', bytesPerSecond: 1024 } : undefined),
    });
    try {
      const transfer = followTransfer();
      const destination = `${registry.host}/faults/slow:1`;
      const pushing = outcomeOf(service().push.run({ image: IMAGE, destination }, transfer.run));
      await transfer.until(({ layers }) =>
        layers.some(({ state, current }) => state === 'pushing' && current > 0),
      );
      transfer.cancel();
      expect(await pushing).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
      expect((await fetch(`http://${real}/v2/faults/slow/manifests/1`)).status).toBe(404);
    } finally {
      await registry.stop();
    }
  });

  it('lost the connection for good takes the rest when it is back', async () => {
    let isDown = true;
    const registry = await misbehaving({
      script: (asked) => (isDown && isManifest(asked) ? answer(403, error('DENIED')) : undefined),
    });
    try {
      const input = { image: IMAGE, destination: `${registry.host}/faults/again:1` };
      expect(await outcomeOf(service().push.run(input, followTransfer().run))).toMatchObject({ ok: false });
      isDown = false;
      const transfer = followTransfer();
      expect(await outcomeOf(service().push.run(input, transfer.run))).toMatchObject({
        registry: 'confirmed',
      });
      expect(transfer.state().layers.map(({ state }) => state)).toEqual(['exists']);
    } finally {
      await registry.stop();
    }
  });
});
