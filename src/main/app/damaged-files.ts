/** The files that could not be read and were set aside in this run: in the log, and for the windows until the user has seen them. */
import type { DamagedFile, KeptThing } from '../../shared/contract/kept.js';
import { messageOf } from '../../shared/failure.js';
import type { OnDamaged } from '../files/index.js';
import type { Log } from './log.js';

export type DamagedFiles = {
  readonly add: OnDamaged;
  readonly list: () => readonly DamagedFile[];
  /** Hears the list after every change. Those of before any window is there are heard by nobody, and listed. */
  readonly follow: (listener: (files: readonly DamagedFile[]) => void) => void;
  /** The files stay where they lie. */
  readonly dismiss: () => void;
};

/** Of these there may be very many, and each means the same. */
const TOLD_TOGETHER: ReadonlySet<KeptThing> = new Set(['layers']);
/** A home that was damaged as a whole: more is in the log alone. */
const MOST = 200;

export function createDamagedFiles(log: Pick<Log, 'error'>): DamagedFiles {
  let files: readonly DamagedFile[] = [];
  let onChanged: (files: readonly DamagedFile[]) => void = () => undefined;
  const change = (now: readonly DamagedFile[]): void => {
    files = now;
    onChanged(now);
  };
  return {
    add({ what, aside, error }) {
      log.error(`what was kept of “${what}” could not be read; it lies in ${aside}`, messageOf(error));
      const told = TOLD_TOGETHER.has(what) ? files.findIndex((file) => file.what === what) : -1;
      if (told >= 0) change(files.map((file, at) => (at === told ? { ...file, more: file.more + 1 } : file)));
      else if (files.length < MOST) change([...files, { what, aside, more: 0 }]);
    },
    list: () => files,
    follow(listener) {
      onChanged = listener;
    },
    dismiss: () => change([]),
  };
}
