import type { Translation } from '../message.js';
import type { layerFailures as english } from '../en/layer-failures.js';

export const layerFailures: Translation<typeof english> = {
  'layerFailures.damaged.documents': 'seine Dokumente sind zu groß',
  'layerFailures.damaged.missing': 'der Layer {file} fehlt oder ist beschädigt',

  'layerFailures.damaged.compressed': 'ein komprimierter Layer ist beschädigt',

  'layerFailures.damaged.changed':
    'eine Datei ist darin nicht mehr so, wie sie beim Lesen der Layer war, oder sie ist mit Lücken gespeichert',

  'layerFailures.damaged.entries': 'ein Layer hat mehr Einträge, als behalten werden können',

  'layerFailures.damaged.noIndex': 'in diesem Ordner gibt es keine index.json',
  'layerFailures.damaged.manyLayers': 'es nennt mehr Layer, als Images haben',
  'layerFailures.damaged.manyImages': 'es nennt mehr Images, als ein Ordner hat',

  'layerFailures.damaged.noManifest': 'es gibt weder eine manifest.json noch eine index.json',
  'layerFailures.damaged.otherLayers': 'ein Image hat andere Layer, als es angibt',
  'layerFailures.damaged.manifest': 'ein Manifest oder eine Konfiguration fehlt oder ist beschädigt',

  'layerFailures.damaged.checksum': 'ein Kopf hat eine falsche Prüfsumme',
  'layerFailures.damaged.extended': 'ein erweiterter Kopf ist beschädigt',
  'layerFailures.damaged.extendedNumber': 'ein erweiterter Kopf enthält eine falsche Zahl',
  'layerFailures.damaged.size': 'eine Datei hat eine unmögliche Größe',
  'layerFailures.damaged.number': 'ein Kopf enthält eine falsche Zahl',

  'layerFailures.damaged.cut': 'das Archiv endet mitten in einem Eintrag',
  'layerFailures.damaged.extendedLarge': 'ein erweiterter Kopf ist zu groß',

  'layerFailures.damaged.memory': 'ein komprimierter Layer braucht zu viel Speicher',
  'layerFailures.damaged.compressedCut': 'ein komprimierter Layer endet mittendrin',

  'layerFailures.noFolder': 'In diesem Image gibt es keinen Ordner {path}',
  'layerFailures.noFolder.detail': 'Was dort steht, ist kein Ordner, oder dort steht nichts.',
  'layerFailures.nothing': 'In diesem Image gibt es kein {path}',
  'layerFailures.nothing.detail': 'Nach diesem Layer steht dort nichts.',
  'layerFailures.noContent': '{path} hat keinen eigenen Inhalt',
  'layerFailures.noContent.detail':
    'Den haben nur Dateien: Dies ist ein Ordner, ein Link, ein Gerät oder eine Pipe.',
  'layerFailures.unread': 'Die Dateien des Layers {id} sind nicht bekannt',
  'layerFailures.unread.detail': 'Dieser Layer wurde nicht gelesen, oder was davon behalten wurde, ist weg.',
  'layerFailures.unread.remedy': 'Die Layer des Images erneut lesen.',

  'layerFailures.read': 'Die Layer konnten nicht gelesen werden',

  'layerFailures.ended': 'Das Lesen der Layer wurde abgebrochen',
  'layerFailures.ended.detail':
    'Der Prozess, der Layer liest, endete, bevor er eine Antwort hatte: Vielleicht ist in diesem Image zu viel für den Arbeitsspeicher dieses Computers.',

  'layerFailures.readOf': 'Die Layer von {image} konnten nicht gelesen werden',
  'layerFailures.packed': 'Es ist mit {format} gepackt, was Strata nicht entpackt.',
  'layerFailures.packed.remedy':
    'Das Archiv laden, da eine Engine es vielleicht entpackt; oder es vorher entpacken.',
  'layerFailures.damaged': 'Dies ist kein vollständiges Image-Archiv: {why}.',
  'layerFailures.damaged.remedy': 'Das Image erneut speichern.',
  'layerFailures.diskFull': 'Der Datenträger, auf den Strata schreibt, ist voll.',
  'layerFailures.diskFull.remedy': 'Dort Platz schaffen und es dann erneut versuchen.',

  'layerFailures.noPlatform': '{name} gibt es nicht für {platform}',
  'layerFailures.noPlatform.none': 'Es nennt gar keine Plattform.',
  'layerFailures.noPlatform.others': 'Es gibt es für {platforms}.',
  'layerFailures.noPlatform.remedy': 'Eine davon wählen.',
  'layerFailures.noImage': 'In {name} lässt sich nicht hineinsehen',
  'layerFailures.noImage.detail': 'Es ist ein Artefakt anderer Art, kein Image aus Layern.',
  'layerFailures.noImage.remedy': 'Ein Image wählen.',
};
