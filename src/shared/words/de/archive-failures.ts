import type { Translation } from '../message.js';
import type { archiveFailures as english } from '../en/archive-failures.js';

export const archiveFailures: Translation<typeof english> = {
  'archiveFailures.noFile': 'Es ist keine gewöhnliche Datei.',
  'archiveFailures.noTar': 'Es ist kein tar-Archiv, oder es ist beschädigt.',
  'archiveFailures.noList': 'Seine Liste von Images lässt sich nicht lesen.',
  'archiveFailures.noArchive.remedy':
    'Ein Archiv wählen, das „docker save“ oder Strata geschrieben hat: ein .tar, unkomprimiert oder komprimiert.',

  'archiveFailures.import': '{file} wurde nicht importiert',
  'archiveFailures.holdsImages':
    'Es enthält Images mit ihren Layern und Einstellungen; importiert würde daraus ein einziger Layer voller Archive.',
  'archiveFailures.holdsImages.remedy': 'Stattdessen laden.',

  'archiveFailures.read': '{file} konnte nicht gelesen werden',
  'archiveFailures.load': '{file} wurde nicht geladen',
  'archiveFailures.noImages':
    'Es enthält Dateien eines Dateisystems, keine Images: Es hat keine Layer und keine Einstellungen.',
  'archiveFailures.noImages.remedy': 'Stattdessen importieren: Das macht ein Image mit einem Layer daraus.',
  'archiveFailures.noneCame': 'Die Engine nannte kein Image, das sie darin fand.',
  'archiveFailures.noneCame.remedy': 'Prüfen, ob „docker save“ das Archiv geschrieben hat.',

  'archiveFailures.saveOne': '{image} wurde nicht gespeichert',
  'archiveFailures.saveMany': 'Die {count} Images wurden nicht gespeichert',
  'archiveFailures.cantSave': '{image} konnte nicht gespeichert werden',
  'archiveFailures.noImage': 'Es gibt kein Image {image}',
  'archiveFailures.cut': 'Die Engine hörte auf, bevor das Archiv vollständig war.',
  'archiveFailures.cut.remedy': 'Prüfen, ob es der Engine gut geht, und es dann erneut versuchen.',

  'archiveFailures.file.denied': 'Sie dürfen diesen Ort nicht verwenden.',
  'archiveFailures.file.denied.remedy': 'Einen anderen Ort wählen oder dessen Rechte ändern.',
  'archiveFailures.file.full': 'Der Datenträger ist voll.',
  'archiveFailures.file.full.remedy': 'Dort Platz schaffen oder einen anderen Datenträger wählen.',
  'archiveFailures.file.tooLarge': 'Der Datenträger nimmt keine so große Datei auf.',
  'archiveFailures.file.tooLarge.remedy': 'Dort Platz schaffen oder einen anderen Datenträger wählen.',
  'archiveFailures.file.gone': 'Die Datei oder ihr Ordner ist nicht da.',
  'archiveFailures.file.gone.remedy': 'Prüfen, ob sie verschoben wurde, und sie dann erneut wählen.',
  'archiveFailures.file.longName': 'Der Name ist zu lang.',
  'archiveFailures.file.longName.remedy': 'Einen kürzeren wählen.',
  'archiveFailures.file.folder': 'Es ist ein Ordner.',
  'archiveFailures.file.folder.remedy': 'Eine Datei wählen.',
};
