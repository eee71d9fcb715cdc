import type { Translation } from '../message.js';
import type { shell as english } from '../en/shell.js';

export const shell: Translation<typeof english> = {
  'shell.menu.file': '&Datei',
  'shell.menu.edit': 'Bearbeiten',
  'shell.menu.image': '&Image',
  'shell.menu.build': '&Build',
  'shell.menu.registry': '&Registry',
  'shell.menu.go': '&Gehe zu',
  'shell.menu.view': '&Ansicht',
  'shell.menu.window': 'Fenster',
  'shell.menu.help': '&Hilfe',
  'shell.menu.settings': 'Einstellungen…',
  'shell.menu.about': 'Über Strata',
  'shell.menu.services': 'Dienste',
  'shell.menu.hide': 'Strata ausblenden',
  'shell.menu.hideOthers': 'Andere ausblenden',
  'shell.menu.unhide': 'Alle einblenden',
  'shell.menu.quit': 'Beenden',
  'shell.menu.quitStrata': 'Strata beenden',
  'shell.menu.exit': 'Beenden',
  'shell.menu.close': 'Schließen',
  'shell.menu.closeWindow': 'Fenster schließen',
  'shell.menu.reload': 'Neu laden',
  'shell.menu.toggleDevTools': 'Entwicklerwerkzeuge ein/aus',
  'shell.menu.togglefullscreen': 'Vollbild ein/aus',
  'shell.menu.undo': 'Rückgängig',
  'shell.menu.redo': 'Wiederholen',
  'shell.menu.cut': 'Ausschneiden',
  'shell.menu.copy': 'Kopieren',
  'shell.menu.paste': 'Einfügen',
  'shell.menu.pasteAndMatchStyle': 'Einfügen und Stil anpassen',
  'shell.menu.delete': 'Löschen',
  'shell.menu.selectAll': 'Alles auswählen',
  'shell.menu.speech': 'Sprachausgabe',
  'shell.menu.startSpeaking': 'Sprachausgabe starten',
  'shell.menu.stopSpeaking': 'Sprachausgabe stoppen',
  'shell.menu.minimize': 'Minimieren',
  'shell.menu.zoom': 'Zoomen',
  'shell.menu.front': 'Alle nach vorne bringen',

  'shell.file.all': 'Alle Dateien',
  'shell.file.archives': 'Archive',
  'shell.file.saveArchive': 'Archiv speichern',
  'shell.file.loadArchive': 'Archiv laden',
  'shell.file.project': 'Projektordner wählen',
  'shell.file.save': 'Datei speichern',
  'shell.file.folder': 'Ordner wählen, in dem „{name}“ gespeichert wird',

  'shell.close.running': '{count, plural, one {„{title}“ läuft noch} other {# Jobs laufen noch}}',
  'shell.close.running.detail':
    'Wird Strata geschlossen, bricht ab, was läuft. Fertige Build-Schritte bleiben im Cache der Engine.',
  'shell.close.unsaved':
    '{count, plural, one {{file} ist nicht gespeichert} other {# Dateien sind nicht gespeichert}}',
  'shell.close.unsaved.detail': 'Wird das Fenster geschlossen, geht das Geschriebene verloren.',
  'shell.close.both': '{running}, und {unsaved}',
  'shell.close.stay': 'Hierbleiben',
  'shell.close.cancelJobs': 'Abbrechen und schließen',
  'shell.close.loseText': 'Schließen, ohne zu speichern',

  'shell.link.question': 'Diesen Link im Browser öffnen?',
  'shell.link.where': 'Er führt zu {host}:',
  'shell.link.stay': 'Hierbleiben',
  'shell.link.open': 'Im Browser öffnen',
  'shell.link.failed': 'Der Link ließ sich nicht öffnen',
  'shell.link.failed.detail': 'Das System hat keinen Browser dafür geöffnet.',
  'shell.link.failed.remedy': 'Den Link kopieren und dort öffnen.',

  'shell.notice.done': 'Fertig',
  'shell.notice.failed': 'Fehlgeschlagen',

  'shell.watchdog.hung': 'Das Fenster von Strata reagiert nicht',
  'shell.watchdog.hung.detail':
    'Es ist vielleicht beschäftigt, oder es hängt. Builds, Pushes und andere Jobs laufen weiter und stehen danach unter „Aktivität“.',
  'shell.watchdog.died': 'Das Fenster von Strata ist abgestürzt',
  'shell.watchdog.died.detail':
    'Was geschrieben und nicht gespeichert wurde, ist verloren. Builds, Pushes und andere Jobs laufen weiter und stehen danach unter „Aktivität“.',
  'shell.watchdog.reload': 'Neu laden',
  'shell.watchdog.wait': 'Warten',
  'shell.watchdog.close': 'Schließen',

  'shell.foreign.unmarked': 'Dass dieser Rechner fremd ist, lässt sich nicht merken',
  'shell.foreign.unmarked.detail': 'Die Markierung in {folder} lässt sich nicht schreiben oder entfernen.',
  'shell.foreign.unmarked.remedy':
    'Rechte des Ordners und freien Speicherplatz prüfen, dann erneut versuchen.',
  'shell.foreign.busy': 'Strata kann jetzt nicht neu starten',
  'shell.foreign.busy.detail':
    'Ein Build, ein Push oder andere Arbeit läuft, oder ein Dockerfile hat ungespeicherte Änderungen.',
  'shell.foreign.busy.remedy': 'Abschließen oder abbrechen, dann erneut versuchen.',
  'shell.foreign.left': 'Auf diesem Rechner ist etwas übrig',
  'shell.foreign.left.detail':
    'Strata konnte {folder} nicht löschen. Beim nächsten Start wird es erneut versucht; oder den Ordner von Hand löschen.',
};
