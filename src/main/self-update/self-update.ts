/** Strata's own updates, from looking to installing: what is known, and what the user asks for. */
import type {
  NewestRelease,
  Release,
  SelfUpdateState,
  UpdateChannel,
  UpdateFinding,
} from '../../shared/contract/self-update.js';
import type { Handlers } from '../../shared/contract/define.js';
import type { StrataContract } from '../../shared/contract/index.js';
import { FailureError, messageOf, type Failure } from '../../shared/failure.js';
import { say } from '../../shared/words/index.js';
import type { Get } from './get.js';
import type { KeptSelfUpdate } from './kept.js';
import { lookForUpdate } from './look.js';
import { whyNot, type Able } from './why-not.js';
import { forgetDownloads, openUpdater, updateFileParser, type Updater, type UpdaterApp } from './updater.js';
import type { VerifiedRelease } from './update-file.js';
import { parseVersion } from './version.js';

export type SelfUpdateParts = Able & {
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  readonly app: UpdaterApp;
  readonly get: Get;
  readonly kept: KeptSelfUpdate;
  readonly channel: () => UpdateChannel;
  readonly isAutomatic: () => boolean;
  readonly onChanged: (state: SelfUpdateState) => void;
  readonly log: (message: string) => void;
  readonly now?: () => number;
};

export type SelfUpdate = {
  readonly calls: Handlers<StrataContract>['selfUpdate'];
  /** What was found in the other channel counts no more. */
  readonly channelChanged: () => void;
  /** Looks by itself if that is wanted and a day has passed. */
  readonly lookIfDue: () => Promise<void>;
  /** The user was asked whether to quit, and stays. */
  readonly stayed: () => void;
  /** When all else has ended: installs what `restart` asked for. */
  readonly finish: () => Promise<void>;
};

const DAY_MS = 24 * 60 * 60 * 1000;

export function createSelfUpdate(parts: SelfUpdateParts): SelfUpdate {
  const { feed, form, app, kept, get, channel, log, now = Date.now } = parts;
  const running = parseVersion(app.version);
  const cannot = whyNot(parts, running !== null);
  let finding: UpdateFinding = { type: 'unknown' };
  let job: string | null = null;
  let stopDownload = new AbortController();
  let notInstalled = afterInstalling();
  let found: VerifiedRelease | null = null;
  let updater: Updater | null = null;
  let isWanted = false;
  let looking: Promise<void> | null = null;
  /** Grows with every change of the channel: what began before it is too late. */
  let round = 0;

  const state = (): SelfUpdateState => ({
    version: app.version,
    cannot,
    finding,
    lookedAt: kept.lookedAt(),
    job,
    notInstalled,
  });
  const tell = (): void => parts.onChanged(state());
  const find = (next: UpdateFinding): void => {
    finding = next;
    tell();
  };

  function afterInstalling(): Failure | null {
    const version = kept.installing();
    if (version === null) return null;
    kept.install(null).catch((error: unknown) => log(`releases.json: ${messageOf(error)}`));
    forgetDownloads(app.baseCachePath).catch((error: unknown) =>
      log(`a download stays: ${messageOf(error)}`),
    );
    if (version === app.version) {
      log(`updated to ${version}`);
      return null;
    }
    return {
      code: 'interrupted',
      title: say('updateFailures.notInstalled', { version }),
      detail: say('updateFailures.notInstalled.detail', { version: app.version }),
      remedy: say('updateFailures.notInstalled.remedy'),
    };
  }

  async function look(): Promise<void> {
    if (!feed || !form || !running || cannot) throw new FailureError(cannotFailure(cannot));
    // What is downloaded, or is being, is not asked about again.
    if (job !== null || finding.type === 'ready') return;
    const mine = ++round;
    const asked = channel();
    find({ type: 'looking' });
    notInstalled = null;
    let next: UpdateFinding;
    try {
      const parse = await updateFileParser();
      const { platform, arch } = parts;
      const known = kept.newest(asked);
      const { release, is } = await lookForUpdate(
        { get, feed, platform, arch, form, parse },
        asked,
        running,
        known,
      );
      const newest = { version: release.version, releasedAt: release.releasedAt };
      await remember(asked, newest);
      if (mine !== round) return;
      found = is === 'newer' ? release : null;
      if (is === 'newer') next = { type: 'found', release: shown(release) };
      else next = { type: is === 'same' ? 'current' : 'ahead', newest };
      log(`the channel ${asked} offers ${release.version}, ${is} than what runs`);
    } catch (error) {
      const failure = failureOf(error);
      // A network that is away isn't an answer: it is tried again before the day is over.
      if (failure.code !== 'registry-unreachable') await remember(asked, null);
      if (mine !== round) return;
      found = null;
      next = { type: 'failed', failure };
      log(`no update: ${messageOf(error)}`);
    }
    find(next);
  }

  const remember = (asked: UpdateChannel, newest: NewestRelease | null): Promise<void> =>
    kept.looked(now(), asked, newest).catch((error: unknown) => log(`releases.json: ${messageOf(error)}`));

  /** Whoever asks while it is being asked gets that answer. */
  function lookOnce(): Promise<void> {
    if (looking) return looking;
    const mine = look().finally(() => {
      if (looking === mine) looking = null;
    });
    return (looking = mine);
  }

  async function isInstalled(from: Updater, version: string): Promise<boolean> {
    try {
      // Questions may have stood open for long since it was looked at: what is installed is what was signed.
      await from.check();
      log(`installing ${version}`);
      await kept.install(version).catch((error: unknown) => log(`releases.json: ${messageOf(error)}`));
      app.letGo();
      return await from.install();
    } catch (error) {
      log(`${version}: ${messageOf(error)}`);
      return false;
    }
  }

  return {
    calls: {
      state: () => Promise.resolve(state()),
      async look() {
        await lookOnce();
        return state();
      },
      download: {
        title: ({ version }) => say('jobTitles.update', { version }),
        async run({ version }, { id, report, signal }) {
          const release = found;
          if (!feed || !form || release?.version !== version || job !== null || finding.type !== 'found')
            throw new FailureError(notOffered(version));
          job = id;
          stopDownload = new AbortController();
          const stop = AbortSignal.any([signal, stopDownload.signal]);
          tell();
          try {
            const next = await openUpdater(release, { form, app, get, feed: feed.address, log });
            report({ bytes: 0, total: release.size });
            await next.download(stop, (bytes) => report({ bytes, total: release.size }));
            // What was asked for may be another by the time that it is whole.
            stop.throwIfAborted();
            updater = next;
            finding = { type: 'ready', release: shown(release) };
            log(`downloaded ${release.package.url}`);
            return shown(release);
          } catch (error) {
            throw stop.aborted ? new FailureError(wasCancelled(version)) : error;
          } finally {
            job = null;
            tell();
          }
        },
      },
      async restart() {
        const asked = updater;
        if (!asked || finding.type !== 'ready') throw new FailureError(notOffered(null));
        try {
          await asked.check();
          if (updater !== asked) throw new FailureError(notOffered(null));
        } catch (error) {
          if (updater !== asked) throw error;
          updater = null;
          find(found ? { type: 'found', release: shown(found) } : { type: 'unknown' });
          throw error;
        }
        isWanted = true;
        app.quit();
      },
    },
    channelChanged() {
      stopDownload.abort();
      round++;
      looking = null;
      found = null;
      updater = null;
      find({ type: 'unknown' });
    },
    async lookIfDue() {
      const last = kept.lookedAt();
      // A clock that was set back must not end the looking.
      const isDue = last === null || now() - last >= DAY_MS || last > now();
      if (cannot || !isDue || !parts.isAutomatic()) return;
      await lookOnce();
    },
    stayed() {
      isWanted = false;
    },
    async finish() {
      if (!isWanted) return;
      if (updater && found && (await isInstalled(updater, found.version))) return;
      log('nothing was installed');
      app.relaunch();
    },
  };
}

const shown = ({ version, releasedAt, notes, size }: VerifiedRelease): Release => ({
  version,
  releasedAt,
  notes,
  size,
});

const wasCancelled = (version: string): Failure => ({
  code: 'cancelled',
  title: say('updateFailures.cancelled', { version }),
  detail: say('updateFailures.cancelled.detail'),
});

const notOffered = (version: string | null): Failure => ({
  code: 'conflict',
  title:
    version === null ? say('updateFailures.notOfferedYet') : say('updateFailures.notOffered', { version }),
  detail: say('updateFailures.notOffered.detail'),
  remedy: say('updateFailures.notOffered.remedy'),
});

const cannotFailure = (cannot: SelfUpdateState['cannot']): Failure => ({
  code: 'conflict',
  title: say('updateFailures.cannot'),
  detail: cannot === null ? say('updateFailures.cannot.detail') : say(`updates.whyNot.${cannot}`),
  ...(cannot === null ? {} : { remedy: say(`updates.whyNot.${cannot}.remedy`) }),
});

const failureOf = (error: unknown): Failure =>
  error instanceof FailureError
    ? error.failure
    : {
        code: 'unexpected',
        title: say('updateFailures.bug'),
        detail: say('updateFailures.bug.detail'),
        remedy: say('updateFailures.bug.remedy'),
        cause: messageOf(error),
      };
