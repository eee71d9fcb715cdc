/** What kind of work a job is, and how far it has come. Pure. */
import type { BuildState } from './build-progress.js';
import type { ArchiveProgress } from './contract/archives.js';
import type { DiskProgress } from './contract/disk.js';
import type { DownloadProgress } from './contract/self-update.js';
import { transferTotals, type TransferState } from './transfer.js';

export type JobKind = 'build' | 'push' | 'pull' | 'disk' | 'archive' | 'update' | 'other';

/** The kind of work behind the call that started a job. */
export function jobKind(call: string): JobKind {
  switch (call) {
    case 'builds.run':
      return 'build';
    case 'registry.push':
      return 'push';
    case 'images.pull':
      return 'pull';
    case 'disk.measure':
    case 'disk.cleanUp':
      return 'disk';
    case 'archives.save':
    case 'archives.load':
    case 'archives.import':
      return 'archive';
    case 'selfUpdate.download':
      return 'update';
    default:
      return 'other';
  }
}

/** `total` is 0 while it isn't known. The unit is the work's own: bytes, or steps of a build. */
export type Far = { readonly current: number; readonly total: number };

/** `state`: of the type that the job's own call folds. */
export function jobFar(call: string, state: unknown): Far {
  switch (jobKind(call)) {
    case 'build': {
      const { steps } = state as BuildState;
      const ended = steps.filter((step) => step.state !== 'waiting' && step.state !== 'running').length;
      return { current: ended, total: steps.length };
    }
    case 'push':
    case 'pull':
      return transferTotals(state as TransferState);
    case 'disk': {
      const { current, total } = state as DiskProgress;
      return { current, total: total ?? 0 };
    }
    case 'archive': {
      const { phase, bytes, total } = state as ArchiveProgress;
      return { current: bytes, total: phase === 'moving' ? (total ?? 0) : 0 };
    }
    case 'update': {
      const { bytes, total } = state as DownloadProgress;
      return { current: bytes, total };
    }
    case 'other':
      return { current: 0, total: 0 };
  }
}
