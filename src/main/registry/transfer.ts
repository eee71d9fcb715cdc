/** What a push and a pull have in common: what they need, and how they end when the user says so. */
import { Readable } from 'node:stream';
import type { TransferStep } from '../../shared/transfer.js';
import type { EngineService } from '../engine/index.js';
import type { AuthFor } from './engine-login.js';
import { readTransfer, type Direction, type TransferEnd } from './transfer-stream.js';

export type TransferParts = {
  readonly engine: Pick<EngineService, 'docker'>;
  readonly authFor: AuthFor;
};

/** As `readTransfer`. A signal destroys the stream, at which the engine stops within half a second. */
export async function readUntilAborted(
  answer: NodeJS.ReadableStream,
  direction: Direction,
  signal: AbortSignal,
  report: (step: TransferStep) => void,
): Promise<TransferEnd> {
  // dockerode gives node's own response, but its types promise less.
  const stream = answer instanceof Readable ? answer : new Readable().wrap(answer);
  const abort = (): void => void stream.destroy();
  signal.addEventListener('abort', abort, { once: true });
  if (signal.aborted) abort();
  try {
    return await readTransfer(stream, direction, report);
  } finally {
    signal.removeEventListener('abort', abort);
    stream.destroy();
  }
}
