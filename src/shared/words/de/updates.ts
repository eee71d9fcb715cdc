import type { Translation } from '../message.js';
import type { updates as english } from '../en/updates.js';

export const updates: Translation<typeof english> = {
  'updates.title': 'Updates',
  'updates.cannot': 'Strata {version} aktualisiert sich nicht selbst. {reason}',
  'updates.this': 'Dies ist Strata {version}.',
  'updates.channel': 'Kanal',
  'updates.channel.stable': 'Stabil',
  'updates.channel.beta': 'Beta',
  'updates.channel.hint': 'Beta enthält, was später stabil wird, und dazu jede stabile Version.',
  'updates.check': 'Nach Updates suchen',
  'updates.itself': 'Selbst nach Updates suchen',
  'updates.itself.hint':
    'Höchstens einmal am Tag. Gesendet wird nur die Anfrage, und heruntergeladen wird nichts, bevor Sie es verlangen.',
  'updates.asking': 'Nach Updates wird gefragt …',
  'updates.current': 'Es ist die neueste Version, erschienen am {date}.',
  'updates.old':
    'Das ist lange her. Falls Sie von einer neueren wissen, hält womöglich etwas unterwegs sie zurück: Sehen Sie dort nach, woher Sie Strata haben.',
  'updates.ahead.stable':
    'Stabil steht bei {newest}, das ist älter als dieses {version}. Eine ältere Version wird nie installiert: Es geht mit der nächsten stabilen weiter.',
  'updates.ahead.beta':
    'Beta steht bei {newest}, das ist älter als dieses {version}. Eine ältere Version wird nie installiert: Es geht mit der nächsten Beta weiter.',
  'updates.found': '<strong>Strata {version}</strong> ist da, erschienen am {date}, {size}.',
  'updates.ready':
    '<strong>Strata {version}</strong> ist heruntergeladen und wartet auf einen Neustart, erschienen am {date}, {size}.',
  'updates.notes': 'Versionshinweise',
  'updates.far': '{bytes} von {size}',
  'updates.downloading': 'Download von Strata {version}',
  'updates.download': 'Herunterladen',
  'updates.cancel': 'Download abbrechen',
  'updates.restart': 'Neu starten und aktualisieren',
  'updates.whyNot.noFeed.remedy': 'Eine neuere ersetzt es auf dem Weg, auf dem es kam.',
  'updates.whyNot.noFeed':
    'In dieses Paket wurden weder ein Ort für Updates noch ein Schlüssel eingebaut, an dem sie zu erkennen wären.',
  'updates.whyNot.folder':
    'Es läuft aus einem von Hand entpackten Ordner, den Strata Ihnen nicht unter den Händen ersetzt.',
  'updates.whyNot.folder.remedy':
    'Eine neuere ersetzt es auf dem Weg, auf dem es kam. Pakete, die ein Installationsprogramm oder die Paketverwaltung des Systems einrichtet, und AppImages aktualisieren sich selbst.',
  'updates.whyNot.foreign':
    'Auf einem Gerät, das nicht Ihres ist, installiert Strata nichts und fragt nicht nach Updates.',
  'updates.whyNot.foreign.remedy':
    'Wer dieses Gerät betreut, kann eine neuere Version an seine Stelle setzen.',
};
