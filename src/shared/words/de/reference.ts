import type { Translation } from '../message.js';
import type { reference as english } from '../en/reference.js';

export const reference: Translation<typeof english> = {
  'reference.missing': 'Ein Image-Name fehlt',
  'reference.wrong': '„{text}“ ist kein Image-Name',
  'reference.remedy': 'Ein Name sieht aus wie app, team/app:1.2 oder registry.example.com/team/app:1.2.',
  'reference.empty': 'Er ist leer.',
  'reference.id': '64 Hexadezimalziffern sind eine Image-ID; so darf ein Name nicht aussehen.',
  'reference.host': '„{part}“ ist kein Hostname einer Registry.',
  'reference.long': 'Der Name ist länger als {most} Zeichen.',
  'reference.path.missing': 'Das Repository fehlt.',
  'reference.path.emptyPart': 'Zwischen zwei Schrägstrichen oder an einem Ende steht nichts.',
  'reference.path.uppercase': '„{part}“ enthält Großbuchstaben; ein Repository wird klein geschrieben.',
  'reference.path.space': '„{part}“ enthält ein Leerzeichen.',
  'reference.path.separator':
    '„{part}“ beginnt oder endet mit einem Trennzeichen; dort gehören Buchstaben und Ziffern hin.',
  'reference.path.letters':
    '„{part}“ darf nur a-z, 0-9 und dazwischen einzelne Trennzeichen (. _ __ -) enthalten.',
  'reference.tag.empty': 'Nach dem Doppelpunkt steht nichts; dort gehört ein Tag hin.',
  'reference.tag.long': 'Der Tag ist länger als 128 Zeichen.',
  'reference.tag.wrong':
    '„{tag}“ ist kein Tag: Buchstaben, Ziffern, „_“, „.“ und „-“, und weder „.“ noch „-“ am Anfang.',
  'reference.digest.wrong': '„{digest}“ ist kein Digest wie sha256:… mit 64 Hexadezimalziffern.',
  'reference.digest.unknown': '„{algorithm}“ ist kein bekannter Digest-Algorithmus.',
  'reference.digest.length': 'Ein {algorithm}-Digest hat {count} kleingeschriebene Hexadezimalziffern.',
};
