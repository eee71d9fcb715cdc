import type { Translation } from '../message.js';
import type { dockerConfig as english } from '../en/docker-config.js';

export const dockerConfig: Translation<typeof english> = {
  'dockerConfig.title': 'Dockers eigene Konfiguration',
  'dockerConfig.reading': 'Dockers Konfiguration wird gelesen',
  'dockerConfig.unreadable': '{file} lässt sich nicht lesen: {problem}',
  'dockerConfig.missingHelper':
    '{program} ist hier eingetragen, aber nicht installiert: Weder docker noch Strata können die Anmeldungen nutzen, die es aufbewahrt.',
  'dockerConfig.empty': 'Dort liegt keine Anmeldung.',
  'dockerConfig.hint':
    'Strata nimmt dockers Anmeldungen, wo es keine eigene hat, und schreibt in diese Datei nur, wenn Sie es verlangen.',
  'dockerConfig.dockers': 'von docker',
  'dockerConfig.logout': 'Abmelden …',
  'dockerConfig.logoutOf': '{registry} in dockers Konfiguration abmelden',
  'dockerConfig.loggedIn':
    '{kind, select, token {Angemeldet mit einem Identity-Token} other {Angemeldet als {username}}}',
  'dockerConfig.unusable': 'Was dort liegt, lässt sich weder nutzen noch verschieben',
  'dockerConfig.origin':
    '{kind, select, token {Angemeldet mit einem Identity-Token, aus dockers Konfiguration} other {Angemeldet als {username}, aus dockers Konfiguration}}',
  'dockerConfig.origin.nobody': 'Angemeldet, aus dockers Konfiguration',
  'dockerConfig.origin.helper': 'Für docker aufbewahrt, aus {program}',
  'dockerConfig.plain': 'offenes Base64',
  'dockerConfig.plain.list': 'In offenem Base64',
  'dockerConfig.plain.warning':
    '{count, plural, one {Eine Anmeldung liegt} other {# Anmeldungen liegen}} hier in offenem Base64: Wer diese Datei lesen kann, kann das Passwort lesen.',
  'dockerConfig.plain.elsewhere': '{who}, in {file}, das docker seit Version 23 nicht mehr liest',
  'dockerConfig.plain.unused': '{who}, ungenutzt: docker fragt stattdessen einen Helfer',
  'dockerConfig.plain.hint':
    'Eine verschobene Anmeldung gehört Strata: Es pusht und pullt damit. Docker selbst findet sie nicht mehr, außer es fragt Strata (Einstellungen, „Anmeldungen von docker“).',
  'dockerConfig.move': 'In den Schlüsselbund verschieben',
  'dockerConfig.move.one': '{registry} in den Schlüsselbund verschieben',
  'dockerConfig.moved': 'In den Schlüsselbund verschoben',
  'dockerConfig.moved.one':
    '{kind, select, token {Die Anmeldung bei {registry} mit einem Identity-Token} other {Die Anmeldung bei {registry} als {username}}} ist jetzt im Schlüsselbund und nicht mehr in dockers Datei.',
  'dockerConfig.moved.hint':
    'Dies lässt sich rückgängig machen, bis das Fenster geschlossen wird. Docker selbst findet Verschobenes nicht mehr, außer es fragt Strata (Einstellungen, „Anmeldungen von docker“).',
  'dockerConfig.putBack': 'Zurücklegen',
  'dockerConfig.putBack.one': '{registry} zurücklegen',
  'dockerConfig.helped': 'Von einem Credential-Helper aufbewahrt, außerhalb dieser Datei:',
  'dockerConfig.helped.list': 'Von einem Helfer aufbewahrt',
  'dockerConfig.helped.missing': '{program}, nicht installiert',
  'dockerConfig.erase': 'Dockers eigene Anmeldung löschen?',
  'dockerConfig.erase.verb': 'Löschen',
  'dockerConfig.erase.this': 'Löschen …',
  'dockerConfig.erase.one': '{registry} aus dockers Konfiguration löschen',
  'dockerConfig.erase.what':
    'Docker hat eine Anmeldung für {place} in seiner eigenen Konfiguration. Das fällt weg:',
  'dockerConfig.eraseAll': 'Dockers eigene Anmeldungen löschen?',
  'dockerConfig.eraseAll.verb': 'Alle löschen',
  'dockerConfig.eraseAll.what':
    'Docker hat eigene Anmeldungen, und Strata nutzt sie, wo es keine hat. Das fällt weg:',
};
