import type { Translation } from '../message.js';
import type { image as english } from '../en/image.js';

export const image: Translation<typeof english> = {
  'image.back': 'Zurück',
  'image.copyName': 'Namen kopieren',
  'image.copyId': 'ID kopieren',
  'image.push': 'Pushen',
  'image.compare': 'Vergleichen',
  'image.addTag': 'Tag hinzufügen',
  'image.saveArchive': 'Archiv speichern',
  'image.remove': 'Entfernen',
  'image.reading': 'Das Image wird gelesen',
  'image.tabs': 'Über dieses Image',
  'image.tab.layers': 'Layer',
  'image.tab.runs': 'Ausführung',
  'image.tab.tags': 'Tags',
  'image.tab.containers': 'Container',
  'image.tab.inspect': 'Inspect',

  'image.removing.title': '{name} entfernen',
  'image.removing.names': 'Alle {count} Namen dieses Images gehen mit:',
  'image.removing.stay':
    'Layer, auf denen andere Images aufbauen, bleiben. Der Rest wird von dieser Engine gelöscht und kann nur neu gebaut oder gepullt werden.',

  'image.layers': 'Layer',
  'image.layers.count': '{count, plural, one {# Layer} other {# Layer}}',
  'image.layers.none': 'Die Engine hat keine History dieses Images, und es hat keinen Layer.',
  'image.made': 'erstellt {age}',
  'image.by': 'von {author}',
  'image.builtFrom': 'hier gebaut aus {file}',
  'image.layer.line': 'Dockerfile, Zeile {line}',
  'image.layer.shared': 'geteilt mit {users}',
  'image.layer.none': 'Kein Layer: nur Einstellungen',
  'image.layer.copyDiffId': 'DiffID kopieren',
  'image.layer.files': 'Dateien dieses Layers',
  'image.layer.empty': 'leer',
  'image.layer.empty.help': 'Ein eigener Layer, der kein Byte enthält',

  'image.inspect.search': 'Im Datensatz suchen',
  'image.inspect.search.short': 'Suchen',
  'image.inspect.lines': '{count, plural, one {# Zeile} other {# Zeilen}}',
  'image.inspect.copyWhole': 'Ganzen Datensatz kopieren',
  'image.inspect.copyShown': 'Datensatz wie angezeigt kopieren',
  'image.inspect.record': 'Datensatz',
  'image.inspect.cut':
    'Das ist nur der Anfang: Der Rest lässt sich durch Suchen finden, oder der ganze Datensatz kopieren.',

  'image.text.less': 'Weniger anzeigen',
  'image.text.all': 'Alles anzeigen',
  'image.text.cut': 'Das ist nur der Anfang; der Rest steht im Datensatz unter „Inspect“.',

  'image.secret.show': 'Mögliche Geheimnisse anzeigen',
  'image.secret.hidden': '(verborgen)',
  'image.secret.hiddenValue': 'verborgen, womöglich ein Geheimnis',
  'image.secret.showValue': 'Anzeigen',
  'image.secret.showValueOf': 'Wert von {name} anzeigen',

  'image.link.title': 'Diesen Link im Browser öffnen?',
  'image.link.leads': 'Er stammt von den Urhebern des Images und führt zu {host}:',
  'image.link.stay': 'Hier bleiben',
  'image.link.open': 'Im Browser öffnen',

  'image.noInstruction': 'Keine Anweisung aufgezeichnet',
};
