/** Why an image's bytes could not be read, in words. */
import { FailureError, messageOf } from '../../shared/failure.js';
import { say } from '../../shared/words/index.js';
import { engineFailure } from '../engine/index.js';
import { PackedOtherwise } from './outer.js';
import { DamagedArchive } from './tar-header.js';

/** `what`: the image or archive, as the user knows it. */
export function refusal(error: unknown, what: string): FailureError {
  if (error instanceof FailureError) return error;
  const title = say('layerFailures.readOf', { image: what });
  if (error instanceof PackedOtherwise)
    return new FailureError({
      code: 'invalid-input',
      title,
      detail: say('layerFailures.packed', { format: error.format }),
      remedy: say('layerFailures.packed.remedy'),
    });
  if (error instanceof DamagedArchive)
    return new FailureError({
      code: 'invalid-input',
      title,
      detail: say('layerFailures.damaged', { why: error.message }),
      remedy: say('layerFailures.damaged.remedy'),
    });
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC')
    return new FailureError({
      code: 'disk-full',
      title,
      detail: say('layerFailures.diskFull'),
      remedy: say('layerFailures.diskFull.remedy'),
      cause: messageOf(error),
    });
  return new FailureError(engineFailure(error, { title }));
}
