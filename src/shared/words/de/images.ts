import type { Translation } from '../message.js';
import type { images as english } from '../en/images.js';

export const images: Translation<typeof english> = {
  'images.title': 'Images',
  'images.pull': 'Pullen',
  'images.loadArchive': 'Archiv laden',
  'images.cleanUp': 'Aufräumen',
  'images.reading': 'Die Images werden gelesen …',
  'images.waiting': 'Die Images erscheinen hier, sobald die Engine antwortet.',
  'images.none': 'Noch keine Images',
  'images.none.help':
    'Ein Image ist eine geordnete Liste von Änderungen am Dateisystem samt den Einstellungen, mit denen es läuft. Jede Änderung ist ein Layer, nach seinem Digest benannt, einmal gespeichert und von allen Images geteilt, die auf ihm aufbauen.',
  'images.build': 'Image bauen',
  'images.noMatch': 'Nichts passt auf „{filter}“',
  'images.noMatch.help':
    'Jedes Wort muss zutreffen: als Teil eines Namens, eines Tags oder einer ID, oder wie es die Hilfe zum Filter sagt.',
  'images.shown': 'Angezeigt',
  'images.more': 'und {count, number} weitere',

  'images.filter': 'Images filtern',
  'images.filter.placeholder': 'Nach Name, Tag oder ID filtern',
  'images.filter.clear': 'Filter leeren',
  'images.filter.looking': '{count, plural, one {# Image wird} other {# Images werden}} untersucht …',
  'images.filter.help': 'Was der Filter versteht',
  'images.filter.help.words':
    'Jedes Wort muss zutreffen. Einfache Wörter werden in Namen, Tags und IDs gesucht.',
  'images.filter.help.minus':
    'Ein Minus kehrt ein Wort um: {example}. Anführungszeichen halten Wörter zusammen und sind für Namen gedacht, die wie eines von diesen aussehen.',

  'images.view': 'Ansicht',
  'images.view.group': 'Nach Repository gruppieren',
  'images.view.columns': 'Spalten',
  'images.view.checkAll': 'Alle auf neuere prüfen',
  'images.column.name': 'Name',
  'images.column.id': 'ID',
  'images.column.platform': 'Plattform',
  'images.column.size': 'Größe',
  'images.column.unique': 'Eigen',
  'images.column.shared': 'Geteilt',
  'images.column.created': 'Erstellt',
  'images.column.containers': 'In Gebrauch',
  'images.cell.unknown': 'Diese Engine gibt darüber keine Auskunft.',
  'images.cell.bytes': '{count, plural, one {# Byte} other {# Bytes}}',
  'images.cell.containers': '{count, plural, one {# Container} other {# Container}}',
  'images.row.names': 'Alle {count} Namen dieses Images anzeigen',
  'images.row.newer': 'neuer verfügbar',
  'images.row.newer.since': 'Die Registry hat unter diesem Namen ein neueres Image, Stand {time}',

  'images.selected': 'Ausgewählte Images',
  'images.selected.count': '{count, number} ausgewählt',
  'images.selected.none': 'Nichts auswählen',
  'images.copied': 'Kopiert',
  'images.copy.names': '{count, plural, one {Referenz kopieren} other {Referenzen kopieren}}',
  'images.copy.ids': '{count, plural, one {ID kopieren} other {IDs kopieren}}',
  'images.tag.one': 'Ein Tag benennt genau ein Image',
  'images.checkNewer': 'Auf neuere prüfen',
  'images.remove.ask': 'Entfernen …',

  'images.remove': 'Entfernen',
  'images.remove.one': '{name} entfernen',
  'images.remove.many': 'Die {count, number} ausgewählten entfernen',
  'images.remove.keep': '{count, plural, one {Behalten} other {Alle behalten}}',
  'images.remove.running': 'Wird entfernt',
  'images.remove.stop': 'Anhalten',
  'images.remove.close': 'Schließen',
  'images.remove.deleted':
    '{count, plural, one {Dieses Image wird gelöscht, mit allen seinen Namen:} other {# Images werden gelöscht, mit allen ihren Namen:}}',
  'images.remove.also': '{name}, auch {others}',
  'images.remove.untagged':
    '{count, plural, one {Dieser Name wird entfernt; das Image dahinter behält seine anderen Namen:} other {# Namen werden entfernt; das Image hinter jedem behält seine anderen Namen:}}',
  'images.remove.kept':
    '{count, plural, one {Dieses Image bleibt: Daraus wurden Container erstellt.} other {# Images bleiben: Daraus wurden Container erstellt.}}',
  'images.outcome': '{parts}.',
  'images.outcome.soFar': 'Bisher: {parts}.',
  'images.outcome.deleted': '{count, plural, one {# Image} other {# Images}} gelöscht',
  'images.outcome.untagged': '{count, plural, one {# Name} other {# Namen}} entfernt',
  'images.outcome.refused': '{count, number} abgelehnt',
  'images.outcome.notBegun': '{count, number} nicht begonnen',
  'images.outcome.kept':
    '{count, plural, one {# Image in Gebrauch ist geblieben.} other {# Images in Gebrauch sind geblieben.}}',
  'images.outcome.moreRefused':
    '{count, plural, one {# weiteres wurde abgelehnt.} other {# weitere wurden abgelehnt.}}',
};
