import type { Translation } from '../message.js';
import type { disk as english } from '../en/disk.js';

export const disk: Translation<typeof english> = {
  'disk.title': 'Speicher',
  'disk.measured': 'Gemessen',
  'disk.measured.when': 'Gemessen {age}',
  'disk.measured.outdated': 'Gemessen {age}; seither haben sich Images geändert',
  'disk.measure': 'Messen',
  'disk.measure.again': 'Neu messen',
  'disk.measure.cancel': 'Messung abbrechen',
  'disk.measure.first':
    'Die Engine sieht sich jedes Image, jeden Container und jedes Volume an. Bei einer großen dauert das Minuten und läuft weiter, während andere Ansichten offen sind.',
  'disk.unmeasured': 'Nicht gemessen',
  'disk.unmeasured.help': 'Was Platz belegt, ist bekannt, sobald die Engine es zusammengezählt hat.',
  'disk.empty': 'Noch belegt nichts Platz',
  'disk.empty.help':
    'Images, Container, Volumes und der Build-Cache erscheinen hier. Ein Layer, auf dem mehrere Images aufbauen, ist einmal gespeichert und zählt daher einmal.',
  'disk.build': 'Image bauen',
  'disk.cancelling': 'Wird abgebrochen …',
  'disk.progress': '{current, number} von {total, number}, {time}',
  'disk.more': 'und {count, number} weitere',
  'disk.list.and': '{some} und {last}',
  'disk.list.more': '{some} und {count, number} weitere',

  'disk.space': 'Platz {size}',
  'disk.space.byKind': 'Platz nach Art',
  'disk.space.images': 'Images',
  'disk.space.images.words': 'in eigenen Layern, {count, plural, one {# Image} other {# Images}}',
  'disk.space.shared': 'Geteilte Layer',
  'disk.space.shared.words':
    '{count, plural, one {# Layer} other {# Layer}}, je einmal gespeichert für mehrere Images',
  'disk.space.containers': 'Container',
  'disk.space.containers.words': 'geschrieben von {count, plural, one {# Container} other {# Containern}}',
  'disk.space.volumes': 'Volumes',
  'disk.space.volumes.words': '{count, plural, one {# Volume} other {# Volumes}}',
  'disk.space.volumes.unknown':
    '{count, plural, one {# Volume} other {# Volumes}}, {unknown} von unbekannter Größe',
  'disk.space.cache': 'Build-Cache',
  'disk.space.cache.words':
    '{count, plural, one {# Eintrag, den kein Image teilt} other {# Einträge, die kein Image teilt}}',

  'disk.shared': 'Geteilte Layer',
  'disk.shared.several': 'einmal gespeichert für mehrere',
  'disk.shared.one': 'von einem Image',
  'disk.shared.none': 'Keine zwei Images bauen auf demselben Layer auf.',
  'disk.shared.saved':
    'Images, die auf derselben Basis gebaut sind, haben deren Layer gemeinsam. Jeder ist einmal gespeichert: Getrennt würden sie {bytes} mehr belegen.',
  'disk.shared.apart':
    '{count, plural, one {# Image teilt keinen Layer mit einem anderen.} other {# Images teilen keinen Layer mit einem anderen.}}',
  'disk.shared.rest':
    '{count, plural, one {# weitere Basis, die Images teilen, steht in der Tabelle.} other {# weitere Basen, die Images teilen, stehen in der Tabelle.}}',
  'disk.map': 'Layer unter Images',
  'disk.map.point': 'Zeigen Sie auf ein Band, um zu sehen, was es ist.',
  'disk.band.under': 'unter {count, number}',
  'disk.band.branches': '{count, plural, one {# weiterer Zweig} other {# weitere Zweige}}',
  'disk.band.layer': 'Ein Layer',
  'disk.band.layers':
    '{count, plural, one {{instruction} und 1 weiterer Layer} other {{instruction} und {count} weitere Layer}}',
  'disk.band.of': '{size}, von {images}',
  'disk.band.only': '{size}, nur in {images}',
  'disk.band.shared': '{size} einmal, unter {count, number} Images: {images}',
  'disk.table.name': 'Layer, die Images teilen',
  'disk.table.layers': 'Layer',
  'disk.table.images': 'Images',
  'disk.table.size': 'Größe',
  'disk.table.saves': 'Spart',

  'disk.record.context': 'Dateien eines Build-Kontexts',
  'disk.record.sent': 'Gesandt: {source}',
  'disk.record.mount': 'Ein Cache-Mount',
  'disk.record.copy': 'COPY oder ADD',
  'disk.record.base': 'Ein lokales Image als Basis',
  'disk.record.unknown': 'Ein Eintrag unbekannter Art',
  'disk.record.type': 'Ein Eintrag der Art {type}',

  'disk.measuring.sum': 'Die Engine rechnet zusammen, was alles belegt',
  'disk.measuring.layers': 'Die Layer jedes Images werden gelesen',
};
