import type { Translation } from '../message.js';
import type { explain as english } from '../en/explain.js';

export const explain: Translation<typeof english> = {
  'explain.empty': '(leer)',
  'explain.list': '{before} und {last}',
  'explain.list.more': '{count} weitere',
  'explain.unknown': '{word} ist keine Anweisung: Die Engine würde die Datei ablehnen.',

  'explain.from.stage':
    '{isNamed, select, yes {Beginnt die Stage {name} dort} other {Beginnt dort}}, wo die Stage {parent} (Zeile {line}) endet, mit deren Dateien und Einstellungen.',
  'explain.from.nothing': 'Beginnt eine Stage, nennt aber kein Image, auf dem sie aufbaut.',
  'explain.from.scratch':
    '{isNamed, select, yes {Beginnt die Stage {name}} other {Beginnt}} bei null: Alles, was das Image enthalten wird, kommt aus den Zeilen darunter.',
  'explain.from.image':
    '{isNamed, select, yes {Beginnt die Stage {name}} other {Beginnt}} auf dem Image {image}: Seine Layer liegen unter allem, was folgt, und seine Einstellungen gelten, bis eine Zeile sie ändert.',
  'explain.from.imageFor':
    '{isNamed, select, yes {Beginnt die Stage {name}} other {Beginnt}} auf dem Image {image} für {platform}: Seine Layer liegen unter allem, was folgt, und seine Einstellungen gelten, bis eine Zeile sie ändert.',
  'explain.from.last':
    'Das ist die letzte Stage, aus ihr entsteht also das Image; frühere Stages liefern ihr nur, was sie kopiert.',
  'explain.from.needed': 'Aus dieser Stage gelangt nur ins Image, was spätere Zeilen daraus übernehmen.',
  'explain.from.unneeded':
    'Die letzte Stage übernimmt nichts daraus, ein Build lässt sie also aus, sofern sie nicht das Ziel ist.',
  'explain.from.again': 'Alles darunter läuft erneut, sobald der Name für ein anderes Image steht.',
  'explain.from.again.digest': 'Der Digest legt es fest: Es ist immer dasselbe Image.',
  'explain.from.again.latest':
    'Ohne Tag ist `latest` gemeint, und dieser kann auf ein anderes Image wechseln; wird jenes gepullt, läuft alles darunter erneut.',
  'explain.from.again.tag':
    'Der Tag {tag} kann auf ein anderes Image wechseln; wird jenes gepullt, läuft alles darunter erneut.',
  'explain.from.noShell': 'Es enthält keine Shell, ein Befehl in Shell-Form kann also nicht laufen.',
  'explain.source.stage': 'der Stage {name} (Zeile {line})',
  'explain.source.image': 'dem Image {name}',

  'explain.arg.nothing': 'Deklariert ein Build-Argument, nennt aber noch keines.',
  'explain.arg.several': 'Deklariert die Build-Argumente {names}, denen `--build-arg` andere Werte gibt.',
  'explain.arg.given': 'Deklariert das Build-Argument {name}, in diesem Build ist es {value}.',
  'explain.arg.givenSecret': 'Deklariert das Build-Argument {name}, in diesem Build ist es gesetzt.',
  'explain.arg.default':
    'Deklariert das Build-Argument {name}; es ist {value}, sofern `--build-arg` nichts anderes angibt.',
  'explain.arg.global': 'Holt das Build-Argument {name}, das über dem ersten FROM steht, in diese Stage.',
  'explain.arg.target': 'Holt {name} in diese Stage: Der Builder trägt selbst ein, wofür gebaut wird.',
  'explain.arg.build': 'Holt {name} in diese Stage: Der Builder trägt selbst ein, worauf er läuft.',
  'explain.arg.empty':
    'Deklariert das Build-Argument {name}; es ist leer, sofern `--build-arg` keinen Wert angibt.',
  'explain.arg.above': 'Über dem ersten FROM kennen es nur FROM-Zeilen.',
  'explain.arg.again': 'Bei einem anderen Wert laufen die RUN-Zeilen darunter erneut.',
  'explain.arg.gone': 'Ein Container hat es nicht: Nur ENV bleibt.',
  'explain.arg.secret':
    'Ein Container hat es nicht, aber die Historie des Images zeigt, was {name} war: Ein Geheimnis gehört in `RUN --mount=type=secret`.',

  'explain.env.nothing': 'Setzt Variablen, nennt aber noch keine.',
  'explain.env.path':
    'Macht Programme in {folders} über ihren Namen auffindbar, für die Zeilen darunter und in jedem Container.',
  'explain.env.many': 'Setzt {count} Variablen ({names}), für die Zeilen darunter und in jedem Container.',
  'explain.env.sets': 'Setzt {values}, für die Zeilen darunter und in jedem Container.',
  'explain.env.value': '{name} auf {value}',
  'explain.env.again': 'Bei einem anderen Wert laufen die RUN-Zeilen darunter erneut.',
  'explain.env.secret':
    'Wer das Image hat, kann {name} lesen: Ein Geheimnis gehört in `RUN --mount=type=secret` oder wird dem Container mitgegeben.',
  'explain.env.replaced': '{command} ersetzt es in einem einzelnen Container.',

  'explain.label.nothing': 'Vermerkt etwas am Image, aber noch steht nichts da.',
  'explain.label.notes': 'Vermerkt am Image: {notes}.',
  'explain.label.other': '{name} = {value}',
  'explain.label.title': 'Titel {value}',
  'explain.label.description': 'Beschreibung {value}',
  'explain.label.version': 'Version {value}',
  'explain.label.created': 'gebaut am {value}',
  'explain.label.authors': 'Autoren {value}',
  'explain.label.vendor': 'herausgegeben von {value}',
  'explain.label.licenses': 'Lizenz {value}',
  'explain.label.source': 'Quellcode unter {value}',
  'explain.label.url': 'mehr dazu unter {value}',
  'explain.label.documentation': 'Dokumentation unter {value}',
  'explain.label.revision': 'gebaut aus der Revision {value}',
  'explain.label.base.name': 'basiert auf {value}',
  'explain.label.shown': 'Ein Programm im Container sieht es nicht; Werkzeuge und Registrys zeigen es.',

  'explain.user.root': 'Die RUN-Zeilen darunter und der Container laufen als root.',
  'explain.user.other':
    'Die RUN-Zeilen darunter und der Container laufen als {user}, nicht als root. COPY schreibt weiterhin als root.',
  'explain.user.group': '{user} mit der Gruppe {group}',
  'explain.user.again': 'Bei einem anderen Benutzer laufen die RUN-Zeilen darunter erneut.',
  'explain.user.replaced': '`docker run --user` wählt einen anderen.',

  'explain.shell.chosen': 'Ab hier gehen Befehle in Shell-Form an {shell} statt an {before}.',
  'explain.shell.again': 'Bei einer anderen Shell laufen die RUN-Zeilen darunter erneut.',
  'explain.shell.starts': 'Sie führt auch ein folgendes CMD oder ENTRYPOINT in Shell-Form aus.',

  'explain.expose.nothing': 'Dokumentiert Ports, nennt aber noch keine.',
  'explain.expose.one':
    'Dokumentiert, dass das Programm im Container auf Port {port} lauscht. Geöffnet wird damit nichts.',
  'explain.expose.many':
    'Dokumentiert, dass das Programm im Container auf den Ports {ports} lauscht. Geöffnet wird damit nichts.',
  'explain.expose.publish':
    'Container im selben Netzwerk erreichen es dort ohnehin; von außen braucht es zusätzlich {command}.',

  'explain.stop.kill': '`docker stop` beendet das Programm sofort: {signal} lässt sich nicht abfangen.',
  'explain.stop.usual':
    '`docker stop` fordert das Programm mit {signal} auf, sich zu beenden, wie es ohnehin geschähe.',
  'explain.stop.other':
    '`docker stop` fordert das Programm mit {signal} statt mit `SIGTERM` auf, sich zu beenden.',
  'explain.stop.killed': 'Was nach 10 Sekunden noch läuft, wird abgebrochen.',
  'explain.maintainer':
    'Vermerkt {name} als Autor des Images. Das ist eine alte Form: `LABEL org.opencontainers.image.authors=…` sagt dasselbe.',

  'explain.copy.nothing': '{keyword} legt Dateien im Image ab, aber noch ist keine genannt.',
  'explain.copy.from': 'Kopiert {files} aus {source}',
  'explain.copy.text':
    '{count, plural, one {Schreibt den folgenden Text} other {Schreibt die {count} folgenden Texte}}',
  'explain.copy.repository': 'Holt das Repository {url}',
  'explain.copy.download': 'Holt {url}',
  'explain.copy.archive': 'Entpackt das Archiv {file} aus dem Projektordner',
  'explain.copy.whole': 'Kopiert den ganzen Projektordner (ohne das, was die Ignore-Datei auslässt)',
  'explain.copy.pattern': 'Kopiert alles zu {files} Passende aus dem Projektordner',
  'explain.copy.files': 'Kopiert {files} aus dem Projektordner',
  'explain.copy.nowhere': '{what}, sagt aber nicht, wohin',
  'explain.copy.into': '{what} in den Ordner {place}',
  'explain.copy.to': '{what} nach {place}',
  'explain.copy.mode': 'mit den Rechten {mode}',
  'explain.copy.without': 'ohne {files}',
  'explain.copy.parents': 'mitsamt den Ordnern, in denen sie liegen',
  'explain.copy.history': 'mitsamt der Git-Historie',
  'explain.copy.packed': 'ohne es zu entpacken',
  'explain.copy.checksum': 'sofern die Prüfsumme stimmt',
  'explain.copy.linked': 'als Layer, der nicht von denen darunter abhängt',
  'explain.copy.owner': 'Das Kopierte gehört {owner}.',
  'explain.copy.ownedByRoot':
    'Das Kopierte gehört root, obwohl die Zeilen hier als {user} laufen: `--chown` würde das ändern.',
  'explain.copy.again.source':
    'Läuft erneut, wenn diese Dateien dort anders ausfallen{isLinked, select, yes {} other { oder sich etwas darüber ändert}}.',
  'explain.copy.again.text':
    'Läuft erneut, wenn sich sein Text{isLinked, select, yes {} other { oder etwas darüber}} ändert.',
  'explain.copy.again.url':
    'Wird bei jedem Build angefragt; läuft erneut, wenn sich dort etwas geändert hat.',
  'explain.copy.again.files':
    'Läuft erneut, wenn sich Inhalt, Name oder Rechte des Kopierten{isLinked, select, yes {} other { oder etwas darüber}} ändern. Ein neues Datum allein zählt nicht.',

  'explain.workdir':
    'Macht {folder} zum Ordner, in dem die Zeilen darunter arbeiten, und legt ihn an, falls er fehlt.',
  'explain.workdir.root': 'Macht {folder} zum Ordner, in dem die Zeilen darunter arbeiten.',
  'explain.workdir.again': 'Bei einem anderen Ordner laufen die RUN- und COPY-Zeilen darunter erneut.',
  'explain.workdir.start': 'Auch Container starten darin.',
  'explain.volume':
    'Hält {folders} aus dem eigenen Layer eines Containers heraus: Was dorthin geschrieben wird, landet in {count, plural, one {einem Volume} other {{count} Volumes}}. Was Zeilen darunter darin ändern, geht mit dem klassischen Builder verloren.',
  'explain.volume.stays':
    'Ohne `-v` erhält jeder Container ein neues Volume ohne Namen, das bleibt, wenn der Container entfernt wird.',

  'explain.cmd.replaced': 'Bleibt wirkungslos: Nur ein CMD zählt, und das in Zeile {line} ersetzt dieses.',
  'explain.cmd.empty': 'Nimmt das CMD weg, das das Basis-Image haben mag.',
  'explain.cmd.unused':
    'Bleibt ungenutzt: Das ENTRYPOINT in Zeile {line} steht in Shell-Form, und die nimmt keine Argumente.',
  'explain.cmd.arguments':
    'Gibt dem ENTRYPOINT in Zeile {line} seine Argumente: Ein Container führt {command} aus.',
  'explain.cmd.arguments.replaced':
    'Was in `docker run` nach dem Namen des Images folgt, tritt an die Stelle dieser Argumente.',
  'explain.cmd.exec':
    'Ein Container führt {command} als ersten Prozess aus{isLast, select, yes {} other {, sofern ein Image auf dieser Stage aufbaut}}.',
  'explain.cmd.shell':
    'Ein Container führt {command} über {shell} aus, und diese Shell erhält die Signale an seiner Stelle{isLast, select, yes {} other {, sofern ein Image auf dieser Stage aufbaut}}.',
  'explain.cmd.place': 'Ein Befehl nach dem Namen des Images in `docker run` tritt an seine Stelle.',
  'explain.cmd.place.entrypoint':
    'Hat das Basis-Image ein ENTRYPOINT, läuft dieses, mit diesen Angaben als Argumenten.',
  'explain.entrypoint.replaced':
    'Bleibt wirkungslos: Nur ein ENTRYPOINT zählt, und das in Zeile {line} ersetzt dieses.',
  'explain.entrypoint.empty': 'Nimmt das ENTRYPOINT weg, das das Basis-Image haben mag.',
  'explain.entrypoint.exec': 'Jeder Container führt {command} als ersten Prozess aus.',
  'explain.entrypoint.shell':
    'Jeder Container führt {command} über {shell} aus, und diese Shell erhält die Signale an seiner Stelle.',
  'explain.entrypoint.noArguments':
    'In Shell-Form nimmt es keine Argumente: weder die von CMD noch die von `docker run`.',
  'explain.entrypoint.shell.replaced': '`docker run --entrypoint` ersetzt es.',
  'explain.entrypoint.given': 'Das CMD in Zeile {line} gibt ihm seine Argumente.',
  'explain.entrypoint.fallsAway': 'Ein CMD des Basis-Images entfällt.',
  'explain.entrypoint.exec.replaced':
    'Was in `docker run` nach dem Namen des Images folgt, wird ihm übergeben; `--entrypoint` ersetzt es.',
  'explain.start.unread': 'Keine Shell liest es, {variable} bleibt also stehen, wie es geschrieben ist.',

  'explain.health.none': 'Schaltet die Zustandsprüfung ab, die das Basis-Image haben mag.',
  'explain.health.nothing': 'Prüft, ob ein Container funktioniert, nennt aber keinen Befehl dafür.',
  'explain.health.check':
    'Führt im Container {often} {command} aus. Ein Lauf, der länger als {timeout} dauert, gilt als fehlgeschlagen; schlägt er {times} fehl, gilt der Container als „unhealthy“.',
  'explain.health.once': 'einmal',
  'explain.health.inARow': '{times}-mal in Folge',
  'explain.health.every': 'alle {time}',
  'explain.health.every.h': 'jede Stunde',
  'explain.health.every.m': 'jede Minute',
  'explain.health.every.s': 'jede Sekunde',
  'explain.health.every.ms': 'jede Millisekunde',
  'explain.health.marks': 'Docker kennzeichnet den Container nur und startet nichts neu.',
  'explain.health.grace': 'Fehlschläge innerhalb von {time} nach dem Start zählen nicht.',
  'explain.health.grace.h': 'Fehlschläge in der ersten Stunde zählen nicht.',
  'explain.health.grace.m': 'Fehlschläge in der ersten Minute zählen nicht.',
  'explain.health.grace.s': 'Fehlschläge in der ersten Sekunde zählen nicht.',
  'explain.health.grace.ms': 'Fehlschläge in der ersten Millisekunde zählen nicht.',
  'explain.time.h': '{count, number, ::group-off .##########} {count, plural, one {Stunde} other {Stunden}}',
  'explain.time.m': '{count, number, ::group-off .##########} {count, plural, one {Minute} other {Minuten}}',
  'explain.time.s':
    '{count, number, ::group-off .##########} {count, plural, one {Sekunde} other {Sekunden}}',
  'explain.time.ms':
    '{count, number, ::group-off .##########} {count, plural, one {Millisekunde} other {Millisekunden}}',

  'explain.onbuild.nothing': 'Hebt eine Anweisung für Images auf, die auf diesem aufbauen, nennt aber keine.',
  'explain.onbuild':
    'Tut in diesem Build nichts. Es wird im Image aufgehoben, für die Stelle gleich nach dem FROM eines Builds darauf: {what}',
};
