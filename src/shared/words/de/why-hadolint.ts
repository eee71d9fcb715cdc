import type { Translation } from '../message.js';
import type { whyHadolint as english } from '../en/why-hadolint.js';

export const whyHadolint: Translation<typeof english> = {
  'why.pin':
    'Ohne Version nimmt jeder Build die gerade neueste: Dasselbe Dockerfile ergibt morgen ein anderes Image.',
  'why.unattended':
    'Während eines Builds antwortet niemand: Die Frage bleibt offen, und der Build schlägt fehl.',
  'why.cleaned':
    'Was zum Installieren heruntergeladen wurde, bleibt in diesem Layer, auch wenn ein späterer Schritt es löscht.',
  'why.DL1001':
    'Ein Kommentar, der eine Prüfung abschaltet, bleibt lange nach seinem Grund stehen, und niemand sieht, was er verbirgt.',
  'why.DL3000': 'Ein relativer Ordner hängt von denen davor ab und vom Basis-Image, das ihn ändern kann.',
  'why.DL3001':
    'Ein Build hat kein Terminal, keine Dienste und keinen eigenen Rechner: Solche Befehle bewirken dort nichts, was bleibt.',
  'why.DL3002':
    'Wer aus einem Programm ausbricht, das als root läuft, ist root: zu einem anderen Benutzer zurückwechseln, sobald erledigt ist, was root braucht.',
  'why.DL3003':
    'Es gilt nur bis zum Ende dieses RUN: Der nächste Schritt ist wieder, wo er war. WORKDIR sagt es einmal, für alle folgenden.',
  'why.DL3004':
    'Schritte laufen als root, sofern USER nichts anderes sagt, und sudo steht Signalen und Terminals im Weg. Um im Container Rechte abzugeben, gibt es gosu.',
  'why.DL3006':
    'Ohne Tag ist latest gemeint, das von Release zu Release wandert: Dasselbe Dockerfile ergibt morgen ein anderes Image.',
  'why.DL3007':
    'latest wandert von Release zu Release: Ein Build, der heute gelingt, kann mit dem nächsten fehlschlagen oder sich ändern.',
  'why.DL3009':
    'Die Paketlisten nützen im Image nichts und bleiben in diesem Layer, auch wenn ein späterer Schritt sie löscht.',
  'why.DL3010':
    'Das Archiv bleibt in seinem Layer neben dem, was darin war. ADD entpackt es unterwegs, und nichts davon bleibt übrig.',
  'why.DL3011': 'Höhere Ports gibt es nicht: Dort kann nie etwas lauschen.',
  'why.DL3012': 'Ein Image hat eine Zustandsprüfung: die letzte.',
  'why.DL3014':
    'Während eines Builds antwortet niemand: apt-get hält bei seiner Frage an, und der Build schlägt fehl.',
  'why.DL3015':
    'Empfohlene Pakete werden in einem Container selten gebraucht; ohne sie ist das Image kleiner und bietet weniger Angriffsfläche.',
  'why.DL3019':
    'Der Index, den apk aufhebt, nützt im Image nichts. Mit --no-cache wird er geholt, benutzt und nicht aufgehoben.',
  'why.DL3020':
    'ADD holt auch Adressen und entpackt Archive: Für einfache Dateien tut COPY dasselbe und nichts Unerwartetes.',
  'why.DL3021':
    'Mehrere Dateien passen nur in einen Ordner, und der Schrägstrich am Ende sagt, dass es einer ist.',
  'why.DL3022':
    'Was keine Stage darüber ist, gilt als Image dieses Namens und wird aus einer Registry geholt.',
  'why.DL3023':
    'Eine Stage ist nicht fertig, solange sie gebaut wird: Es gibt noch nichts, was sich aus ihr kopieren ließe.',
  'why.DL3024':
    'Ein Name steht für eine Stage; was sich auf ihn bezieht, findet die letzte darüber, und die anderen sind nicht erreichbar.',
  'why.DL3025':
    'Als Text geschrieben läuft es in einer Shell, die Prozess 1 ist und Signale nicht weitergibt: Das Programm erfährt nicht, dass es enden soll.',
  'why.DL3026': 'Vertraut wird hier nur, was die erlaubten Registrys ausliefern.',
  'why.DL3027':
    'apt ist für Menschen am Terminal gemacht: Ausgabe und Optionen können sich ändern, das sagt es selbst. apt-get bleibt, wie es ist.',
  'why.DL3029': 'Das Image ist dann immer für diese Plattform, für welche auch gebaut wird.',
  'why.DL3035':
    'Es kann das Image auf ein anderes Release heben als das, für das seine Basis gemacht ist. Stattdessen eine neuere Basis nehmen.',
  'why.DL3042':
    'Aus dem Cache von pip wird nie wieder etwas genommen, sobald das Image gebaut ist; er macht nur den Layer größer.',
  'why.DL3043':
    'Der Builder lehnt es ab: Keines von beiden lässt sich für den Build eines anderen Images aufheben.',
  'why.DL3044':
    'Alle Werte eines ENV werden gelesen, bevor einer gesetzt wird: Die Variable ist noch, was sie vorher war.',
  'why.DL3045': 'Wohin ein relativer Pfad führt, hängt dann vom Basis-Image ab, und das kann es ändern.',
  'why.DL3046':
    'useradd reserviert in seinen Logs einen Platz für jede Nummer bis zu der des Benutzers: Bei einer hohen sind das Gigabytes aus Nullen in einem Layer.',
  'why.DL3047': 'wget schreibt seinen Fortschritt Zeile für Zeile, zu Tausenden, in die Ausgabe des Builds.',
  'why.DL3048':
    'Dockers Richtlinien für Schlüssel verhindern, dass die eines Werkzeugs für die eines anderen gehalten werden.',
  'why.DL3049': 'Das Projekt verlangt es, damit alle Bescheid wissen, die das Image finden.',
  'why.DL3050': 'Das Projekt verlangt, dass es keine anderen Labels gibt als die auf seiner Liste.',
  'why.DL3051': 'Ein leeres Label sagt nichts.',
  'why.DL3052': 'Das Projekt verlangt dort eine Adresse.',
  'why.DL3053': 'Das Projekt verlangt dort eine Zeit nach RFC 3339.',
  'why.DL3054': 'Das Projekt verlangt dort den SPDX-Bezeichner einer Lizenz.',
  'why.DL3055': 'Das Projekt verlangt dort einen Git-Hash.',
  'why.DL3056': 'Das Projekt verlangt dort eine semantische Version.',
  'why.DL3057':
    'Ohne sie sieht ein Container, dessen Programm hängt, so gut aus wie einer, der funktioniert. HEALTHCHECK NONE sagt, dass es so gemeint ist.',
  'why.DL3058': 'Das Projekt verlangt dort eine E-Mail-Adresse.',
  'why.DL3059': 'Jedes RUN macht einen Layer, und was ein späteres löscht, bleibt im Layer davor.',
  'why.DL3060':
    'Aus dem Cache von yarn wird nie wieder etwas genommen, sobald das Image gebaut ist; er macht nur den Layer größer.',
  'why.DL3061': 'Was über dem ersten FROM steht, gehört zu keiner Stage: Der Builder lehnt es ab.',
  'why.DL3063':
    'Der Name bedeutet dem Builder schon etwas: das leere Image, oder den Ordner, der gebaut wird.',
  'why.DL3064':
    'Die Werte von ARG und ENV bleiben beim Image, lesbar für alle, die es haben. Ein Geheimnis gehört in --mount=type=secret.',
  'why.DL3065': 'Eine Stage ist für die Zielplattform, sofern nichts anderes dasteht.',
  'why.DL3066':
    'Außerhalb des Containers kennt niemand seine Namen: Ein Host, der prüft, ob ein Image als root läuft, richtet sich nach der Nummer.',
  'why.DL3067': 'Damit kommt alles mit, was die andere Stage gerade zurücklassen sollte.',
  'why.DL4000':
    'MAINTAINER besteht nur noch für alte Dateien. Ein Label sagt dasselbe und lässt sich suchen.',
  'why.DL4001': 'Beide tun dasselbe: Das weggelassene braucht keinen Platz im Image und keine Updates.',
  'why.DL4003': 'Ein Image hat ein CMD: das letzte.',
  'why.DL4004': 'Ein Image hat ein ENTRYPOINT: das letzte.',
  'why.DL4005':
    'SHELL ändert, worin die Schritte laufen, und lässt das /bin/sh des Systems, auf das sich dessen Skripte verlassen, wie es ist.',
  'why.DL4006':
    'In einer Pipe zählt nur der Fehler des letzten Befehls. Bricht davor ein Download ab, gelangt das unbemerkt ins Image.',
};
