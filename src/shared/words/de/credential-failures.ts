import type { Translation } from '../message.js';
import type { credentialFailures as english } from '../en/credential-failures.js';

export const credentialFailures: Translation<typeof english> = {
  'credentialFailures.file.form': 'Sie hat nicht die Form, die docker schreibt.',
  'credentialFailures.file.nested': 'Sie ist zu tief verschachtelt.',
  'credentialFailures.file.json': 'Sie ist kein gültiges JSON.',

  'credentialFailures.dockersNotErased': 'Dockers Anmeldung bei {registry} wurde nicht gelöscht',
  'credentialFailures.dockersNotErased.remedy': '„docker logout {registry}“ in einem Terminal versuchen.',

  'credentialFailures.launcher': 'Docker kann Stratas Helfer nicht bekommen',
  'credentialFailures.launcher.detail': '{path} gibt es schon, und es ist nicht von Strata.',
  'credentialFailures.launcher.remedy': 'Diese Datei verschieben und es dann erneut versuchen.',

  'credentialFailures.gone': 'Diese Anmeldung gibt es nicht mehr',
  'credentialFailures.gone.detail': '{path} hat sich seit dem Lesen geändert.',
  'credentialFailures.gone.remedy': 'Die Liste erneut ansehen.',
  'credentialFailures.hasAnother': 'Strata hat schon eine Anmeldung bei {registry}',
  'credentialFailures.hasAnother.detail': 'Sie ist für {username} und nicht die aus dockers Datei.',
  'credentialFailures.hasAnother.remedy': 'Zuerst von einer der beiden abmelden.',
  'credentialFailures.notReadBack': 'Die Anmeldung bei {registry} wurde nicht verschoben',
  'credentialFailures.notReadBack.detail':
    'Der Schlüsselbund nahm sie an, gab sie aber nicht unverändert zurück. Dockers Datei blieb unverändert.',
  'credentialFailures.noWayBack': 'Der Weg zurück ist nicht mehr offen',
  'credentialFailures.noWayBack.detail':
    'Er bleibt offen, bis das Fenster geschlossen wird oder Sie sich dort abmelden.',
  'credentialFailures.noWayBack.remedy':
    'Mit docker selbst anmelden, wenn es die Anmeldung in seiner Datei behalten soll.',

  'credentialFailures.changed.notPlanned': 'Sie ist nicht mehr vorgesehen. Es wurde nichts geschrieben.',
  'credentialFailures.changed.file':
    '{path} ist nicht mehr, wie es gezeigt wurde. Es wurde nichts geschrieben.',
  'credentialFailures.unreadable': 'Dockers Konfiguration lässt sich nicht lesen',
  'credentialFailures.file': 'Die Datei ist {path}.',
  'credentialFailures.unreadable.remedy': 'Die Datei reparieren oder beiseitelegen.',
  'credentialFailures.changed': 'Dockers Konfiguration hat sich inzwischen geändert',
  'credentialFailures.changed.remedy': 'Die Änderung erneut ansehen.',

  'credentialFailures.notChanged': 'Dockers Konfiguration konnte nicht geändert werden',
  'credentialFailures.notChanged.busy': 'Ein anderes Programm schreibt fortwährend in {path}.',
  'credentialFailures.notChanged.busy.remedy': 'Docker fertig werden lassen und es dann erneut versuchen.',
  'credentialFailures.notChanged.detail': 'Die Datei {path} ist, wie sie war.',
  'credentialFailures.freeSpace': 'Platz auf dem Datenträger schaffen.',
  'credentialFailures.notChanged.permissions':
    'Die Rechte der Datei und ihres Ordners prüfen, und ob docker sie lesen kann.',

  'credentialFailures.file.forbidden': 'Strata darf es nicht.',

  'credentialFailures.index.read': 'Die Liste der Anmeldungen lässt sich nicht lesen',
  'credentialFailures.index.write': 'Die Liste der Anmeldungen lässt sich nicht schreiben',
  'credentialFailures.index.damaged': 'Die Liste der Anmeldungen war beschädigt',
  'credentialFailures.index.damaged.detail':
    'Sie liegt jetzt beiseite als {aside}. Der Schlüsselbund hat die Passwörter noch, aber Strata weiß nicht mehr, welche.',
  'credentialFailures.index.damaged.remedy': 'Wo nötig, erneut anmelden; das ersetzt das alte Passwort.',
  'credentialFailures.permissions': 'Die Rechte der Datei und ihres Ordners prüfen.',

  'credentialFailures.prefix': '„{prefix}“ kann nicht der Anfang eines Repository-Namens sein',
  'credentialFailures.prefix.detail':
    'Namen werden dort kleingeschrieben, mit Teilen zwischen Schrägstrichen.',
  'credentialFailures.prefix.remedy':
    '{registry} allein für die ganze Registry eingeben, oder {registry}/team für das, was darunter liegt.',

  'credentialFailures.nothingKept': 'Auf diesem Computer wird nichts behalten',
  'credentialFailures.nothingKept.detail':
    'Sie haben angegeben, dass er nicht Ihnen gehört; Anmeldungen gelten daher, bis Strata beendet wird.',
  'credentialFailures.nothingKept.remedy':
    '„Nur bis Strata beendet wird“ wählen oder in den Einstellungen angeben, dass der Computer Ihnen gehört.',

  'credentialFailures.nul': 'Diese Anmeldung lässt sich nicht behalten',
  'credentialFailures.nul.detail': 'Der Benutzername oder das Passwort enthält ein NUL-Zeichen.',
  'credentialFailures.nul.remedy': 'Neu eintippen statt einfügen.',
  'credentialFailures.notErased': 'Die Anmeldung bei {place} konnte nicht gelöscht werden',
  'credentialFailures.notErased.detail': 'Der Schlüsselbund hat sie noch.',
  'credentialFailures.notErased.remedy':
    'Erneut versuchen oder den Eintrag „{service}“ mit dem eigenen Programm des Schlüsselbunds entfernen.',

  'credentialFailures.address.username': 'Diese Adresse enthält einen Benutzernamen',
  'credentialFailures.address.username.detail': 'Hier nur den Host angeben.',
  'credentialFailures.address': '„{text}“ ist keine Adresse einer Registry',
  'credentialFailures.address.host': 'Es ist ein Hostname, gegebenenfalls mit Port.',
  'credentialFailures.address.short': 'Ein Host ohne Punkt oder Port kann nicht in einem Image-Namen stehen.',
  'credentialFailures.address.remedy':
    'Eine Adresse sieht aus wie docker.io, ghcr.io oder registry.example.com:5000.',

  'credentialFailures.keychain.title.linux': 'Der Schlüsselbund des Systems ist nicht verwendbar',
  'credentialFailures.keychain.title.darwin': 'Der macOS-Schlüsselbund ist nicht verwendbar',
  'credentialFailures.keychain.title.win32': 'Die Windows-Anmeldeinformationsverwaltung ist nicht verwendbar',
  'credentialFailures.keychain.no-bus':
    'Es gibt keine D-Bus-Sitzung, über die Programme den Schlüsselbund erreichen.',
  'credentialFailures.keychain.no-service':
    'Es läuft kein Schlüsselbund: Nichts antwortet als Secret Service.',
  'credentialFailures.keychain.locked': 'Er ist gesperrt.',
  'credentialFailures.keychain.denied': 'Strata durfte ihn nicht verwenden.',
  'credentialFailures.keychain.hangs':
    'Er antwortete nicht rechtzeitig. Vielleicht wartet er darauf, entsperrt zu werden.',
  'credentialFailures.keychain.ended': 'Er endete, bevor er antwortete.',
  'credentialFailures.keychain.too-long': 'Das Passwort oder der Token ist dafür zu lang.',
  'credentialFailures.keychain.other': 'Er lehnte ab, aus dem unten genannten Grund.',
  'credentialFailures.keychain.not-loaded.linux':
    'Der Teil von Strata, der mit dem Schlüsselbund des Systems spricht, konnte nicht geladen werden.',
  'credentialFailures.keychain.not-loaded.darwin':
    'Der Teil von Strata, der mit dem macOS-Schlüsselbund spricht, konnte nicht geladen werden.',
  'credentialFailures.keychain.not-loaded.win32':
    'Der Teil von Strata, der mit der Windows-Anmeldeinformationsverwaltung spricht, konnte nicht geladen werden.',
  'credentialFailures.keychain.unlock.linux':
    'Ihn mit seinem eigenen Programm (etwa „Passwörter und Verschlüsselung“) entsperren und es erneut versuchen, oder „Nur bis Strata beendet wird“ wählen.',
  'credentialFailures.keychain.unlock.darwin':
    'In der Schlüsselbundverwaltung „Anmeldung“ entsperren und es erneut versuchen, oder „Nur bis Strata beendet wird“ wählen.',
  'credentialFailures.keychain.unlock.win32':
    'Erneut bei Windows anmelden und es noch einmal versuchen, oder „Nur bis Strata beendet wird“ wählen.',
  'credentialFailures.keychain.again': 'Erneut versuchen, oder „Nur bis Strata beendet wird“ wählen.',
  'credentialFailures.keychain.installLibrary':
    'libsecret installieren (Paket libsecret-1-0), oder „Nur bis Strata beendet wird“ wählen.',
  'credentialFailures.keychain.installStrata':
    'Strata erneut installieren, oder „Nur bis Strata beendet wird“ wählen.',
  'credentialFailures.keychain.remedy.no-bus':
    'Strata aus einer Desktop-Sitzung starten, oder „Nur bis Strata beendet wird“ wählen.',
  'credentialFailures.keychain.remedy.no-service':
    'GNOME Keyring oder KWallet installieren und starten, oder „Nur bis Strata beendet wird“ wählen.',
  'credentialFailures.keychain.remedy.denied':
    'Erneut versuchen und es erlauben, oder „Nur bis Strata beendet wird“ wählen.',
  'credentialFailures.keychain.remedy.too-long':
    'Einen kürzeren Token verwenden, oder „Nur bis Strata beendet wird“ wählen.',

  'credentialFailures.helper.missing': '{helper} ist nicht installiert',
  'credentialFailures.helper.lineBreak': 'die Adresse enthält einen Zeilenumbruch',
  'credentialFailures.helper.hangs': '{helper} antwortete nicht rechtzeitig',
  'credentialFailures.helper.notStarted': '{helper} konnte nicht gestartet werden',
  'credentialFailures.helper.tooMuch': '{helper} sagte mehr, als eine Anmeldung sein kann',
  'credentialFailures.helper.ended': '{helper} endete mit {code}',
  'credentialFailures.helper.unreadable': '{helper} gab keine lesbare Antwort',

  'credentialFailures.dockersNotErased.detail': '{why}. Dockers Dateien blieben unverändert.',

  'credentialFailures.file.noFile': 'es ist keine Datei',
  'credentialFailures.file.large': 'es ist größer als 1 MB',
  'credentialFailures.file.noText': 'es ist kein Text in UTF-8',
};
