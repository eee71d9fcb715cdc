/** What is answered alike in every window, whatever engine it looks at. */
import { clipboard } from 'electron';
import type { AppInfo } from '../shared/contract/app.js';
import type { Handlers } from '../shared/contract/define.js';
import type { StrataContract } from '../shared/contract/index.js';
import { chooseFolder } from './app/choose-folder.js';
import { createForeign } from './app/foreign.js';
import type { Home } from './app/home.js';
import type { SpeaksFor } from './app/language.js';
import { openLink } from './app/links.js';
import { readLogTail } from './app/log-tail.js';
import { fileOfStart } from './app/open-file.js';
import { putPictureOnClipboard } from './app/picture-clipboard.js';
import { choosePictureTarget } from './app/picture-files.js';
import type { Windows } from './app/windows.js';
import { createContexts } from './builds/index.js';
import type { EngineDesk } from './engine-desk.js';
import type { Installation } from './installation.js';
import { createPictures } from './pictures/index.js';
import { createSample } from './sample/index.js';
import type { SelfUpdate } from './self-update/index.js';

export type AppAnswers = Omit<Handlers<StrataContract>, keyof EngineDesk['answers']>;

export type AppAnswersParts = {
  readonly installation: Installation;
  readonly windows: Windows;
  readonly language: Pick<SpeaksFor, 'spoken'>;
  readonly selfUpdate: Pick<SelfUpdate, 'calls'>;
  readonly home: Home;
  readonly info: AppInfo;
  /** What the start has erased of an earlier run, by name. */
  readonly cleaned: readonly string[];
  /** Whether anything is under way that ends with Strata. */
  readonly isWorking: () => boolean;
};

export function createAppAnswers({
  installation,
  windows,
  language,
  selfUpdate,
  home,
  info,
  cleaned,
  isWorking,
}: AppAnswersParts): AppAnswers {
  const { settings, credentials, history, jobs, damaged, logins, drafts, log } = installation;
  return {
    app: {
      info: () => Promise.resolve({ ...info, opened: info.opened ?? fileOfStart() }),
      settings: () => Promise.resolve(settings.get()),
      language: () => Promise.resolve(language.spoken()),
      changeSettings: (changes) => settings.change(changes),
      chooseFolder,
      unsaved: ({ window, files }) => Promise.resolve(windows.tellUnsaved(window, files)),
      newWindow: () => Promise.resolve(windows.open()),
      possible: ({ window, actions }) => Promise.resolve(windows.tellPossible(window, actions)),
      openLink: ({ url }) => openLink(url),
      logTail: () => readLogTail(home.logFile, home.own),
      copy: ({ text }) => Promise.resolve(clipboard.writeText(text)),
    },
    context: createContexts(log.error),
    history: {
      ...history.calls,
      // What was learnt from past builds goes with them.
      clear: async () => {
        await history.calls.clear();
        await installation.forecastMemory.clear();
        await installation.tagMemory.clear();
      },
    },
    foreign: createForeign({
      home,
      cleaned,
      logOutEverywhere: logins.logoutEverywhere,
      isBusy: () => isWorking() || windows.hasUnsaved(),
    }),
    pictures: createPictures({
      drafts,
      chooseTarget: choosePictureTarget,
      putOnClipboard: putPictureOnClipboard,
    }),
    selfUpdate: selfUpdate.calls,
    sample: createSample(home.folder),
    dockerConfig: credentials.dockerConfig.calls,
    kept: {
      damaged: () => Promise.resolve(damaged.list()),
      dismiss: () => Promise.resolve(damaged.dismiss()),
    },
    jobs: {
      list: () => Promise.resolve(jobs.list()),
      cancel: ({ job }) => Promise.resolve(jobs.cancel(job)),
      dismiss: ({ job }) => Promise.resolve(jobs.dismiss(job)),
      watch: ({ job }, emit) => Promise.resolve(jobs.watch(job, emit)),
    },
  };
}
