import type { Translation } from '../message.js';
import type { push as english } from '../en/push.js';

export const push: Translation<typeof english> = {
  'push.title': 'Pushen',
  'push.destination': 'Ziel',
  'push.or': 'Oder',
  'push.byLayer': 'Nach Layern',
  'push.byLayer.each': 'Was mit jedem Layer geschieht',
  'push.fate.exists': 'ist vorhanden',
  'push.fate.mount': 'wird übernommen',
  'push.fate.send': 'wird übertragen',
  'push.fate.from': 'wird aus {from} übernommen',

  'push.forecast': 'Was übertragen wird',
  'push.forecast.unknown': 'Was übertragen wird, lässt sich vorher nicht sagen: {detail}',
  'push.forecast.asking': 'Die Registry wird gefragt, was sie hat …',
  'push.overwrite':
    '{reference} ist bereits vorhanden und steht für ein anderes Image, {digest}…. Der Push verschiebt den Tag: Wer ihn danach pullt, erhält dieses Image.',
  'push.overwrite.copy': 'Den jetzigen Digest kopieren',

  'push.travel.same': 'Die Registry hat genau dieses Image unter diesem Tag: Übertragen werden nur Anfragen.',
  'push.travel.allThere': 'alle Layer sind bereits vorhanden',
  'push.travel.there': '{there} von {count} Layern {there, plural, one {ist} other {sind}} bereits vorhanden',
  'push.travel.allMounted':
    '{count, plural, one {der einzige Layer wird} other {alle Layer werden}} aus {sources} übernommen',
  'push.travel.mounted': '{count} {count, plural, one {wird} other {werden}} aus {sources} übernommen',
  'push.travel.settings': 'nur die Einstellungen werden übertragen',
  'push.travel.rest': 'der Rest wird übertragen',
  'push.travel.all':
    '{count, plural, one {der einzige Layer wird übertragen} other {alle # Layer werden übertragen}}',
  'push.travel.counting': '{what}: mindestens {size}, es wird noch gezählt …',
  'push.travel.unknown': '{what}; wie viel das ist, ist nicht bekannt.',
  'push.travel.size': '{what}: {size}.',

  'push.band.travels': 'wird übertragen',
  'push.band.travelsAs': 'wird übertragen, {size}',
  'push.band.stays': 'muss nicht übertragen werden',
  'push.band.there': 'ist bereits vorhanden',
  'push.band.mounted': 'wird aus {from} übernommen',
  'push.band.mountedElsewhere': 'wird aus einem anderen Repository übernommen',

  'push.target': 'Geht an {registry} als {place}, angemeldet als {username}.',
  'push.target.nobody':
    'Geht an {registry} als {place}; dort ist niemand angemeldet: Die meisten Registrys lehnen das ab.',
  'push.target.logIn': 'Bei {registry} anmelden',
  'push.target.official':
    'Docker Hub behält Namen ohne Benutzer oder Team seinen offiziellen Images vor. Stellen Sie Ihren voran.',
  'push.target.digest': 'Ein Digest kann kein Ziel sein',
  'push.target.digest.detail':
    '„{name}“ bezeichnet Inhalt, den es schon gibt; ein Push braucht einen Namen dafür.',
  'push.target.digest.remedy': '„@sha256:…“ weglassen und, falls gewünscht, einen Tag anfügen.',

  'push.others': 'Geht außerdem an:',
  'push.others.list': 'Weitere Ziele',
  'push.others.add': 'Weiteres Ziel hinzufügen',
  'push.others.leave': '{destination} weglassen',
  'push.others.as': 'Als {username}.',
  'push.others.asNobody': 'Ohne Anmeldung.',

  'push.logIn': 'Anmelden',
  'push.again': 'Erneut versuchen',
  'push.cancel': 'Push abbrechen',
  'push.cancelling': 'Wird abgebrochen …',
  'push.cancelled': 'Der Push wurde abgebrochen, bevor die Registry ihn bestätigt hatte.',
  'push.background': 'Im Hintergrund fortsetzen',
  'push.elsewhere': 'Anderswohin pushen',
  'push.change': 'Ziel ändern',
  'push.done': 'Fertig',
  'push.close': 'Schließen',

  'push.pushed.there': '{reference} ist in der Registry',
  'push.pushed.missing': '{reference} wurde gesendet und ist nicht in der Registry',
  'push.registry.confirmed': 'Die Registry bestätigt, dass der Tag für diesen Digest steht.',
  'push.registry.moved':
    'Die Registry hat das Image angenommen, aber der Tag steht inzwischen für einen anderen Digest: Jemand hat seitdem gepusht.',
  'push.registry.missing':
    'Die Engine meldet den Push als fertig, aber die Registry hat keinen solchen Tag. Sehen Sie dort noch einmal nach; bleibt es dabei, pushen Sie erneut.',
  'push.registry.unasked':
    'Die Engine meldet den Push als fertig; die Registry konnte von hier nicht gefragt werden.',
  'push.digest': 'Digest',
  'push.digest.copy': 'Name und Digest kopieren',
  'push.pullIt': 'Pullen',
  'push.pullIt.copy': 'Pull-Befehl kopieren',

  'push.secrets': 'Geheimnisse',
  'push.secrets.found':
    '{count, plural, one {<strong># Stelle sieht nach einem Geheimnis aus.</strong> Wer das Image pullen darf, kann sie lesen, auch wo ein späterer Layer eine Datei entfernt hat.} other {<strong># Stellen sehen nach Geheimnissen aus.</strong> Wer das Image pullen darf, kann sie lesen, auch wo ein späterer Layer eine Datei entfernt hat.}}',
  'push.secrets.list': 'Was nach einem Geheimnis aussieht',
  'push.secrets.line': '{file}, Zeile {line}: {what}, {hint}.',
  'push.secrets.remedy':
    'In Layer {layer}. Die Datei mit .dockerignore heraushalten oder als Build-Geheimnis einhängen.',
  'push.secrets.reading': 'In den Dateien, die übertragen würden, wird nach Geheimnissen gesucht …',
  'push.secrets.failed': 'Die Dateien konnten nicht nach Geheimnissen durchsucht werden.',
  'push.secrets.none': 'Nichts von dem, was übertragen würde, sieht nach einem Geheimnis aus.',

  'push.several': 'Ziele',
  'push.several.over': '{done} von {count} Zielen haben es.',
  'push.several.running': 'Auf dem Weg zu {count} Zielen …',
  'push.several.sum': 'Alle Layer für {destination}',
  'push.several.cancel': 'Abbrechen',
  'push.several.cancelled': 'Abgebrochen, bevor die Registry es bestätigt hatte.',
};
