import type { Translation } from '../message.js';
import type { forecast as english } from '../en/forecast.js';

export const forecast: Translation<typeof english> = {
  'forecast.title': 'Cache-Vorhersage',
  'forecast.later': 'Sie entsteht, sobald die Engine antwortet und die Optionen vollständig sind.',
  'forecast.looking': 'Änderungen werden ermittelt',
  'forecast.whatIf': 'Was, wenn sich diese Datei ändert?',
  'forecast.whatIf.placeholder': 'eine Datei des Projekts',
  'forecast.steps': 'Vorhersage nach Schritt',
  'forecast.key.run': 'wird ausgeführt',
  'forecast.key.reused': 'wiederverwendet',
  'forecast.key.height': 'je länger ein Schritt dauerte, desto höher sein Band',

  'forecast.reused': 'Wiederverwendet',
  'forecast.runs.ignored': 'Läuft: Der Cache wird ignoriert',
  'forecast.runs.above': 'Läuft: Ein Schritt darüber läuft',
  'forecast.runs.source': 'Läuft: Die Stage, aus der er kopiert, läuft',
  'forecast.runs.base': 'Läuft: Das Basis-Image ist ein anderes',
  'forecast.runs.arguments': 'Läuft: Argumente oder Variablen geändert',
  'forecast.runs.instruction': 'Läuft: Die Zeile wurde geändert',
  'forecast.runs.new': 'Läuft: Hier noch nie gebaut',
  'forecast.runs.files': 'Läuft: Seine Dateien wurden geändert',
  'forecast.runs.oneFile': 'Läuft: {first} geändert',
  'forecast.runs.twoFiles': 'Läuft: {first} und {second} geändert',
  'forecast.runs.moreFiles': 'Läuft: {first}, {second} und {count} weitere geändert',

  'forecast.summary.nothing': 'Hier wird nichts gebaut als das, was das Basis-Image hat.',
  'forecast.summary.first':
    'Von diesem Projekt wurde hier noch nichts gebaut: Jeder Schritt wird ausgeführt.',
  'forecast.summary.reused': 'Alles wird wiederverwendet.',
  'forecast.summary.runs':
    '{runs} von {total, plural, one {{total} Schritt} other {{total} Schritten}} auszuführen.',
  'forecast.summary.runsFor':
    '{runs} von {total, plural, one {{total} Schritt} other {{total} Schritten}} auszuführen, etwa {time}.',
  'forecast.score':
    'Richtig bei {right, number} von {steps, number} Schritten in {builds, plural, one {# Build} other {# Builds}}.',
};
