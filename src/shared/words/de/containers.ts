import type { Translation } from '../message.js';
import type { containers as english } from '../en/containers.js';

export const containers: Translation<typeof english> = {
  'containers.looking': 'Container werden gesucht',
  'containers.help':
    'Jeder ist ein beschreibbarer Layer auf diesem Image. Was sie auch schreiben, das Image bleibt, wie es ist.',
  'containers.none': 'Kein Container dieses Images',
  'containers.none.help':
    'Ein Container ist ein beschreibbarer Layer auf dem Image: Was er schreibt, liegt dort, und das Image bleibt, wie es ist. Die Zeile unter „Ausführung“ erstellt einen.',

  'containers.title': 'Container',
  'containers.name': 'Name',
  'containers.state': 'Zustand',
  'containers.created': 'Erstellt',
  'containers.ports': 'Ports',
  'containers.ports.more': 'und {count} weitere',
  'containers.written': 'Belegt',
  'containers.written.unknown': 'unbekannt',
  'containers.actions': 'Aktionen',
  'containers.all': '{count, number} insgesamt; hier stehen die neuesten.',
  'containers.state.created': 'erstellt',
  'containers.state.running': 'läuft',
  'containers.state.paused': 'pausiert',
  'containers.state.restarting': 'startet neu',
  'containers.state.removing': 'wird entfernt',
  'containers.state.exited': 'beendet',
  'containers.state.dead': 'tot',
  'containers.state.unknown': 'unbekannt',

  'containers.changes': 'Diff',
  'containers.changes.of': 'Diff von {name}',
  'containers.changes.reading': 'Was er geschrieben hat, wird gelesen',
  'containers.changes.none': 'Er hat nichts geschrieben: Sein Layer ist leer.',
  'containers.changes.filter': 'Änderungen filtern',
  'containers.changes.filter.placeholder': 'Nach Pfad filtern',
  'containers.changes.all':
    '{whole, select, yes {} other {mehr als }}{count, plural, one {# Änderung} other {# Änderungen}}',
  'containers.changes.first':
    '{whole, select, yes {} other {mehr als }}{count, plural, one {# Änderung} other {# Änderungen}}, die ersten {shown, number} hier',
  'containers.changes.found': '{count, number} gefunden',
  'containers.changes.again': 'Neu nachsehen',
  'containers.changes.paths': 'Geänderte Pfade',
  'containers.change.added': 'hinzugefügt',
  'containers.change.changed': 'geändert',
  'containers.change.removed': 'entfernt',

  'containers.commit': 'Commit',
  'containers.commit.ask': 'Commit …',
  'containers.commit.title': 'Commit von {name} in ein neues Image',
  'containers.commit.help':
    'Was der Container geschrieben hat, wird zu einem weiteren Layer. Wie es dazu kam, sagt kein Dockerfile; für alles, was bleiben soll, ist ein Build der bessere Weg. Volumes bleiben außen vor.',
  'containers.commit.reference': 'Referenz',
  'containers.commit.reference.hint': 'Zum Beispiel app:fixed.',
  'containers.commit.message': 'Nachricht',
  'containers.commit.message.hint': 'Steht in der History des Images.',
  'containers.commit.pause': 'Container anhalten, während er gelesen wird',
  'containers.commit.move': 'Hierher setzen',
  'containers.commit.making': 'Das Image wird erstellt …',
  'containers.commit.made': '{reference} ist da; was der Container geschrieben hat, ist der oberste Layer.',
  'containers.commit.open': 'Image öffnen',
  'containers.commit.close': 'Schließen',

  'containers.removal': 'Falls das Image entfernt würde',
  'containers.removal.held':
    'Es lässt sich nicht entfernen: {count, plural, one {# daraus erstellter Container ist} other {# daraus erstellte Container sind}} noch da{run, select, none {} all {{count, plural, one { und läuft} other { und laufen alle}}} other {, {running, number} davon {running, plural, one {läuft} other {laufen}}}}. Erst {count, plural, one {muss {names} weg (docker rm), und was er geschrieben hat, geht mit ihm} other {müssen {names} weg (docker rm), und was sie geschrieben haben, geht mit ihnen}}.',
  'containers.removal.held.more': '{names} und {count, number} weitere',
  'containers.removal.above':
    'Die Engine behält es für {names}, Schritt für Schritt darauf gebaut; {count, plural, one {das geht} other {diese gehen}} zuerst.',
  'containers.removal.free': 'Nichts steht dem Entfernen im Weg.',
  'containers.removal.names': 'Alle {count} Namen gehen mit.',
  'containers.removal.noSpace': 'Es wird kein Platz frei: Auf jedem Layer bauen andere Images auf.',
  'containers.removal.goes':
    '{count, plural, one {# Layer mit {bytes} geht.} other {# Layer mit {bytes} gehen.}}',
  'containers.removal.goesAndStays':
    '{count, plural, one {# Layer mit {bytes} geht} other {# Layer mit {bytes} gehen}}; {stay, plural, one {# Layer bleibt, da andere Images darauf aufbauen.} other {# Layer bleiben, da andere Images darauf aufbauen.}}',
};
