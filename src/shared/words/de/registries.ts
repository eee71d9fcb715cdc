import type { Translation } from '../message.js';
import type { registries as english } from '../en/registries.js';

export const registries: Translation<typeof english> = {
  'registries.title': 'Registrys',
  'registries.list': 'Anmeldungen',
  'registries.reading': 'Die Anmeldungen werden gelesen',
  'registries.asking': 'Wird gefragt …',
  'registries.again': 'Erneut versuchen',
  'registries.cancel': 'Abbrechen',
  'registries.none': 'Niemand ist angemeldet',
  'registries.none.hint':
    'Eine Registry nimmt einen Push nur von jemandem an, den sie kennt. Strata fragt zuerst die Registry und behält eine Anmeldung nur, wenn sie angenommen wurde: im Schlüsselbund des Systems oder im Speicher, bis Strata beendet wird.',
  'registries.login': 'Anmelden',
  'registries.login.registry': 'Registry',
  'registries.login.registry.hint':
    'Ihre Adresse, gegebenenfalls mit Port. Ein Pfad dahinter gilt nur für das, was darunter liegt.',
  'registries.login.username': 'Benutzername',
  'registries.login.secret': 'Passwort oder Token',
  'registries.login.identity': 'Dies ist ein Identity-Token, der keinen Benutzernamen braucht',
  'registries.login.asking': '{registry} wird gefragt …',
  'registries.login.below': 'für alles unter {prefix}',
  'registries.login.who':
    '{kind, select, token {Angemeldet <b>mit einem Identity-Token</b>, {how}} other {Angemeldet <b>als {username}</b>, {how}}}',
  'registries.logout': 'Abmelden',
  'registries.logout.left': '{registry} ist noch angemeldet: {why}',
  'registries.logoutAll': 'Überall abmelden',
  'registries.logoutAll.stay': 'Angemeldet bleiben',
  'registries.logoutAll.confirm':
    '{count, plural, one {Die folgende Anmeldung wird} other {Alle # Anmeldungen werden}} aus dem Schlüsselbund und aus dieser Sitzung gelöscht. Danach verlangen Pushes und Pulls privater Images wieder eine Anmeldung.',
  'registries.logoutAll.one': '{place} als {username}',
  'registries.erased':
    '{count, plural, one {Die Anmeldung bei {names} wurde} other {Die Anmeldungen bei {names} wurden}} gelöscht.',
  'registries.erased.none': 'Es gab keine Anmeldung zu löschen.',
  'registries.erased.nothing': 'Es wurde nichts gelöscht.',
  'registries.pushesLeft':
    '{count, plural, one {Ein Push ist} other {# Pushes sind}} damit noch unterwegs, an {places}: Brechen Sie unter „Aktivität“ ab, was nicht ankommen soll.',
  'registries.keep': 'Diese Anmeldung behalten',
  'registries.keep.keychain': 'Im Schlüsselbund des Systems behalten',
  'registries.keep.session': 'Nur bis Strata beendet wird',
  'registries.kept.keychain': 'im Schlüsselbund des Systems',
  'registries.kept.keychain.over': 'im Schlüsselbund des Systems; ihre Zeit ist um',
  'registries.kept.keychain.for': 'noch {time} im Schlüsselbund des Systems',
  'registries.kept.keychain.lock':
    'im Schlüsselbund des Systems, bis der Bildschirm gesperrt oder Strata beendet wird',
  'registries.kept.keychain.quit': 'im Schlüsselbund des Systems, bis Strata beendet wird',
  'registries.kept.session.over': 'im Speicher; ihre Zeit ist um',
  'registries.kept.session.for': 'noch {time} im Speicher',
  'registries.kept.session.lock': 'im Speicher, bis der Bildschirm gesperrt oder Strata beendet wird',
  'registries.kept.session.quit': 'im Speicher, bis Strata beendet wird',
  'registries.end': 'Abmelden',
  'registries.end.never': 'Wenn ich es sage',
  'registries.end.hour': 'Nach einer Stunde',
  'registries.end.today': 'Am Ende des heutigen Tages',
  'registries.end.quit': 'Wenn Strata beendet wird',
  'registries.end.lock': 'Wenn der Bildschirm gesperrt oder Strata beendet wird',
  'registries.allowed': 'Erlaubt',
  'registries.allowed.http': 'Ohne Verschlüsselung, wo https nicht antwortet',
  'registries.allowed.service': 'Ihre Passwörter gehen an {host}',
  'registries.allowed.takeBack': 'Zurücknehmen',
  'registries.allowed.takeBackFor': 'Für {registry} zurücknehmen',
  'registries.helper':
    '{helper} ist hier installiert und braucht kein Passwort: In dockers Konfiguration für diese Registry eingetragen, nutzt es auch Strata.',
  'registries.hint.here': 'Dieser Computer',
  'registries.hint.hub':
    'Ihre Docker-ID und ein persönlicher Zugriffstoken mit dem Recht zu lesen und zu schreiben.',
  'registries.hint.github':
    'Ihr GitHub-Name und ein klassischer persönlicher Zugriffstoken mit „write:packages“.',
  'registries.hint.gitlab': 'Ihr GitLab-Name und ein Zugriffs- oder Deploy-Token mit „write_registry“.',
  'registries.hint.quay': 'Ihr Name oder ein Robot-Konto, etwa „team+robot“, und dessen Token.',
  'registries.hint.amazon':
    'Der Benutzername ist AWS; „aws ecr get-login-password“ gibt ein Passwort für zwölf Stunden aus.',
  'registries.hint.google':
    'Der Benutzername ist oauth2accesstoken; „gcloud auth print-access-token“ gibt ein Passwort für eine Stunde aus.',
  'registries.hint.azure': 'Name und Passwort eines Tokens oder ein Dienstprinzipal.',
  'registries.hint.local': 'Eine Registry auf diesem Computer, ohne Verschlüsselung erreicht.',
};
