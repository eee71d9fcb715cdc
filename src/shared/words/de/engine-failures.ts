import type { Translation } from '../message.js';
import type { engineFailures as english } from '../en/engine-failures.js';

export const engineFailures: Translation<typeof english> = {
  'engineFailures.removeContainer': 'Zuerst den Container entfernen, zum Beispiel mit „docker rm“.',
  'engineFailures.noReason': 'Die Engine nannte keinen Grund.',
  'engineFailures.says': 'Die Engine sagt: {words}',

  'engineFailures.noName': 'Diesen Namen kann keine Engine kennen',
  'engineFailures.noName.detail': 'Eine Anfrage damit würde anderswohin führen: „{path}“.',
  'engineFailures.noName.remedy': 'Den Namen prüfen.',

  'engineFailures.address': 'Die Adresse der Engine ist nicht verwendbar',
  'engineFailures.address.context':
    '„{address}“ aus dem Docker-Kontext „{context}“ ist keine Adresse, die Strata versteht.',
  'engineFailures.address.origin': '„{address}“ aus {origin} ist keine Adresse, die Strata versteht.',
  'engineFailures.address.remedy':
    'unix:///pfad/zu/docker.sock, tcp://host:port oder ssh://benutzer@host verwenden.',

  'engineFailures.context': 'Der Docker-Kontext „{name}“ ist nicht verwendbar',
  'engineFailures.context.missing': 'Es gibt keinen solchen Kontext.',
  'engineFailures.context.noEndpoint': 'Seine Datei nennt keinen Docker-Endpunkt.',
  'engineFailures.context.remedy':
    'Mit „docker context use“ einen anderen wählen oder DOCKER_CONTEXT löschen.',

  'engineFailures.certificates': 'Die Zertifikate für die Engine lassen sich nicht lesen',
  'engineFailures.certificates.detail':
    'DOCKER_TLS_VERIFY verlangt, das Zertifikat der Engine zu prüfen, aber in {folder} gibt es keine ca.pem.',
  'engineFailures.certificates.remedy':
    'DOCKER_CERT_PATH auf den Ordner mit ca.pem, cert.pem und key.pem setzen oder DOCKER_TLS_VERIFY löschen.',

  'engineFailures.place.default': 'Standard',

  'engineFailures.place.gone': 'Diese Engine lässt sich nicht wählen',
  'engineFailures.place.gone.detail': 'Ihr Docker-Kontext oder ihr Socket ist nicht mehr da.',
  'engineFailures.place.gone.remedy': 'Erneut nachsehen und eine andere wählen.',

  'engineFailures.noEngine': 'An {address} antwortet keine Engine',
  'engineFailures.notAnEngine': 'Dort antwortet etwas, aber es ist keine Container-Engine.',
  'engineFailures.notAnEngine.remedy': 'DOCKER_HOST oder den Docker-Kontext prüfen.',

  'engineFailures.ssh.otherKey':
    '{host} zeigt einen anderen Schlüssel als den, den ssh kennt: Der Host wurde neu aufgesetzt, oder jemand steht dazwischen.',
  'engineFailures.ssh.otherKey.remedy':
    'Den Betreiber fragen. Ist der neue Schlüssel richtig, „ssh-keygen -R {host}“ und dann einmal „ssh {host}“ ausführen.',
  'engineFailures.ssh.newKey': 'ssh kennt den Schlüssel von {host} noch nicht.',
  'engineFailures.ssh.newKey.remedy':
    'Einmal „ssh {host}“ in einem Terminal ausführen und den gezeigten Schlüssel vergleichen.',
  'engineFailures.ssh.noKey': '{host} akzeptiert keinen Ihrer ssh-Schlüssel.',
  'engineFailures.ssh.noKey.remedy':
    'Prüfen, ob „ssh {host}“ ohne Passwortabfrage anmeldet: Den Schlüssel mit „ssh-add“ in den Agenten aufnehmen.',
  'engineFailures.ssh.noHost': 'Es gibt keinen Host namens {host}.',
  'engineFailures.ssh.noHost.remedy':
    'Den Namen in DOCKER_HOST, im Docker-Kontext oder in der ssh-Konfiguration prüfen.',
  'engineFailures.ssh.noServer': 'Auf {host} antwortet kein ssh-Server.',
  'engineFailures.ssh.noServer.remedy': 'Den Port prüfen, und ob der ssh-Server dort läuft.',
  'engineFailures.ssh.silent': '{host} antwortet nicht.',
  'engineFailures.ssh.silent.remedy': 'Das Netzwerk dorthin prüfen.',
  'engineFailures.ssh.noDocker': 'Auf {host} gibt es keinen Befehl docker, der ssh mit der Engine verbindet.',
  'engineFailures.ssh.noDocker.remedy':
    'Dort die docker-CLI installieren, im PATH von Anmeldungen ohne Terminal.',
  'engineFailures.ssh.forbidden': 'Ihr Konto auf {host} darf den Socket der Engine nicht verwenden.',
  'engineFailures.ssh.forbidden.remedy': 'Auf {host} „sudo usermod -aG docker $USER“ ausführen.',
  'engineFailures.ssh.noEngine': 'ssh erreicht {host}, aber dort läuft keine Engine.',
  'engineFailures.ssh.noEngine.remedy':
    'Die Engine starten. Strata verbindet sich von selbst, sobald sie da ist.',
  'engineFailures.ssh': 'Über ssh antwortet an {host} keine Engine',
  'engineFailures.ssh.ended': 'ssh endete, ohne sich verbunden zu haben.',
  'engineFailures.ssh.ended.remedy': 'Prüfen, ob „ssh {host} docker version“ in einem Terminal funktioniert.',
  'engineFailures.ssh.nothingSaid': 'ssh sagte nichts.',
  'engineFailures.ssh.noProgram': 'Das Programm „ssh“ lässt sich nicht starten.',
  'engineFailures.ssh.noProgram.remedy':
    'Den Client von OpenSSH installieren und dafür sorgen, dass er im PATH liegt.',

  'engineFailures.notStarted': 'Die Engine wurde nicht gestartet',
  'engineFailures.notStarted.unknown': 'Das System kennt sie nicht mehr.',
  'engineFailures.notStarted.unknown.remedy': 'Prüfen, ob sie noch installiert ist.',
  'engineFailures.notStarted.named': '{name} wurde nicht gestartet',
  'engineFailures.notStarted.refused': 'Das System lehnte den Start ab, oder er endete sofort.',
  'engineFailures.notStarted.refused.remedy':
    'Auf dem gewohnten Weg starten. Strata verbindet sich von selbst, sobald die Engine da ist.',

  'engineFailures.registry.diskFull': 'Der Datenträger der Engine ist voll.',
  'engineFailures.registry.diskFull.remedy': 'Dort Platz schaffen und es dann erneut versuchen.',
  'engineFailures.registry.tooOften': 'Die Registry lehnt weitere Anfragen vorerst ab.',
  'engineFailures.registry.tooOften.remedy': 'Eine Weile warten, oder anmelden, um mehr zu dürfen.',
  'engineFailures.registry.untrusted': 'Die Engine vertraut dem Zertifikat der Registry nicht.',
  'engineFailures.registry.untrusted.remedy':
    'Deren Zertifizierungsstelle in den Ordner certs.d der Engine aufnehmen.',
  'engineFailures.registry.plain':
    'Die Registry spricht einfaches http, und die Engine nimmt von ihr nur https an.',
  'engineFailures.registry.plain.remedy': 'Die Registry unter insecure-registries der Engine eintragen.',
  'engineFailures.registry.silent': 'Die Registry antwortet nicht.',
  'engineFailures.registry.silent.remedy':
    'Ihren Namen und das Netzwerk prüfen und es dann erneut versuchen.',
  'engineFailures.registry.brokeOff': 'Die Verbindung zur Registry brach ab, und die Engine hat aufgegeben.',
  'engineFailures.registry.brokeOff.remedy':
    'Erneut versuchen: Was angekommen ist, wird nicht noch einmal gesandt.',
  'engineFailures.registry.ownError': 'Die Registry antwortet mit einem eigenen Fehler.',
  'engineFailures.registry.ownError.remedy': 'Später erneut versuchen oder ihrem Betreiber Bescheid geben.',
  'engineFailures.registry.notTheDigest': 'Was die Registry sandte, ist nicht das, wofür sein Digest steht.',
  'engineFailures.registry.notTheDigest.remedy':
    'Erneut versuchen. Bleibt es so, den Betreiber der Registry fragen: Seine Kopie ist beschädigt oder wurde manipuliert.',
  'engineFailures.registry.noRegistry': 'Was dort antwortet, spricht nicht wie eine Registry.',
  'engineFailures.registry.noRegistry.remedy':
    'Die Adresse prüfen: Sie ist der erste Teil der dortigen Image-Namen.',
  'engineFailures.registry.login': 'Die Registry verlangt eine Anmeldung.',
  'engineFailures.registry.login.remedy': 'Bei der Registry anmelden und es dann erneut versuchen.',
  'engineFailures.registry.rejected': 'Die Registry akzeptiert die Anmeldung nicht.',
  'engineFailures.registry.rejected.remedy':
    'Mit dem richtigen Benutzernamen und Passwort oder Token erneut anmelden.',
  'engineFailures.registry.otherLogin': 'Die Registry verlangt eine Anmeldung oder eine andere.',
  'engineFailures.registry.otherLogin.remedy': 'Bei der Registry anmelden und es dann erneut versuchen.',
  'engineFailures.registry.denied': 'Die Registry erlaubt dies nicht, oder es gibt kein solches Repository.',
  'engineFailures.registry.denied.remedy': 'Den Namen prüfen und mit einem Konto anmelden, das dies darf.',
  'engineFailures.registry.noImage': 'Die Registry hat kein solches Image.',
  'engineFailures.registry.noImage.remedy': 'Den Namen und den Tag prüfen.',
  'engineFailures.registry.noPlatform': 'Die Registry hat dieses Image, aber nicht für diese Plattform.',
  'engineFailures.registry.noPlatform.remedy': 'Eine der Plattformen wählen, die es dort gibt.',
  'engineFailures.connection.refused': 'Die Engine läuft nicht.',
  'engineFailures.connection.refused.remedy':
    'Die Engine starten. Strata verbindet sich von selbst, sobald sie da ist.',
  'engineFailures.connection.gone':
    'Dort antwortet nichts: Die Engine ist nicht installiert oder nicht gestartet.',
  'engineFailures.connection.gone.remedy':
    'Die Engine starten. Strata verbindet sich von selbst, sobald sie da ist.',
  'engineFailures.connection.forbidden': 'Sie dürfen den Socket der Engine nicht verwenden.',
  'engineFailures.connection.forbidden.remedy':
    'Mit dieser Zeile in einem Terminal der Gruppe docker beitreten und sich dann neu am Computer anmelden.',
  'engineFailures.connection.unknownHost': 'Der Host der Engine ist unbekannt.',
  'engineFailures.connection.unknownHost.remedy': 'DOCKER_HOST oder den Docker-Kontext prüfen.',
  'engineFailures.connection.silentHost': 'Der Host der Engine antwortet nicht.',
  'engineFailures.connection.silentHost.remedy': 'Das Netzwerk dorthin prüfen.',
  'engineFailures.connection.cut': 'Die Engine hat die Verbindung beendet.',
  'engineFailures.connection.cut.remedy': 'Prüfen, ob die Engine läuft, und es dann erneut versuchen.',
  'engineFailures.connection.untrustedEngine': 'Dem Zertifikat der Engine wird nicht vertraut.',
  'engineFailures.connection.untrustedEngine.remedy':
    'Die ca.pem in DOCKER_CERT_PATH oder im Docker-Kontext prüfen.',
};
