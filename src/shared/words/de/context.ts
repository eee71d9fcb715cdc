import type { Translation } from '../message.js';
import type { context as english } from '../en/context.js';

export const context: Translation<typeof english> = {
  'context.title': 'Kontext',
  'context.later': 'Er wird gezeigt, sobald das Dockerfile gelesen werden kann.',
  'context.looking': 'Ordner wird durchsucht',
  'context.lookingCounted': 'Ordner wird durchsucht: {count, plural, one {# Datei} other {# Dateien}}',
  'context.undo': 'Rückgängig',
  'context.lookAgain': 'Neu durchsuchen',
  'context.atMost':
    'Höchstens: Die Engine fragt nur nach dem, was das Dockerfile kopiert und was sich seit der letzten Frage geändert hat.',

  'context.files': '{count, plural, one {# Datei} other {# Dateien}}',
  'context.totals': '{count, plural, one {# Datei} other {# Dateien}}, {size}',
  'context.summary.noFile': 'Zu senden: {sent}; es gibt keine Ignore-Datei, die etwas auslässt.',
  'context.summary.nothingLeft': 'Zu senden: {sent}; {file} lässt nichts aus.',
  'context.summary.left':
    'Zu senden: {sent}; {count, plural, one {{left} bleibt} other {{left} bleiben}} durch {file} außen vor.',
  'context.summary.leftMore': 'Zu senden: {sent}; mehr als {left} bleiben durch {file} außen vor.',

  'context.problems': 'Woran der Build scheitern würde',
  'context.problems.more': 'Und {count} weitere.',

  'context.suggestions': 'Vorschläge',
  'context.suggestions.title': 'Besser auslassen',
  'context.suggestions.addAll': 'Alle hinzufügen',
  'context.suggestions.add': 'Hinzufügen',
  'context.suggestions.addTo': '{patterns} zu {file} hinzufügen',
  'context.suggestions.secret': 'Geheim',
  'context.suggestions.more': '{patterns} und {count} weitere',

  'context.tree': 'Zu sendende Dateien',
  'context.tree.withIgnored': 'Auch Ignoriertes zeigen',
  'context.tree.more': 'Mehr zeigen, {count, number} übrig',
  'context.tree.onlyForEngine': 'nur für die Engine',
  'context.tree.unsendable': 'nicht sendbar',

  'context.ignore.make': '{file} anlegen',
  'context.ignore.change': '{file} ändern',
  'context.ignore.isMade': 'Diese Datei wird im Projektordner angelegt.',
  'context.ignore.isAdded': 'Die mit + markierten Zeilen kommen ans Ende; der Rest bleibt, wie er ist.',
  'context.ignore.changeOf': 'Änderung an {file}',
  'context.ignore.cancel': 'Abbrechen',
  'context.ignore.write': '{file} schreiben',
};
