import type { Translation } from '../message.js';
import type { history as english } from '../en/history.js';

export const history: Translation<typeof english> = {
  'history.title': 'Verlauf',
  'history.count': '{count, plural, one {{count} Build} other {{count} Builds}}',
  'history.reading': 'Frühere Builds werden gelesen',
  'history.none':
    'Noch kein Build dieses Ordners. Jeder bleibt hier verzeichnet, mit dem Grund, warum er anders verlief.',
  'history.list': 'Frühere Builds',
  'history.fewer': 'Weniger zeigen',
  'history.all': 'Alle {count} zeigen',
  'history.outcome.running': 'Läuft',
  'history.outcome.done': 'Fertig',
  'history.outcome.failed': 'Fehler',
  'history.outcome.cancelled': 'Abgebrochen',
  'history.outcome.interrupted': 'Unterbrochen',
  'history.cached': '{cached} von {steps} im Cache',

  'history.trend.height': 'Höhe: Dauer, bis {longest}.',
  'history.trend.cached': 'aus dem Cache',
  'history.trend.ran': 'ausgeführt',
  'history.trend.notDone': 'nicht fertig',
  'history.trend.started': 'Begonnen',
  'history.trend.outcome': 'Ergebnis',
  'history.trend.duration': 'Dauer',
  'history.trend.cachedColumn': 'Cache',

  'history.build': 'Build von {name}',
  'history.build.interrupted': 'Strata oder die Engine endete vor dem Build; er blieb ohne Ergebnis.',
  'history.build.compared': 'Verglichen mit dem Build davor',
  'history.build.comparing': 'Wird verglichen',
  'history.build.first': 'Er ist der erste mit diesem Dockerfile und Ziel.',
  'history.build.same': 'Kein Unterschied.',
  'history.build.reading': 'Build wird gelesen',
  'history.build.steps': 'Schritte',
  'history.build.readingOutput': 'Ausgabe wird gelesen',
  'history.build.noOutput': 'Von diesem Schritt ist keine Ausgabe aufbewahrt.',
  'history.build.options': 'Optionen',
  'history.build.remove': 'Aus dem Verlauf entfernen',

  'history.option': '{title}: {values}',
  'history.option.stage': 'Ziel-Stage',
  'history.option.platform': 'Plattform',
  'history.option.arguments': 'Build-Argumente',
  'history.option.hidden': 'Angegeben, aber nicht aufbewahrt',
  'history.option.labels': 'Labels',
  'history.option.secrets': 'Secrets',
  'history.option.names': 'Weitere Namen',
  'history.option.cacheIgnored': 'Cache ignoriert',
  'history.option.cacheIgnoredOf': 'Cache von {stage} ignoriert',
  'history.option.pullBase': 'Basis-Images gepullt',
  'history.option.network': 'Netzwerk',
  'history.option.cacheFrom': 'Cache übernommen von',

  'history.files.changed':
    '{count, plural, one {{count} Datei wurde geändert} other {{count} Dateien wurden geändert}}',
  'history.files.added': '{count, plural, one {{count} Datei kam hinzu} other {{count} Dateien kamen hinzu}}',
  'history.files.removed':
    '{count, plural, one {{count} Datei wurde entfernt} other {{count} Dateien wurden entfernt}}',
  'history.files.other':
    '{count, plural, one {{count} Datei ist eine andere} other {{count} Dateien sind andere}}',
  'history.files.named': '{what}: {names}',
  'history.files.more': '{count} weitere',

  'history.lost.new': '{step} lief, denn die Zeile ist neu.',
  'history.lost.line': '{step} lief erneut, denn die Zeile wurde geändert; vorher: {before}.',
  'history.lost.files': '{step} lief erneut, denn {files}.',
  'history.lost.variable': '{step} lief erneut, denn eine sichtbare Variable hat sich geändert.',
  'history.lost.arguments': '{step} lief erneut, denn {names} bekam einen anderen Wert.',
  'history.lost.base': '{step} lief erneut, denn das Image {image} ist ein anderes.',
  'history.lost.above': '{step} lief erneut, denn {above} (Zeile {line}) lief erneut.',
  'history.lost.ignored': '{step} lief, denn der Cache wurde ignoriert.',
  'history.lost.unknown':
    '{step} lief erneut; den Grund nennt keine Aufzeichnung. Vielleicht wurde der Cache gelöscht.',

  'history.differs.followed':
    '{count, plural, one {{count} Schritt darunter lief} other {{count} Schritte darunter liefen}} damit erneut.',
  'history.differs.ignored':
    '{count, plural, one {{count} Schritt lief} other {{count} Schritte liefen}}, denn der Cache wurde ignoriert.',
  'history.differs.reused':
    '{count, plural, one {{count} zuvor ausgeführter Schritt wurde} other {{count} zuvor ausgeführte Schritte wurden}} wiederverwendet; das sparte {time}.',
  'history.differs.slower': '{step} dauerte {time}, {longer} länger.',
  'history.differs.faster': '{step} dauerte {time}, {less} weniger.',
  'history.differs.nothing': 'Kein Unterschied zum Build davor.',
  'history.differs.more':
    '{count, plural, one {{count} weiterer Unterschied} other {{count} weitere Unterschiede}} im Verlauf.',
};
