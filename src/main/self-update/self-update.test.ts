/** Strata's own updates against a real feed over http, with electron-updater's real Debian updater: everything but the installing. */
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  getWithNode,
  makeUpdateKey,
  startUpdateFeed,
  type OfferedRelease,
  type UpdateFeed,
} from '../../../tests/support/update-feed.js';
import type {
  SelfUpdateState,
  UpdateChannel,
  UpdateFinding,
  WhyNoUpdates,
} from '../../shared/contract/self-update.js';
import type { Failure } from '../../shared/failure.js';
import { readFeed } from './feed.js';
import type { Get } from './get.js';
import { openKept } from './kept.js';
import { createSelfUpdate, type SelfUpdate } from './self-update.js';

const STABLE = 'latest-linux.yml';
const BETA = 'beta-linux.yml';
const DAY = 24 * 60 * 60 * 1000;
const content = randomBytes(300_000);
const DEB = 'strata_0.2.0_amd64.deb';

let home: string;
let feed: UpdateFeed;
let channel: UpdateChannel;
let automatic: boolean;
let now: number;
let quits: number;
let relaunches: number;
let states: SelfUpdateState[];

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'strata-update-'));
  feed = await startUpdateFeed();
  channel = 'stable';
  automatic = true;
  now = Date.parse('2026-03-06T00:00:00Z');
  quits = 0;
  relaunches = 0;
  states = [];
});
afterEach(async () => {
  await feed.stop();
  rmSync(home, { recursive: true, force: true });
});

type Start = {
  version?: string;
  key?: string;
  isForeign?: boolean;
  form?: 'deb' | null;
  get?: Get;
  log?: (message: string) => void;
};

/** As a start of Strata on `home`. */
function start({
  version = '0.1.0',
  key = feed.key,
  isForeign = false,
  form = 'deb',
  get = getWithNode,
  log = () => undefined,
}: Start = {}) {
  return createSelfUpdate({
    feed: readFeed({ strataUpdates: { feed: feed.address, keys: [key] } }),
    form,
    isForeign,
    platform: 'linux',
    arch: 'x64',
    app: {
      version,
      name: 'strata',
      appUpdateConfigPath: join(home, 'app-update.yml'),
      baseCachePath: home,
      relaunch: () => {
        relaunches++;
      },
      letGo: () => undefined,
      quit: () => {
        quits++;
      },
    },
    get,
    kept: openKept(join(home, 'releases.json'), ({ error }) => {
      throw error;
    }),
    channel: () => channel,
    isAutomatic: () => automatic,
    onChanged: (state) => states.push(state),
    log,
    now: () => now,
  });
}

const offer = (version: string, more: Partial<OfferedRelease> = {}, name = STABLE): void =>
  feed.offer(name, { version, packages: { [`strata_${version}_amd64.deb`]: content }, ...more });

const look = async (update: SelfUpdate): Promise<UpdateFinding> => (await update.calls.look()).finding;

async function refusal(update: SelfUpdate): Promise<Failure> {
  const finding = await look(update);
  if (finding.type !== 'failed') throw new Error(`not refused, but ${finding.type}`);
  return finding.failure;
}

function download(update: SelfUpdate, version = '0.2.0') {
  const abort = new AbortController();
  const bytes: number[] = [];
  const report = ({ bytes: so }: { bytes: number }): void => void bytes.push(so);
  const ended = update.calls.download.run({ version }, { id: 'job', report, signal: abort.signal });
  return { ended, bytes, abort };
}

const pending = (): string[] => {
  const folder = join(home, 'strata-updater', 'pending');
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.deb')) : [];
};

describe('a release that is newer and signed', () => {
  it('is found with its date, size and notes, downloaded, and waits for the restart', async () => {
    offer('0.2.0', { releaseNotes: '<b>New</b>: everything.\n' });
    const update = start();
    const release = {
      version: '0.2.0',
      releasedAt: Date.parse('2026-03-05T10:00:00Z'),
      notes: '<b>New</b>: everything.',
      size: content.length,
    };
    expect(await look(update)).toEqual({ type: 'found', release });

    const { ended, bytes } = download(update);
    expect(await ended).toEqual(release);
    expect(bytes.at(-1)).toBe(content.length);
    expect(readFileSync(join(home, 'strata-updater', 'pending', DEB))).toEqual(content);
    expect(states.at(-1)).toMatchObject({ finding: { type: 'ready', release }, job: null });

    await update.calls.restart();
    expect(quits).toBe(1);
  });

  it('costs nobody a number of their own: requests carry nothing, and none is kept', async () => {
    offer('0.2.0');
    const update = start();
    await look(update);
    await download(update).ended;
    expect(feed.asked.map(({ path }) => path)).toEqual([STABLE, `${STABLE}.sig`, DEB]);
    const sent = JSON.stringify(feed.asked.map(({ headers }) => headers));
    expect(sent).not.toMatch(/staging|cookie|authorization/i);
    expect(existsSync(join(home, '.updaterId'))).toBe(false);
  });

  it('is known by any of the keys that are built in', async () => {
    const other = makeUpdateKey();
    offer('0.2.0', { signedBy: other.privateKey });
    expect((await look(start({ key: other.key }))).type).toBe('found');
  });

  it('offers the package for this processor', async () => {
    const packages = { 'strata_0.2.0_arm64.deb': randomBytes(10), 'a.AppImage': randomBytes(11) };
    offer('0.2.0', { packages });
    expect((await refusal(start())).title).toBe('Strata 0.2.0 has no package for this system');
    offer('0.2.0', { packages: { ...packages, [DEB]: content } });
    expect(await look(start())).toMatchObject({ type: 'found', release: { size: content.length } });
  });
});

describe('refused, before anything is downloaded, is', () => {
  afterEach(() => {
    expect(feed.asked.filter(({ path }) => path.endsWith('.deb'))).toEqual([]);
  });

  it('what has no signature, or an empty one', async () => {
    offer('0.2.0');
    feed.answer(`${STABLE}.sig`, null);
    expect((await refusal(start())).code).toBe('not-found');
    for (const signature of ['', 'bm90IGEgc2lnbmF0dXJl', randomBytes(64).toString('base64')]) {
      feed.answer(`${STABLE}.sig`, signature);
      expect(await refusal(start())).toMatchObject({ code: 'denied', title: 'The update is refused' });
    }
  });

  it('what somebody else signed', async () => {
    offer('0.2.0', { signedBy: makeUpdateKey().privateKey });
    expect((await refusal(start())).detail).toContain('The signature of “latest-linux.yml” doesn’t hold');
  });

  it('what was changed after it was signed, by one byte', async () => {
    offer('0.2.0');
    const text = await (await fetch(`${feed.address}${STABLE}`)).text();
    feed.answer(STABLE, text.replace('version: 0.2.0', 'version: 0.3.0'));
    expect((await refusal(start())).code).toBe('denied');
    feed.answer(STABLE, `${text} `);
    expect((await refusal(start())).code).toBe('denied');
  });

  it('an old file that was signed once, shown in place of the new one', async () => {
    offer('0.3.0');
    expect((await look(start())).type).toBe('found');
    offer('0.2.0');
    // A later start: what was seen is kept.
    const failure = await refusal(start());
    expect(failure.detail).toContain('offers Strata 0.2.0 and has offered 0.3.0 before');
    expect(failure.remedy).toContain('Nothing was downloaded or changed.');
  });

  it('another channel’s file, and a beta in the stable channel', async () => {
    offer('0.2.0-beta.1', {}, BETA);
    for (const path of [BETA, `${BETA}.sig`]) {
      const text = await (await fetch(`${feed.address}${path}`)).text();
      feed.answer(path.replace('beta', 'latest'), text);
    }
    expect((await refusal(start())).detail).toContain('was signed as “beta-linux.yml”');
    offer('0.2.0-beta.1');
    expect((await refusal(start())).detail).toContain('The channel Stable offers the beta version');
  });

  it('another system’s file', async () => {
    for (const signedAs of ['latest-linux-arm64.yml', 'latest-mac.yml', 'latest.yml']) {
      offer('0.2.0', { signedAs });
      expect((await refusal(start())).detail, signedAs).toContain('another system');
    }
  });

  it('a signed file that names a place, a command or no size', async () => {
    const bad = [
      '../../etc/cron.d/x.deb',
      'https://elsewhere.example/x.deb',
      '$(reboot).deb',
      "a'b.deb",
      '-o.deb',
    ];
    for (const name of bad) {
      offer('0.2.0', { packages: { [`'${name.replaceAll("'", "''")}'`]: content } });
      expect((await refusal(start())).detail, name).toContain('is signed and can’t be read');
    }
    offer('0.2.0', { packages: { [DEB]: Buffer.alloc(0) } });
    expect((await refusal(start())).code).toBe('denied');
    for (const version of ['0.2', '0.2.0; reboot', '0.2.0-alpha.1']) {
      offer(version, { packages: { [DEB]: content } });
      expect((await refusal(start())).code, version).toBe('denied');
    }
  });

  it('an answer without end', async () => {
    offer('0.2.0');
    let sent = 0;
    feed.answer(STABLE, (_request, response) => {
      const more = (): void => {
        while (!response.destroyed) {
          sent += 65_536;
          if (!response.write(Buffer.alloc(65_536, '#'))) return void response.once('drain', more);
        }
      };
      more();
    });
    expect((await refusal(start())).detail).toContain('more than 256 KiB');
    // What lies in buffers on the way counts, too.
    expect(sent).toBeLessThan(50_000_000);
  });

  it('a feed that isn’t there: the failure says what to do', async () => {
    await feed.stop();
    const failure = await refusal(start());
    expect(failure).toMatchObject({
      code: 'registry-unreachable',
      remedy: 'Check the network, then try again.',
    });
    feed = await startUpdateFeed();
  });
});

describe('a version that isn’t newer', () => {
  it('is the newest, or older than what runs, and never on offer', async () => {
    offer('0.1.0');
    const newest = { version: '0.1.0', releasedAt: Date.parse('2026-03-05T10:00:00Z') };
    expect(await look(start({ version: '0.1.0' }))).toEqual({ type: 'current', newest });
    const update = start({ version: '0.2.0' });
    expect(await look(update)).toEqual({ type: 'ahead', newest });
    await expect(download(update, '0.1.0').ended).rejects.toMatchObject({ failure: { code: 'conflict' } });
  });

  it('stays where it is when somebody goes from beta to stable, until stable has caught up', async () => {
    offer('0.2.0-beta.1', {}, BETA);
    offer('0.1.0');
    channel = 'beta';
    const update = start({ version: '0.2.0-beta.1' });
    expect((await look(update)).type).toBe('current');
    channel = 'stable';
    update.channelChanged();
    expect((await look(update)).type).toBe('ahead');
    offer('0.2.0');
    expect((await look(update)).type).toBe('found');
  });
});

describe('a download', () => {
  it.each([
    ['of other bytes', (bytes: Buffer) => Buffer.concat([bytes.subarray(1), bytes.subarray(0, 1)]), 'denied'],
    ['that is longer than what was signed', (bytes: Buffer) => Buffer.concat([bytes, bytes]), 'denied'],
    ['that is shorter', (bytes: Buffer) => bytes.subarray(0, 1000), 'interrupted'],
  ])('%s is thrown away, and can be had again', async (_what, change, code) => {
    offer('0.2.0');
    feed.answer(DEB, change(content));
    const update = start();
    await look(update);
    await expect(download(update).ended).rejects.toMatchObject({ failure: { code } });
    expect(pending()).toEqual([]);
    await expect(update.calls.restart()).rejects.toMatchObject({ failure: { code: 'conflict' } });
    feed.answer(DEB, content);
    await download(update).ended;
    expect(pending()).toEqual([DEB]);
  });

  it('whose connection is cut in the middle says so, and leaves nothing', async () => {
    offer('0.2.0');
    feed.answer(DEB, (_request, response) => {
      response.writeHead(200, { 'content-length': content.length });
      response.write(content.subarray(0, 100_000), () => response.destroy());
    });
    const update = start();
    await look(update);
    await expect(download(update).ended).rejects.toMatchObject({
      failure: { code: 'interrupted', title: `${DEB} came only in part` },
    });
    expect(pending()).toEqual([]);
  });

  it('that is cancelled, or whose channel is left, ends and leaves nothing', async () => {
    offer('0.2.0');
    feed.answer(DEB, (_request, response) => void response.write(content.subarray(0, 1000)));
    const update = start();
    for (const end of ['cancel', 'channel']) {
      await look(update);
      let isUnderWay = (): void => undefined;
      const underWay = new Promise<void>((resolve) => (isUnderWay = resolve));
      const abort = new AbortController();
      const report = ({ bytes }: { bytes: number }): void => {
        if (bytes > 0) isUnderWay();
      };
      const ended = update.calls.download.run(
        { version: '0.2.0' },
        { id: 'job', report, signal: abort.signal },
      );
      const outcome = expect(ended).rejects.toMatchObject({ failure: { code: 'cancelled' } });
      await underWay;
      if (end === 'cancel') abort.abort();
      else update.channelChanged();
      await outcome;
      expect(pending()).toEqual([]);
    }
    expect(states.at(-1)?.finding.type).toBe('unknown');
  });

  it('that was changed on the disk afterwards is not installed', async () => {
    offer('0.2.0');
    const update = start();
    await look(update);
    await download(update).ended;
    writeFileSync(join(home, 'strata-updater', 'pending', DEB), 'something else');
    await expect(update.calls.restart()).rejects.toMatchObject({ failure: { code: 'denied' } });
    expect(quits).toBe(0);
    expect(states.at(-1)?.finding.type).toBe('found');
    await download(update).ended;
    expect(
      createHash('sha512')
        .update(readFileSync(join(home, 'strata-updater', 'pending', DEB)))
        .digest('hex'),
    ).toBe(createHash('sha512').update(content).digest('hex'));
  });
});

describe('what was asked for is not what is there any more:', () => {
  const installing = (): string | null => openKept(join(home, 'releases.json'), () => undefined).installing();

  it('the channel was left after the last byte, so nothing is ready', async () => {
    offer('0.2.0');
    let isLeft = false;
    const update = start({
      // electron-updater's word, after everything was fetched and held against what was signed.
      log: (message) => {
        if (isLeft || !message.includes('has been downloaded to')) return;
        isLeft = true;
        update.channelChanged();
      },
    });
    await look(update);
    await expect(download(update).ended).rejects.toMatchObject({ failure: { code: 'cancelled' } });
    expect(isLeft).toBe(true);
    expect(states.at(-1)).toMatchObject({ finding: { type: 'unknown' }, job: null });
    await expect(update.calls.restart()).rejects.toMatchObject({ failure: { code: 'conflict' } });
  });

  it('the channel is left while the restart looks at the package, so nothing quits', async () => {
    offer('0.2.0');
    const update = start();
    await look(update);
    await download(update).ended;
    const restarted = expect(update.calls.restart()).rejects.toMatchObject({ failure: { code: 'conflict' } });
    update.channelChanged();
    await restarted;
    expect(quits).toBe(0);
    expect(states.at(-1)?.finding.type).toBe('unknown');
  });

  it('the channel was left while a question stood open, so what runs comes back', async () => {
    offer('0.2.0');
    const update = start();
    await look(update);
    await download(update).ended;
    await update.calls.restart();
    update.channelChanged();
    await update.finish();
    expect(relaunches).toBe(1);
    expect(installing()).toBeNull();
  });

  it('the package was changed while a question stood open, so what runs comes back', async () => {
    offer('0.2.0');
    const update = start();
    await look(update);
    await download(update).ended;
    await update.calls.restart();
    writeFileSync(join(home, 'strata-updater', 'pending', DEB), 'something else');
    await update.finish();
    expect(relaunches).toBe(1);
    expect(installing()).toBeNull();
  });
});

describe('looking by itself', () => {
  it('happens once a day, over several starts, and not when it is switched off', async () => {
    offer('0.1.0');
    await start().lookIfDue();
    expect(feed.asked).toHaveLength(2);
    await start().lookIfDue();
    now += DAY - 1;
    await start().lookIfDue();
    expect(feed.asked).toHaveLength(2);
    now += 1;
    automatic = false;
    await start().lookIfDue();
    expect(feed.asked).toHaveLength(2);
    automatic = true;
    await start().lookIfDue();
    expect(feed.asked).toHaveLength(4);
  });

  it('is tried again when the network was away', async () => {
    offer('0.1.0');
    let isAway = true;
    const get: Get = (...args) =>
      isAway ? Promise.reject(new Error('net::ERR_INTERNET_DISCONNECTED')) : getWithNode(...args);
    const update = start({ get });
    await update.lookIfDue();
    expect(states.at(-1)?.finding.type).toBe('failed');
    isAway = false;
    await update.lookIfDue();
    expect(states.at(-1)?.finding.type).toBe('current');
  });

  it.each<[string, Start, WhyNoUpdates]>([
    ['on a machine that isn’t the user’s', { isForeign: true }, 'foreign'],
    ['in what was unpacked by hand', { form: null }, 'folder'],
    ['without a key', { key: '' }, 'noFeed'],
    ['in a version that is no release', { version: '0.1.0-dev' }, 'noFeed'],
  ])('doesn’t happen %s, nor does asking for it', async (_where, parts, why) => {
    offer('0.2.0');
    const update = start(parts);
    await update.lookIfDue();
    await expect(update.calls.look()).rejects.toMatchObject({
      failure: { title: 'This Strata doesn’t update itself' },
    });
    expect((await update.calls.state()).cannot).toBe(why);
    expect(feed.asked).toEqual([]);
  });
});

describe('the start after an installation', () => {
  it('tells when the version is still the old one, once; what was downloaded goes', async () => {
    offer('0.2.0');
    const before = start();
    await look(before);
    await download(before).ended;
    const kept = openKept(join(home, 'releases.json'), () => undefined);
    await kept.install('0.2.0');
    expect((await start().calls.state()).notInstalled?.title).toBe('Strata 0.2.0 was not installed');
    await expect.poll(() => existsSync(join(home, 'strata-updater'))).toBe(false);
    await kept.install('0.2.0');
    expect((await start({ version: '0.2.0' }).calls.state()).notInstalled).toBeNull();
  });

  it('installs nothing that was not asked for, and nothing after the user stayed', async () => {
    offer('0.2.0');
    const update = start();
    await look(update);
    await download(update).ended;
    await update.finish();
    await update.calls.restart();
    update.stayed();
    await update.finish();
    expect(openKept(join(home, 'releases.json'), () => undefined).installing()).toBeNull();
    expect(relaunches).toBe(0);
  });
});
