import type { Translation } from '../message.js';
import type { buildFailures as english } from '../en/build-failures.js';

export const buildFailures: Translation<typeof english> = {
  'buildFailures.notBuilt': '{name} konnte nicht gebaut werden',

  'buildFailures.classic.secrets': 'nimmt keine Secrets an',
  'buildFailures.classic.ssh': 'erreicht keinen ssh-Agenten',
  'buildFailures.classic.stage': 'kann den Cache einer einzelnen Stage nicht ignorieren',
  'buildFailures.classic': 'Der Builder dieser Engine {what}',
  'buildFailures.classic.detail': 'Das tut nur BuildKit, und diese Engine hat es nicht.',
  'buildFailures.classic.remedy': 'Mit einer Engine bauen, die BuildKit hat, oder ohne diese Option.',

  'buildFailures.step': 'Ein Schritt schlug fehl: {step}',
  'buildFailures.exit.at': 'Sein Befehl endete mit Exit-Code {code}, bei {file} Zeile {line}.',
  'buildFailures.exit': 'Sein Befehl endete mit Exit-Code {code}.',
  'buildFailures.exit.remedy':
    'Die Ausgabe des Schritts ansehen, die Anweisung korrigieren und erneut bauen.',
  'buildFailures.noSource': 'Es gibt nichts zu kopieren: {path}',
  'buildFailures.noSource.at':
    'Die Anweisung bei {file} Zeile {line} kopiert etwas, das nicht in dem ist, was gesandt wurde.',
  'buildFailures.noSource.detail': 'Die Anweisung kopiert etwas, das nicht in dem ist, was gesandt wurde.',
  'buildFailures.noSource.remedy':
    'Den Pfad prüfen, der vom Projektordner aus zählt, und ob .dockerignore ihn auslässt.',
  'buildFailures.noStage': 'Es gibt keine Stage „{stage}“',
  'buildFailures.noStage.detail': '{file} hat kein FROM … AS mit diesem Namen.',
  'buildFailures.noStage.remedy': 'Eine andere Ziel-Stage wählen.',
  'buildFailures.unknownInstruction': 'unbekannte Anweisung „{word}“',
  'buildFailures.syntax': '{file} hat einen Syntaxfehler in Zeile {line}',
  'buildFailures.syntax.remedy': 'Die Zeile korrigieren und erneut bauen.',
  'buildFailures.said': 'Er sagte: {words}',
  'buildFailures.cancelled': 'Der Build wurde abgebrochen',
  'buildFailures.cancelled.detail': 'Es wurde kein Tag gesetzt.',
  'buildFailures.interrupted': 'Der Build von {name} wurde unterbrochen',
  'buildFailures.interrupted.detail': 'Die Verbindung zur Engine endete vor dem Build.',
  'buildFailures.interrupted.remedy':
    'Prüfen, ob die Engine läuft, und dann erneut bauen; fertige Schritte kommen aus ihrem Cache.',
  'buildFailures.givenUp':
    'Die Engine gab ihn auf, obwohl kein Schritt fehlgeschlagen war. Das tut sie, wenn sie die Verbindung zu Strata verliert, etwa nach einer Pause, und wenn sie gestoppt wird.',

  'buildFailures.secret.twice': 'Zwei Secrets haben diese ID.',
  'buildFailures.secret.twice.remedy': 'Eines davon umbenennen.',
  'buildFailures.secret.large': '{file} hat mehr als 500 KB.',
  'buildFailures.secret.large.remedy': 'Die Engine nimmt kein so großes Secret an.',
  'buildFailures.secret.noFile': 'Es gibt keine Datei {file}.',
  'buildFailures.secret.unreadable': 'Die Datei {file} lässt sich nicht lesen.',
  'buildFailures.secret.path': 'Ihren Pfad unter „Secrets“ korrigieren.',
  'buildFailures.secret.noVariable': 'Die Umgebung, in der Strata läuft, hat keine Variable {name}.',
  'buildFailures.secret.noVariable.remedy':
    'Strata dort starten, wo sie gesetzt ist, oder das Secret aus einer Datei nehmen.',
  'buildFailures.noAgent': 'Es gibt keinen ssh-Agenten für den Build',
  'buildFailures.noAgent.detail': 'Die Umgebung, in der Strata läuft, hat kein SSH_AUTH_SOCK.',
  'buildFailures.noAgent.remedy':
    'Einen Agenten starten, den Schlüssel mit ssh-add aufnehmen und Strata von dort starten; oder ohne ihn bauen.',
  'buildFailures.secret': 'Das Secret „{id}“ kann dem Build nicht gegeben werden',

  'buildFailures.ownError': 'Der Build endete mit einem Fehler in Strata selbst',
  'buildFailures.ownError.detail': 'Das Protokoll nennt die Einzelheiten.',

  'buildFailures.stillRuns': 'Dieser Build läuft noch',
  'buildFailures.stillRuns.detail': 'Sein Eintrag wird geschrieben, wenn er beendet ist.',
  'buildFailures.stillRuns.remedy': 'Den Build abbrechen oder ihn entfernen, wenn er beendet ist.',
  'buildFailures.notKept': 'Dieser Build wird nicht mehr behalten',
  'buildFailures.notKept.detail':
    'Er wurde entfernt, musste der Grenze weichen, oder sein Eintrag war nicht lesbar.',
  'buildFailures.notKept.remedy': 'Einen anderen Build der Liste wählen.',

  'buildFailures.classic.and': '{first} und {second}',

  'buildFailures.moreCharacters': '({count} weitere Zeichen)',
};
