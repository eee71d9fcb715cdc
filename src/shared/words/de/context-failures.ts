import type { Translation } from '../message.js';
import type { contextFailures as english } from '../en/context-failures.js';

export const contextFailures: Translation<typeof english> = {
  'contextFailures.noFolder': '{folder} ist kein Ordner',
  'contextFailures.noFolder.detail': 'Ein Projekt ist ein Ordner mit einem Dockerfile darin.',
  'contextFailures.noFolder.remedy': 'Den Ordner wählen, in dem die Datei liegt.',
  'contextFailures.folder.missing': 'Den Ordner {folder} gibt es nicht',
  'contextFailures.folder.unreadable': 'Der Ordner {folder} lässt sich nicht lesen',
  'contextFailures.folder.missing.detail':
    'Er wurde verschoben, umbenannt oder gelöscht, oder es gab ihn nie.',
  'contextFailures.folder.unreadable.detail': 'Das System lässt Strata nicht hineinsehen.',
  'contextFailures.folder.missing.remedy': 'Den Pfad prüfen oder den Ordner erneut wählen.',
  'contextFailures.folder.unreadable.remedy': 'Seine Rechte ändern oder einen anderen Ordner wählen.',

  'contextFailures.changed': '{name} hat sich inzwischen geändert',
  'contextFailures.changed.shown':
    'Ein anderes Programm oder Sie selbst haben die Datei geschrieben, nachdem sie hier gezeigt wurde.',
  'contextFailures.changed.again': 'Erneut ansehen: Es wurde nichts geschrieben.',
  'contextFailures.notChanged': '{name} wird nicht geändert',
  'contextFailures.leadsOut': 'Es ist ein Link auf eine Datei außerhalb des Projektordners.',
  'contextFailures.leadsOut.remedy': 'Diese Datei selbst ändern oder den Link durch eine Datei ersetzen.',
  'contextFailures.noText':
    'Sie ist kein gültiges UTF-8; Strata kann daher den Rest nicht so lassen, wie er ist.',
  'contextFailures.noText.remedy': 'Als UTF-8 speichern.',

  'contextFailures.pattern': '{name} enthält ein Muster, das nichts bedeutet',
  'contextFailures.pattern.detail': '„{pattern}“ kann auf keinen Pfad passen; die Engine würde es ablehnen.',
  'contextFailures.pattern.remedy':
    'Das Muster korrigieren oder einen Backslash vor ein Zeichen setzen, das wörtlich gemeint ist.',

  'contextFailures.lookedAnew.all': 'Der Kontext wurde neu durchgesehen',
  'contextFailures.lookedAnew': '{path} wurde neu durchgesehen',
  'contextFailures.lookedAnew.detail': 'Was zuvor gefunden wurde, wird nicht mehr behalten.',
  'contextFailures.lookedAnew.remedy': 'Erneut ansehen.',
  'contextFailures.survey': 'Der Kontext konnte nicht durchgesehen werden',
  'contextFailures.survey.detail': 'Etwas ging schief, das Strata nicht vorhersah.',
  'contextFailures.survey.remedy': 'Erneut ansehen. Geschieht es wieder, bitte mit dem Protokoll melden.',

  'contextFailures.folder.gone': 'Der Ordner {folder} ist weg',
  'contextFailures.folder.gone.detail': 'Er wurde verschoben, umbenannt oder gelöscht.',
  'contextFailures.folder.gone.remedy': 'Den Projektordner erneut wählen.',
  'contextFailures.cantSend': '{path} kann nicht gesandt werden',
  'contextFailures.badName': 'Der Name ist kein gültiges UTF-8.',
  'contextFailures.badName.remedy':
    'Umbenennen oder in .dockerignore nennen, falls der Build es nicht braucht.',
  'contextFailures.unsendable.remedy': 'Entfernen oder in .dockerignore nennen.',
  'contextFailures.unreadable': '{path} lässt sich nicht lesen',
  'contextFailures.unreadable.denied': 'Sie dürfen es nicht lesen.',
  'contextFailures.unreadable.error': 'Das System meldete beim Lesen einen Fehler.',
  'contextFailures.unreadable.remedy':
    'Die Rechte ändern oder in .dockerignore nennen, falls der Build es nicht braucht.',
  'contextFailures.unsteady': '{path} änderte sich, während es gesandt wurde',
  'contextFailures.unsteady.gone': 'Es wurde gelöscht oder umbenannt.',
  'contextFailures.unsteady.shorter': 'Es wurde kürzer.',
  'contextFailures.unsteady.remedy': 'Erneut bauen, wenn nichts in den Projektordner schreibt.',
  'contextFailures.unwritable': '{name} lässt sich nicht schreiben',
  'contextFailures.unwritable.full': 'Es ist kein Platz mehr.',
  'contextFailures.unwritable.denied': 'Das System lässt Strata nicht schreiben.',
  'contextFailures.unwritable.full.remedy': 'Platz schaffen und es dann erneut versuchen.',
  'contextFailures.unwritable.denied.remedy': 'Die Rechte der Datei und ihres Ordners ändern.',

  'contextFailures.nobodyLooks': 'Niemand sieht den Kontext mehr an',

  'contextFailures.noDockerfile': 'In {folder} gibt es kein {dockerfile}',
  'contextFailures.noDockerfile.detail': 'Ein Build folgt einem Dockerfile, und {path} gibt es nicht.',
  'contextFailures.noDockerfile.remedy':
    'Ein anderes Dockerfile oder einen anderen Ordner wählen, oder eines schreiben.',
  'contextFailures.dockerfile.outside':
    'Es liegt außerhalb des Projektordners, und nur was darin ist, wird an die Engine gesandt.',
  'contextFailures.dockerfile.noFile': 'Es ist keine Datei.',
  'contextFailures.dockerfile.large': 'Es ist größer als 2 MB; so groß ist kein Dockerfile.',
  'contextFailures.dockerfile': '{name} ist nicht verwendbar',
  'contextFailures.dockerfile.remedy': 'Ein anderes Dockerfile wählen.',

  'contextFailures.changed.moved':
    'Es wurde verschoben, umbenannt oder gelöscht, nachdem es hier gelesen wurde.',
  'contextFailures.changed.written':
    'Ein anderes Programm oder Sie selbst haben es geschrieben, nachdem es hier gelesen wurde.',
  'contextFailures.unwritable.noFolder': 'Den Ordner, in dem es lag, gibt es nicht mehr.',
  'contextFailures.unwritable.noFolder.remedy':
    'Den Ordner wieder anlegen oder den Text dorthin kopieren, wo er gebraucht wird.',
  'contextFailures.notWritten': '{name} wird nicht geschrieben',
  'contextFailures.notWritten.large': 'Es wäre größer als 2 MB; so groß ist kein Dockerfile.',
  'contextFailures.notWritten.large.remedy':
    'Kürzer machen: Was so groß ist, gehört in eine Datei des Kontexts.',
  'contextFailures.changed.remedy':
    'Ansehen, wie es jetzt ist, und dann eines von beiden behalten: Es wurde nichts geschrieben.',

  'contextFailures.unsendable.socket':
    'Es ist ein Socket, und nur Dateien, Ordner und Links können Teil eines Images sein.',
  'contextFailures.unsendable.pipe':
    'Es ist eine Pipe, und nur Dateien, Ordner und Links können Teil eines Images sein.',
  'contextFailures.unsendable.device':
    'Es ist ein Gerät, und nur Dateien, Ordner und Links können Teil eines Images sein.',
};
