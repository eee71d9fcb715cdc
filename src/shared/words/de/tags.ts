import type { Translation } from '../message.js';
import type { tags as english } from '../en/tags.js';

const by =
  '{by, select, strata { in Strata} build { durch einen Build} pull { durch einen Pull} load { durch das Laden eines Archivs} import { durch einen Import} tag { durch Taggen} unseen {, während Strata nicht hinsah} other {}}';

export const tags: Translation<typeof english> = {
  'tags.title': 'Tags',
  'tags.help':
    'Ein Tag ist ein beweglicher Zeiger: Diese zeigen auf {image}. Er lässt sich jederzeit einem anderen Image geben, ein Digest nicht.',
  'tags.none':
    'Nichts zeigt auf dieses Image. Mit einem Tag ist es auffindbar und wird nicht mit aufgeräumt.',
  'tags.addOne': 'Tag hinzufügen',
  'tags.filter': 'Tags filtern',
  'tags.filter.placeholder': '{count, plural, one {# Tag} other {# Tags}} filtern',
  'tags.filter.none': 'Kein Tag enthält „{filter}“.',
  'tags.reference': 'Referenz',
  'tags.since': 'Zeigt hierher seit',
  'tags.since.unseen': 'bevor Strata ihn sah',
  'tags.actions': 'Aktionen',
  'tags.digests': 'Digests',
  'tags.digests.none':
    'Keine Registry führt dieses Image unter einem Digest, der hier bekannt ist. Durch Push oder Pull wird einer bekannt.',
  'tags.names.more': '{names} und {count} weitere',

  'tags.copy': '{name} kopieren',
  'tags.rename': 'Umbenennen',
  'tags.rename.one': '{name} umbenennen',
  'tags.rename.to': 'Neuer Name',
  'tags.rename.takeOver': 'Umbenennen und übernehmen',
  'tags.remove': 'Entfernen',
  'tags.remove.one': '{name} entfernen',
  'tags.remove.title': 'Den Tag {name} entfernen',
  'tags.more': 'Mehr',
  'tags.more.of': 'Mehr zu {name}',
  'tags.menu.reference': 'Referenz kopieren',
  'tags.menu.pinned': 'Name@Digest kopieren',
  'tags.menu.command': 'Als docker-Befehl kopieren',
  'tags.menu.push': 'Pushen …',
  'tags.menu.move': 'Auf ein anderes Image setzen …',
  'tags.close': 'Schließen',
  'tags.undo': 'Rückgängig',
  'tags.dismiss': 'Ausblenden',

  'tags.add': 'Tag hinzufügen',
  'tags.add.same': 'Das Image hat diesen Namen bereits.',
  'tags.add.push': 'Taggen und pushen',
  'tags.add.move': 'Hierher setzen',
  'tags.add.movePush': 'Hierher setzen und pushen',

  'tags.move': 'Umsetzen',
  'tags.move.one': '{name} umsetzen',
  'tags.move.to': 'Auf das Image',
  'tags.move.hint': 'Ein Name, den es hat, oder seine ID.',
  'tags.move.untagged': '{id}, ohne Tag',
  'tags.move.unknown': 'Kein Image hier hat diesen Namen oder diese ID.',
  'tags.move.same': 'Das ist dieses Image.',

  'tags.leaving.keeps':
    '{count, plural, one {{name} zeigt jetzt auf {id}, das auch {others} heißt und diesen Namen behält.} other {{name} zeigt jetzt auf {id}, das auch {others} heißt und diese Namen behält.}}',
  'tags.leaving.last':
    '{name} zeigt jetzt auf {id} und ist dessen letzter Name. Das Image bleibt ohne Tag, bis aufgeräumt wird.',
  'tags.removal.others': 'Das Image bleibt unter seinen anderen Namen. Das lässt sich rückgängig machen.',
  'tags.removal.last': 'Es ist der letzte Name dieses Images.',
  'tags.removal.goes':
    'Es ist der letzte Name dieses Images. Die Engine entfernt mit ihm das Image und die Layer, auf denen kein anderes Image aufbaut: Das lässt sich nicht rückgängig machen. Soll das Image bleiben, braucht es erst einen weiteren Namen, oder dieser wird umbenannt.',
  'tags.removal.stays':
    'Es ist der letzte Name dieses Images; danach ist es „dangling“: Die Engine behält es ohne Tag für {names}. Solange das Image da ist, lässt sich das rückgängig machen.',
  'tags.removal.refused':
    'Es ist der letzte Name dieses Images, und {count, plural, one {ein Container wurde} other {Container wurden}} daraus erstellt: {names}. Die Engine wird ablehnen; benennen Sie den Tag stattdessen um, oder entfernen Sie, was daraus erstellt wurde.',

  'tags.history': 'Bewegungen',
  'tags.history.none':
    'Strata hat noch keine Bewegung dieser Namen gesehen. Was künftig zu sehen ist, steht hier.',
  'tags.history.setAside':
    '{count, plural, one {Eine Zeile des Verlaufs war nicht lesbar und wird in {file} aufbewahrt.} other {{count} Zeilen des Verlaufs waren nicht lesbar und werden in {file} aufbewahrt.}}',
  'tags.history.this': 'diesem Image',
  'tags.history.nothing': 'nichts',
  'tags.history.came': `kam zu {to}${by}`,
  'tags.history.left': `wurde entfernt von {from}${by}`,
  'tags.history.moved': `ging von {from} zu {to}${by}`,
  'tags.history.forget': 'Bewegungen vergessen',
  'tags.history.forget.title': 'Die Bewegungen aller Tags vergessen?',
  'tags.history.forget.verb': 'Vergessen',
  'tags.history.forget.help':
    'Was Strata von bewegten Tags gesehen hat, wird für alle Images vergessen. Die Tags bleiben, wo sie sind.',
};
