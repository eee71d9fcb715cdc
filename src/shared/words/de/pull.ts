import type { Translation } from '../message.js';
import type { pull as english } from '../en/pull.js';

export const pull: Translation<typeof english> = {
  'pull.title': 'Pullen',
  'pull.image': 'Image',
  'pull.image.hint':
    'Ein Name ohne Registry meint Docker Hub, einer ohne Tag „latest“. Ein Doppelpunkt listet die Tags auf.',
  'pull.names': 'Namen',
  'pull.close': 'Schließen',
  'pull.cancel': 'Pull abbrechen',
  'pull.open': 'Image öffnen',
  'pull.byLayer': 'Nach Layern',
  'pull.byLayer.each': 'Was mit jedem Layer geschieht',
  'pull.layer.here': 'ist hier',
  'pull.layer.fetched': 'wird geholt',
  'pull.tags.failed': 'Die Registry listet die Tags von {repository} nicht auf: {detail}',
  'pull.tags.some': 'Es gibt mehr Tags, als hier aufgelistet sind; jeder davon lässt sich eingeben.',

  'pull.offer': 'Was die Registry hat',
  'pull.offer.failed': 'Die Registry sagt nicht, was sie hat: {detail}',
  'pull.offer.asking': 'Die Registry wird gefragt …',
  'pull.platform': 'Plattform',
  'pull.platform.none': 'Nicht gewählt',
  'pull.platform.engines': '{name} (die dieser Engine)',
  'pull.platform.other':
    'Dieses Image gibt es nur für {platform}; diese Engine ist {engine}. Seine Programme laufen hier womöglich nicht.',
  'pull.fetch.noImage': 'Die Registry hat etwas unter diesem Namen, aber kein Image darin.',
  'pull.fetch.onlyOther':
    'Dieses Image gibt es nur für {platforms} und nicht für diese Engine, die {engine} ist. Wählen Sie eine Plattform, um es trotzdem zu pullen.',
  'pull.fetch.same': 'Aktuell: Die Registry hat das Image, das schon hier ist.',
  'pull.fetch.settings': 'Alle Layer sind schon hier: Nur die Einstellungen werden geholt.',
  'pull.fetch.all': '{total} in {count, plural, one {# Layer} other {# Layern}} zu holen.',
  'pull.fetch.some':
    '{missing} von {total} zu holen: {here} von {count} Layern {here, plural, one {ist} other {sind}} schon hier.',
  'pull.replace':
    '{reference} ist hier das Image {id}. Der Name geht an das aus der Registry über; das andere bleibt.',

  'pull.pulled.same': '{reference} ist aktuell: Die Registry hat das Image, das schon hier ist.',
  'pull.pulled.new': '{reference} ist jetzt hier.',
  'pull.pulled.newer': 'Ein neueres {reference} ist jetzt hier. Bisher war es das Image {id}.',
  'pull.left':
    'Das Image {id} ist noch hier, ohne Namen. Container, die daraus gemacht wurden, nutzen es weiter.',
  'pull.left.removed': 'Das vorherige Image ist gelöscht.',
  'pull.left.remove': 'Altes löschen',
  'pull.changed': 'Was sich geändert hat',

  'pull.newer': 'Neuere Images',
  'pull.newer.asking': 'Registrys werden nach neueren Images gefragt …',
  'pull.newer.checked': 'Geprüfte Tags',
  'pull.newer.cancelled': 'Die Prüfung wurde abgebrochen. Was bis dahin beantwortet wurde, bleibt.',
  'pull.newer.cancel': 'Prüfung abbrechen',
  'pull.newer.moreProblems': 'Und {count} weitere, nach denen nicht gefragt werden konnte.',
  'pull.newer.pull': '{count, plural, one {Neueres pullen} other {Alle # pullen}}',
  'pull.newer.dismiss': 'Ausblenden',
  'pull.newer.dismissCheck': 'Prüfung ausblenden',
  'pull.checked.none': 'Keine Registry hat zu einem der Tags geantwortet.',
  'pull.checked.nothing': 'Nichts Neueres: {count, plural, one {# Tag} other {# Tags}} geprüft.',
  'pull.checked.one': 'Es gibt ein neueres {name}: {count, plural, one {# Tag} other {# Tags}} geprüft.',
  'pull.checked.several':
    '{newer, plural, one {# Tag} other {# Tags}} von {count, number} haben ein neueres Image.',
  'pull.checked.local':
    '{count, plural, one {# Tag stammt} other {# Tags stammen}} nicht aus einer Registry.',
  'pull.checked.left': '{count, plural, one {# Tag davon wurde} other {# Tags davon wurden}} nicht geprüft.',
};
