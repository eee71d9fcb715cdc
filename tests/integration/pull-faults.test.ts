/** What comes of an engine's pulls when the registry misbehaves: nothing that isn't what was named, never a login astray. */
import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { answer, basic, error, first, isBlob, isManifest, wanting } from '../support/misbehaviour.js';
import { putImage } from '../support/registry-image.js';
import { startScriptedRegistry } from '../support/scripted-registry.js';
import { expectOutcome, ofBoth, outcomeOf, real, useFaultParts, type Case } from './fault-cases.js';
import { followTransfer } from './parts.js';

const SIZE = 1024 * 1024;
const { docker, service, misbehaving } = useFaultParts();

const pulls: Readonly<Record<string, Case>> = {
  ...ofBoth,
  'has no such tag': {
    script: (asked) => (isManifest(asked) ? answer(404, error('MANIFEST_UNKNOWN')) : undefined),
    outcome: 'not-found',
  },
  'fails once': { script: first(isBlob, answer(500, 'oops')), outcome: 'confirmed' },
  ...Object.fromEntries(
    [0, 3, 7].map((tenth): [string, Case] => [
      `ends the connection once at ${tenth * 10} % of a download`,
      {
        script: first(isBlob, { does: 'cut-answer', after: (SIZE * tenth) / 10 }),
        outcome: 'confirmed',
        asked: (asked) => expect(asked.filter(isBlob).length).toBeGreaterThan(2),
      },
    ]),
  ),
  'sends other bytes than were named': {
    script: (asked) =>
      isBlob(asked)
        ? { does: 'change', body: (bytes) => Buffer.concat([bytes.subarray(0, -1), Buffer.from('x')]) }
        : undefined,
    outcome: 'unexpected',
    says: /is not what its digest stands for/,
  },
  'gives rubbish for a manifest': {
    script: (asked) =>
      isManifest(asked) ? { does: 'change', body: () => Buffer.from('<html>{') } : undefined,
    outcome: 'registry-unreachable',
    says: /doesn’t speak as a registry does/,
  },
};

describe.concurrent('a pull from a registry that', () => {
  it.each(Object.entries(pulls))('%s', async (name, one) => {
    const repository = `faults/pull-${createHash('md5').update(name).digest('hex')}`;
    const image = await putImage(real, repository, '1', randomBytes(SIZE));
    const registry = await misbehaving(one);
    try {
      const transfer = followTransfer();
      const reference = `${registry.host}/${repository}:1`;
      const outcome = await outcomeOf(service().pull.run({ reference }, transfer.run));
      expectOutcome(outcome, one);
      one.asked?.(registry.asked);
      const here = (await docker().docker(['images', '--quiet', reference])).trim();
      expect(here !== '').toBe(outcome.ok);
      if (outcome.ok) expect(outcome.digest).toBe(image.digest);
    } finally {
      await registry.stop();
    }
  });

  it('leads to another host for its layers doesn’t tell that host who asks', async () => {
    const image = await putImage(real, 'faults/led', '1', randomBytes(SIZE));
    const storage = await startScriptedRegistry({ target: real, script: () => undefined });
    const registry = await misbehaving({
      script: (asked, own) =>
        isBlob(asked) && asked.authorization === basic && asked.method === 'GET'
          ? answer(307, '', { location: `http://${storage.host}${asked.path}` })
          : wanting(() => 'Basic realm="r"')(asked, own),
    });
    try {
      const reference = `${registry.host}/faults/led:1`;
      const outcome = await outcomeOf(service().pull.run({ reference }, followTransfer().run));
      expect(outcome).toMatchObject({ ok: true, digest: image.digest });
      expect(storage.asked.length).toBeGreaterThan(0);
      expect(storage.asked.map(({ authorization }) => authorization)).toEqual(storage.asked.map(() => null));
    } finally {
      await Promise.all([registry.stop(), storage.stop()]);
    }
  });
});
