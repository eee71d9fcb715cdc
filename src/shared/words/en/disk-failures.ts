/** Why the engine’s disk could not be measured or cleaned up. */
import { message } from '../message.js';

export const diskFailures = {
  'diskFailures.nothingRemoved': 'Nothing was removed',
  'diskFailures.notMeasured': 'It isn’t among what was measured.',
  'diskFailures.freedUnknown': 'What was freed is not known',
  'diskFailures.wasGone': 'It was gone already.',
  'diskFailures.pointsElsewhere': message<{ id: string }>('It points to another image by now, {id}.'),
  'diskFailures.isAlso': message<{ names: string }>('It is also {names}.'),
  'diskFailures.taggedSince': 'It has been tagged since.',
  'diskFailures.recordKept': 'A build uses it, another record builds on it, or it was gone already.',

  'diskFailures.unmeasured': 'The disk has not been measured, so nobody knows what would be freed.',
  'diskFailures.unmeasured.remedy': 'Measure it first.',

  'diskFailures.measure': 'The engine’s disk could not be measured',
  'diskFailures.measure.remedy':
    'Try again in a moment: another program may be asking the engine for the same.',
} as const;
