/** Answers for "This machine isn't mine": what this run does, and what the next one will. */
import { app } from 'electron';
import type { ForeignState } from '../../shared/contract/foreign.js';
import type { LogoutReport } from '../../shared/contract/registry.js';
import { FailureError, messageOf, type Failure } from '../../shared/failure.js';
import type { Handlers } from '../../shared/contract/define.js';
import { say } from '../../shared/words/index.js';
import type { StrataContract } from '../../shared/contract/index.js';
import { isMarked, setMark } from './foreign-files.js';
import type { Home } from './home.js';

export type ForeignParts = {
  readonly home: Pick<Home, 'own' | 'isForeign' | 'isInMemory'>;
  readonly cleaned: readonly string[];
  readonly logOutEverywhere: () => Promise<LogoutReport>;
  /** Whether closing would ask first, as work runs or text isn't saved. */
  readonly isBusy: () => boolean;
};

export function createForeign({
  home,
  cleaned,
  logOutEverywhere,
  isBusy,
}: ForeignParts): Handlers<StrataContract>['foreign'] {
  const state = (): ForeignState => ({
    isOn: home.isForeign,
    isInMemory: home.isInMemory,
    isNext: isMarked(home.own),
    cleaned,
  });
  return {
    state: () => Promise.resolve(state()),
    async change({ isOn, erase }) {
      if (isOn && erase) {
        const { left } = await logOutEverywhere();
        if (left[0]) throw new FailureError(left[0].failure);
      }
      try {
        setMark(home.own, isOn, erase);
      } catch (error) {
        throw new FailureError({
          code: 'unexpected',
          title: say('shell.foreign.unmarked'),
          detail: say('shell.foreign.unmarked.detail', { folder: home.own }),
          remedy: say('shell.foreign.unmarked.remedy'),
          cause: messageOf(error),
        });
      }
      return state();
    },
    restart() {
      // Who is asked may stay, and a restart that was once ordered can't be taken back.
      if (isBusy()) return Promise.reject(new FailureError(busy()));
      // An AppImage's own program lies in a mount that goes with it.
      app.relaunch({ execPath: process.env.APPIMAGE ?? process.execPath, args: process.argv.slice(1) });
      app.quit();
      return Promise.resolve();
    },
  };
}

const busy = (): Failure => ({
  code: 'conflict',
  title: say('shell.foreign.busy'),
  detail: say('shell.foreign.busy.detail'),
  remedy: say('shell.foreign.busy.remedy'),
});
