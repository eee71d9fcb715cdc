import type { Translation } from '../message.js';
import type { settings as english } from '../en/settings.js';

export const settings: Translation<typeof english> = {
  'settings.title': 'Einstellungen',
  'settings.theme': 'Farbschema',
  'settings.theme.system': 'Wie das System',
  'settings.theme.light': 'Hell',
  'settings.theme.dark': 'Dunkel',
  'settings.theme.contrast': 'Hoher Kontrast',
  'settings.language': 'Sprache',
  'settings.language.system': 'Wie das System ({language})',

  'settings.zoom': 'Zoom',
  'settings.zoom.smaller': 'Kleiner',
  'settings.zoom.larger': 'Größer',
  'settings.zoom.actual': 'Originalgröße',

  'settings.notices': 'Benachrichtigungen',
  'settings.notices.wanted':
    'Melden, wenn ein Build, Push oder Pull endet, während ein anderes Fenster vorn ist',

  'settings.history': 'Build-Verlauf',
  'settings.history.used': '{builds, plural, one {# Build} other {# Builds}}, {size} belegt.',
  'settings.history.damaged':
    '{count, plural, one {Ein Eintrag war nicht lesbar und liegt beiseite im Ordner „builds/damaged“.} other {# Einträge waren nicht lesbar und liegen beiseite im Ordner „builds/damaged“.}}',
  'settings.history.limit': 'Höchstens behalten',
  'settings.history.clear': 'Build-Verlauf leeren',
  'settings.history.order':
    'Die ältesten Builds gehen zuerst; der letzte jedes Projekts bleibt, solange er Platz hat.',
  'settings.history.clear.question': 'Den Build-Verlauf leeren?',
  'settings.history.clear.verb': 'Verlauf leeren',
  'settings.history.clear.what':
    'Was frühere Builds taten, sagten und brauchten, wird für alle Projekte vergessen, ebenso die beobachteten Bewegungen von Tags. Images und der Cache der Engine bleiben.',

  'settings.foreign': 'Ein fremder Rechner',
  'settings.foreign.on': 'Dieser Rechner ist nicht meiner',
  'settings.foreign.off': 'Dieser Rechner ist wieder meiner',
  'settings.foreign.restart': 'Strata neu starten',
  'settings.foreign.next.on': 'Ab dem nächsten Start behält Strata hier nichts.',
  'settings.foreign.next.off': 'Ab dem nächsten Start merkt sich Strata wieder etwas.',
  'settings.foreign.inMemory':
    'Von diesem Lauf bleibt nichts auf diesem Rechner. Was geschrieben wird, liegt nur im Arbeitsspeicher.',
  'settings.foreign.onDisk':
    'Von diesem Lauf bleibt nichts auf diesem Rechner. Was geschrieben wird, liegt bis zum Ende auf der Festplatte, in einem Ordner, den nur Sie lesen können.',
  'settings.foreign.erased': 'Bei diesem Start gelöscht: {names}.',
  'settings.foreign.means':
    'Solange er fremd ist, gelten Anmeldungen, bis Strata beendet wird, und kein Verlauf von Projekten und Registrys überdauert das; was ein Absturz zurücklässt, wird beim nächsten Start gelöscht. Images und dockers eigene Konfiguration bleiben.',
  'settings.foreign.question': 'Auf diesem Rechner nichts behalten?',
  'settings.foreign.verb': 'Nichts behalten',
  'settings.foreign.cancel': 'Abbrechen',
  'settings.foreign.here': 'Was schon hier ist',
  'settings.foreign.here.erase':
    'Jetzt überall abmelden und beim nächsten Start Verläufe, Einstellungen und Protokolle löschen',
  'settings.foreign.here.leave': 'Unbenutzt lassen, bis dieser Rechner wieder meiner ist',

  'settings.helper': 'Dockers Anmeldungen',
  'settings.helper.means':
    'docker und andere Werkzeuge können Strata nach den Anmeldungen im Schlüsselbund fragen, über <helper>docker-credential-strata</helper>: Dann schreibt <code>docker login</code> kein Passwort in eine Datei.',
  'settings.helper.all': 'docker fragt Strata für alle Registrys',
  'settings.helper.path':
    'docker findet den Helfer nur, wenn sein Ordner in PATH steht. {folder} im Profil der Shell zu PATH hinzufügen.',
  'settings.helper.list': 'Registrys, für die docker Strata fragt',
  'settings.helper.stop': 'Beenden',
  'settings.helper.stop.name': 'Für {registry} beenden',
  'settings.helper.one': 'Nur für eine Registry',
  'settings.helper.add': 'Hinzufügen',
  'settings.helper.on.question': 'Soll docker Strata fragen?',
  'settings.helper.on.verb': 'Einschalten',
  'settings.helper.on.what':
    'Dockers Konfiguration nennt Strata als Helfer. Anmeldungen in der Datei selbst werden dann nicht benutzt: Unter „Registrys“ lassen sie sich in den Schlüsselbund verschieben.',
  'settings.helper.off.question': 'Soll docker Strata nicht mehr fragen?',
  'settings.helper.off.verb': 'Ausschalten',
  'settings.helper.off.what':
    'Was vorher da war, kommt zurück. Die Anmeldungen bleiben im Schlüsselbund, für Strata allein.',
  'settings.helper.keep': 'So lassen',

  'settings.engine': 'Engine',
  'settings.engine.endpoint': 'Endpunkt',
  'settings.engine.origin': 'Gewählt durch',
  'settings.engine.version': 'Version',
  'settings.engine.connecting': 'Verbinden…',
  'settings.engine.classic': 'klassischer Builder',
  'settings.origin.DOCKER_HOST': 'Von DOCKER_HOST genannt',
  'settings.origin.context': 'Von einem docker-Kontext genannt',
  'settings.origin.contextNamed': 'Vom docker-Kontext „{name}“ genannt',
  'settings.origin.default': 'Dockers Vorgabe auf diesem Rechner',
  'settings.origin.found': 'Gefunden, wo {name} seinen Socket anlegt',
  'settings.origin.foundUnnamed': 'Gefunden, wo ein bekanntes Programm seinen Socket anlegt',

  'settings.runtime': 'Laufzeit',
  'settings.runtime.electron': '{electron}, mit Chrome {chrome} und Node {node}',
  'settings.runtime.which': 'Welche',
  'settings.runtime.packaged': 'Die, mit der Strata gepackt wurde',
  'settings.runtime.official': 'Die offizielle, für die diese Version von Strata gemacht ist',
  'settings.runtime.override': 'Die, die ELECTRON_OVERRIDE_DIST_PATH nennt',
  'settings.runtime.compatibility':
    'Die Kompatibilitätslaufzeit: ein älteres Electron zum Entwickeln, wo sich die offizielle nicht laden lässt',
  'settings.sandbox': 'Sandbox',
  'settings.sandbox.on': 'Ein',
  'settings.sandbox.off':
    'Aus, da Strata als root läuft und Chromium für root keine Sandbox zulässt. Als anderer Benutzer gestartet, ist sie ein.',

  'settings.files': 'Dateien',
  'settings.files.home': 'Strata schreibt nach',
  'settings.files.home.copy': 'Ordner kopieren',
  'settings.files.log': 'Protokoll',
  'settings.files.log.copy': 'Pfad des Protokolls kopieren',

  'settings.about': 'Über Strata',
  'settings.about.report': 'Bericht kopieren…',
  'settings.about.what':
    'Der Bericht sagt, welche Versionen laufen und wie das Protokoll endet. Sie sehen ihn, bevor er kopiert wird.',
};
