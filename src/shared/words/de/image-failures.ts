import type { Translation } from '../message.js';
import type { imageFailures as english } from '../en/image-failures.js';

export const imageFailures: Translation<typeof english> = {
  'imageFailures.base': 'Worauf {image} aufbaut, ließ sich nicht herausfinden',

  'imageFailures.digest': 'Ein Digest kann kein Tag sein',
  'imageFailures.digest.detail':
    '„{reference}“ benennt genau ein Image; ein Tag ist ein Name, der wandern darf.',
  'imageFailures.digest.remedy': 'Alles ab dem @ weglassen.',
  'imageFailures.taken': '{name} zeigt auf ein anderes Image',
  'imageFailures.taken.also': 'Er zeigt jetzt auf {id}, das auch {names} heißt.',
  'imageFailures.taken.only':
    'Er zeigt jetzt auf {id}, das keinen anderen Namen hat und ohne Tag zurückbliebe.',
  'imageFailures.taken.remedy': 'Den Namen hierher verschieben oder einen anderen wählen.',
  'imageFailures.andMore': '{names} und {count} weitere',

  'imageFailures.above': 'Die Images, die auf diesem aufbauen, ließen sich nicht auflisten',
  'imageFailures.containersOfThis': 'Die Container dieses Images ließen sich nicht auflisten',

  'imageFailures.layers': 'Die Layer der Images ließen sich nicht lesen',

  'imageFailures.list': 'Die Images ließen sich nicht auflisten',
  'imageFailures.read': '{image} ließ sich nicht lesen',
  'imageFailures.absent': '{image} ist nicht auf dieser Engine',
  'imageFailures.absent.detail': 'Vielleicht wurde es inzwischen entfernt oder umbenannt.',
  'imageFailures.strange': 'Die Antwort der Engine war nicht zu verstehen.',

  'imageFailures.inUse': '{image} wird verwendet',
  'imageFailures.inUse.remedy': 'Zuerst entfernen, was daraus erstellt wurde, zum Beispiel mit „docker rm“.',
  'imageFailures.stoodUpon': 'Andere Images bauen auf {image} auf',
  'imageFailures.stoodUpon.detail': 'Die Engine behält es für {names}.',
  'imageFailures.stoodUpon.remedy': 'Zuerst diese entfernen.',
  'imageFailures.remove': '{name} konnte nicht entfernt werden',

  'imageFailures.sharing': '{image} lässt sich nicht mit den anderen Images vergleichen',

  'imageFailures.containers': 'Die Container ließen sich nicht auflisten',

  'imageFailures.sameName': '{name} heißt schon so',
  'imageFailures.sameName.detail': 'Der neue Name ist der alte.',
  'imageFailures.sameName.remedy': 'Einen anderen Namen eingeben.',
  'imageFailures.halfRenamed': '{name} ist nur halb umbenannt',
  'imageFailures.halfRenamed.detail':
    '{to} zeigt auf das Image, aber {name} ließ sich nicht entfernen, und das ließ sich nicht rückgängig machen.',
  'imageFailures.halfRenamed.remedy': 'Die Tags ansehen und den überzähligen entfernen.',
  'imageFailures.add': '{name} konnte nicht hinzugefügt werden',
  'imageFailures.add.absent': 'Das Image ist nicht auf dieser Engine',
  'imageFailures.moved': '{name} hat sich inzwischen geändert',
  'imageFailures.moved.gone': 'Er zeigte auf {id} und ist jetzt weg.',
  'imageFailures.moved.elsewhere': 'Er zeigte auf {before} und zeigt jetzt auf {now}.',
  'imageFailures.moved.remedy':
    'Es wurde nichts geändert. Ansehen, wohin er jetzt zeigt, und dann neu entscheiden.',

  'imageFailures.container.gone': 'Der Container ist nicht mehr da',
  'imageFailures.container.size': 'Wie viel {id} geschrieben hat, ließ sich nicht messen',
  'imageFailures.container.changes': 'Was {id} geschrieben hat, ließ sich nicht lesen',
  'imageFailures.container.commit': '{id} ließ sich nicht als {reference} festhalten',

  'imageFailures.containersOf': 'Die Container von {image} ließen sich nicht auflisten',

  'imageFailures.inUse.detail':
    '{count, plural, one {Daraus wurde ein Container erstellt: {names}.} other {Daraus wurden # Container erstellt: {names}.}}',
};
