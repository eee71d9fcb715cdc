import type { Translation } from '../message.js';
import type { diskFailures as english } from '../en/disk-failures.js';

export const diskFailures: Translation<typeof english> = {
  'diskFailures.nothingRemoved': 'Es wurde nichts entfernt',
  'diskFailures.notMeasured': 'Es ist nicht unter dem, was gemessen wurde.',
  'diskFailures.freedUnknown': 'Was frei wurde, ist nicht bekannt',
  'diskFailures.wasGone': 'Es war schon weg.',
  'diskFailures.pointsElsewhere': 'Der Name zeigt inzwischen auf ein anderes Image, {id}.',
  'diskFailures.isAlso': 'Es heißt auch {names}.',
  'diskFailures.taggedSince': 'Es hat seitdem einen Tag bekommen.',
  'diskFailures.recordKept':
    'Ein Build verwendet ihn, ein anderer Eintrag baut darauf auf, oder er war schon weg.',

  'diskFailures.unmeasured': 'Der Speicherplatz wurde nicht gemessen; daher weiß niemand, was frei würde.',
  'diskFailures.unmeasured.remedy': 'Zuerst messen.',

  'diskFailures.measure': 'Der Speicherplatz der Engine ließ sich nicht messen',
  'diskFailures.measure.remedy':
    'Gleich noch einmal versuchen: Vielleicht fragt ein anderes Programm die Engine gerade dasselbe.',
};
