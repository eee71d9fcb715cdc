import type { Translation } from '../message.js';
import type { state as english } from '../en/state.js';

export const state: Translation<typeof english> = {
  'state.filter.name': 'Teil des Repository-Namens',
  'state.filter.tag': 'Teil des Tags',
  'state.filter.id': 'Anfang der ID',
  'state.filter.label': 'ein Label, nur mit seinem Namen oder mit einem Teil seines Werts',
  'state.filter.dangling': 'Images, auf die kein Name zeigt',
  'state.filter.used':
    'Images, aus denen Container gemacht sind; mit einem Teil des Container-Namens, oder allein',
  'state.filter.larger': 'Images ab dieser Größe',
  'state.filter.smaller': 'Images unter dieser Größe',
  'state.filter.older': 'Images, die älter sind',
  'state.filter.newer': 'Images, die jünger sind',
  'state.filter.platform': 'Teil der Plattform',
  'state.filter.layer': 'Images, die auf diesem Layer stehen, nach dem Anfang seiner DiffID',
  'state.filter.size.wrong':
    'Nach „{word}:“ gehört eine Größe wie 100MB oder 1.5GB{given, select, yes {, nicht „{value}“.} other {.}}',
  'state.filter.age.wrong':
    'Nach „{word}:“ gehört eine Zeit wie 30d, 12h, 2w oder 6mo{given, select, yes {, nicht „{value}“.} other {.}}',
  'state.filter.label.wrong': 'Nach „label:“ gehört der Name eines Labels, oder name=wert.',
  'state.filter.dangling.wrong':
    '„{word}:“ steht allein, oder mit yes oder no{given, select, yes {, nicht „{value}“.} other {.}}',
  'state.filter.layer.wrong':
    'Nach „{word}:“ gehört der Digest eines Layers, mindestens seine ersten {digits, number} Hex-Ziffern{given, select, yes {, nicht „{value}“.} other {.}}',

  'state.count.found': '{shown, number} von {rows, number}',
  'state.count.images': '{images, plural, one {# Image} other {# Images}}',
  'state.count.names':
    '{images, plural, one {# Image} other {# Images}}, {rows, plural, one {# Name} other {# Namen}}',
  'state.group.images': '{rows, number} {images, plural, one {Image} other {Images}}',
  'state.group.tags': '{rows, plural, one {# Tag} other {# Tags}}',
  'state.group.tagsOf':
    '{rows, plural, one {# Tag} other {# Tags}} von {images, plural, one {# Image} other {# Images}}',

  'state.kept.used': 'verwendet von {names}',
  'state.kept.usedMore': 'verwendet von {names} und {more, number} weiteren',

  'state.tag.moved': '{name} zeigt jetzt auf {image}.',
  'state.tag.movedLast': '{name} zeigt jetzt auf {image}; {from} ist weg.',
  'state.tag.renamed': '{from} heißt jetzt {name}.',
  'state.tag.removed': '{name} wurde entfernt. Das Image ist noch da.',
  'state.tag.removedLast': '{name} wurde entfernt, und das Image mit ihm.',

  'state.argument.name':
    'Ein Name besteht aus Buchstaben, Ziffern und _, und beginnt nicht mit einer Ziffer.',
  'state.argument.twice': 'Dieses Argument steht schon in der Tabelle.',
  'state.label.name': 'Ein Label braucht einen Namen.',
  'state.label.twice': 'Dieses Label steht schon in der Tabelle.',
  'state.secret.id':
    'Eine ID besteht aus Buchstaben, Ziffern, Punkten, _ und -, wie --mount im Dockerfile sie nennt.',
  'state.secret.twice': 'Dieses Secret steht schon in der Tabelle.',
  'state.secret.file': 'Die Datei angeben.',
  'state.secret.variable': 'Die Variable angeben.',

  'state.compare.unread': 'Die Dateien wurden nicht gelesen',
  'state.compare.unread.detail':
    'Es wurde abgebrochen, daher lassen sich nur Layer und Einstellungen vergleichen.',
  'state.compare.unread.remedy': 'Erneut versuchen, um auch die Dateien zu vergleichen.',
  'state.compare.absent': 'So ein Image gibt es im Archiv nicht',
  'state.compare.absent.detail': 'Was dort an dieser Stelle steht, ist kein Image, das läuft.',
};
