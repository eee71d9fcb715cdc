import type { Translation } from '../message.js';
import type { build as english } from '../en/build.js';

export const build: Translation<typeof english> = {
  'build.title': 'Build',
  'build.lookingIntoFolder': 'Ordner wird untersucht',
  'build.readingDockerfile': 'Dockerfile wird gelesen',

  'build.folder': 'Projektordner',
  'build.folder.placeholder': 'Pfad eingeben oder einen Ordner ins Fenster ziehen',
  'build.folder.choose': 'Ordner wählen',

  'build.name': 'Image-Name',
  'build.name.missing': 'Ein Image braucht einen Namen.',
  'build.start': 'Bauen',
  'build.cancel': 'Build abbrechen',

  'build.intro.title': 'Vom Ordner zum Image',
  'build.intro.layers':
    'Ein Build arbeitet das Dockerfile des Ordners von oben nach unten ab; jede Anweisung, die Dateien ändert, hinterlässt einen Layer.',
  'build.intro.order':
    'Ein Layer wird aus einem früheren Build übernommen, solange sich nichts darüber geändert hat. Was sich am seltensten ändert, gehört deshalb nach oben, und was sich mit jeder Bearbeitung ändert, nach unten.',
  'build.recent': 'Früher gebaut',

  'build.options': 'Optionen',
  'build.options.changed': '{count} geändert',
  'build.noDockerfile': 'In diesem Ordner gibt es kein Dockerfile',
  'build.noDockerfile.detail':
    'Ein Build folgt einem Dockerfile; weder hier noch bis zu drei Ordner tiefer wurde eines gefunden.',
  'build.noDockerfile.remedy':
    'Einen anderen Ordner wählen oder ein Dockerfile schreiben; es wird bei der Rückkehr gefunden.',

  'build.source.text': 'Text von {path}',
  'build.source.failedHere': 'Hier fehlgeschlagen, Zeile {line}:',

  'build.head.cancelling': 'Wird abgebrochen…',
  'build.head.reading': 'Projektordner wird gelesen',
  'build.head.building': '{name} wird gebaut',
  'build.head.done': '{name} wurde gebaut',
  'build.head.failed': '{name} wurde nicht gebaut',
  'build.head.cancelled': 'Abgebrochen: {name} wurde nicht gebaut',
  'build.steps.ended':
    '{ended} von {total, plural, one {{total} Schritt} other {{total} Schritten}}, {cached} aus dem Cache',
  'build.steps.cached':
    '{cached} von {total, plural, one {{total} Schritt} other {{total} Schritten}} aus dem Cache',
  'build.sent': '{count, plural, one {# Datei} other {# Dateien}}, {size} gesendet',
  'build.openImage': 'Image öffnen',
  'build.push': 'Pushen',
  'build.again': 'Erneut bauen',
  'build.whatChanged': 'Änderungen zeigen',

  'build.steps': 'Schritte',
  'build.steps.none': 'Die Engine hat noch keinen Schritt gemeldet.',
  'build.showFailed': 'Fehlgeschlagenen Schritt zeigen',
  'build.step.waiting': 'Wartet',
  'build.step.running': 'Läuft',
  'build.step.cached': 'Im Cache',
  'build.step.done': 'Fertig',
  'build.step.failed': 'Fehler',
  'build.step.cancelled': 'Abbruch',
  'build.step.line': 'Zeile {line}',
  'build.step.received': 'Empfangen',
  'build.step.transfer': '{current} von {total}',

  'build.output': 'Ausgabe',
  'build.output.of': 'Ausgabe von {step}',
  'build.output.last': 'die letzten {count, number} Zeilen',
  'build.output.copy': 'Ausgabe kopieren',
  'build.output.follow': 'Dem Ende folgen',
  'build.output.nothingYet': 'Noch keine Ausgabe.',
  'build.output.cached':
    'Nichts ausgeführt: Der Layer stammt aus einem früheren Build, da sich nichts darüber geändert hatte.',
  'build.output.nothing': 'Dieser Schritt hat nichts ausgegeben.',
  'build.find': 'In der Ausgabe suchen',
  'build.find.placeholder': 'Suchen',
  'build.find.none': 'nicht gefunden',
  'build.find.place': '{place} von {count, number}',
  'build.find.previous': 'Vorherige Fundstelle',
  'build.find.next': 'Nächste Fundstelle',

  'build.warnings': 'Warnungen',
  'build.warnings.more': 'Mehr dazu',
};
