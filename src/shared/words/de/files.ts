import type { Translation } from '../message.js';
import type { files as english } from '../en/files.js';

export const files: Translation<typeof english> = {
  'files.title': 'Dateien',
  'files.filter': 'Dateien filtern',
  'files.filter.placeholder': 'Namen filtern',
  'files.only': 'Nur dieser Layer',
  'files.sort': 'Sortieren nach',
  'files.sort.name': 'Name',
  'files.sort.size': 'Größe',
  'files.sort.modified': 'Geändert',
  'files.place.only': 'von Layer {layer} von {count}',
  'files.place.after': 'nach Layer {layer} von {count}',
  'files.none.image': 'Dieses Image hat keinen Layer, also auch keine Dateien.',
  'files.none.layer': 'Dieser Layer fügt keine Datei hinzu, ändert und entfernt keine.',
  'files.none.named': 'Kein Name enthält „{filter}“.',
  'files.none.namedInLayer': 'Kein Name in diesem Layer enthält „{filter}“.',
  'files.view': 'Ansehen',
  'files.save': 'Speichern …',
  'files.copyPath': 'Pfad kopieren',

  'files.row.waiting': 'wird geladen',
  'files.row.folder': 'in /{folder}',
  'files.mark.added': 'hinzugefügt',
  'files.mark.changed': 'geändert',
  'files.mark.removed': 'entfernt',

  'files.read.fromRegistry':
    'Strata hat in {count, plural, one {# Layer} other {# Layer}} dieses Images noch nicht hineingesehen. Dafür {count, plural, one {wird er} other {werden sie}} einmal abgerufen (höchstens {size}), gepullt wird nichts; was gelesen wurde, bleibt erhalten, für jedes Image mit denselben Layern.',
  'files.read.fromEngine':
    'Strata hat in {count, plural, one {# Layer} other {# Layer}} dieses Images noch nicht hineingesehen. Dafür schreibt die Engine das Image einmal aus ({size}); was gelesen wurde, bleibt erhalten, für jedes Image mit denselben Layern.',
  'files.read': 'Dateien lesen',
  'files.reading': 'Die Dateien werden gelesen',
  'files.cancel': 'Abbrechen',
  'files.cancelling': 'Wird abgebrochen …',
  'files.progress.preparing': 'Die Engine stellt das Image zusammen. Bei großen dauert das eine Weile.',
  'files.progress.fetching': 'Abruf aus der Registry: {bytes}',
  'files.progress.fetchingOf': 'Abruf aus der Registry: {bytes} von etwa {total}',
  'files.progress.reading': 'Gelesen: {bytes}, bisher {count, plural, one {# Eintrag} other {# Einträge}}',
  'files.progress.readingOf':
    'Gelesen: {bytes} von etwa {total}, bisher {count, plural, one {# Eintrag} other {# Einträge}}',

  'files.content': 'Inhalt',
  'files.content.picture': 'Was {name} zeigt',
  'files.content.copy': 'Text kopieren',
  'files.content.save': 'Datei speichern',
  'files.content.reading': 'Die Datei wird gelesen',
  'files.content.cut': 'Der Anfang von {size}. Ganz zu sehen ist die Datei, wenn sie gespeichert wird.',
  'files.content.large': 'Dieses Bild ist zu groß, um hier angezeigt zu werden.',
  'files.content.binary':
    'Das ist weder Text noch ein Bild. Gespeichert lässt sich die Datei mit einem anderen Programm ansehen.',

  'files.saving': 'Wird gespeichert',
  'files.saved': 'Gespeichert: {count, plural, one {# Datei} other {# Dateien}}, {size}, als {target}.',
  'files.saved.copy': 'Speicherort kopieren',
  'files.saved.leftOut': '{count} ausgelassen',
  'files.skipped.leads-out': 'ein Link, der aus dem Gespeicherten hinausführt',
  'files.skipped.no-file': 'ein Gerät oder eine Pipe',
  'files.skipped.refused': 'ein Link, den dieses System nicht anlegen wollte',

  'files.waste': 'Effizienz',
  'files.waste.empty': 'Die Layer enthalten keine Dateien mit Inhalt.',
  'files.waste.nothing': 'Alles, was die Layer enthalten, ist sichtbar: Nichts ist verschwendet.',
  'files.waste.some':
    '{percent, number, ::.0} % dessen, was die Layer enthalten, ist sichtbar; {size} in {count, plural, one {# Pfad} other {# Pfaden}} sind verschwendet.',
  'files.waste.help':
    'Eine Datei, die ein späterer Layer ersetzt oder entfernt, reist trotzdem mit dem Image. Besser in der Anweisung entfernen, die sie erzeugt, oder nur einmal kopieren.',
  'files.waste.paths': 'Verschwendete Pfade',
  'files.waste.path': 'Pfad',
  'files.waste.copies': 'Tote Kopien in',
  'files.waste.bytes': 'Verschwendet',
  'files.waste.copy': '{size} in Layer {layer}: {instruction}',
  'files.waste.layer': 'Layer {layer}',
  'files.waste.more': '{count, plural, one {# weiteren Pfad anzeigen} other {# weitere Pfade anzeigen}}',
  'files.waste.unlisted':
    '{count, plural, one {# kleinerer Pfad ist nicht aufgeführt.} other {# kleinere Pfade sind nicht aufgeführt.}}',
};
