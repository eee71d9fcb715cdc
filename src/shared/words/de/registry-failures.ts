import type { Translation } from '../message.js';
import type { registryFailures as english } from '../en/registry-failures.js';

export const registryFailures: Translation<typeof english> = {
  'registryFailures.taken': '{name} steht für ein anderes Image',
  'registryFailures.taken.now': 'In der Registry ist es jetzt {digest}….',
  'registryFailures.taken.remedy': 'Den Tag bewusst verschieben oder einen anderen wählen.',
  'registryFailures.moreFall': 'Mit ihm fielen weitere Tags',
  'registryFailures.moreFall.andOthers': '{names} und andere stehen inzwischen ebenfalls für diesen Digest.',
  'registryFailures.moreFall.these': 'Für diesen Digest stehen inzwischen auch: {names}.',
  'registryFailures.moreFall.remedy': 'Erneut ansehen, was gelöscht wird.',

  'registryFailures.noImage': '{name} ist kein Image',
  'registryFailures.noPlatform': '{name} gibt es nicht für {platform}',
  'registryFailures.noImage.detail':
    'Es ist ein Artefakt anderer Art und hat keine Layer, die sich zeigen ließen.',
  'registryFailures.noPlatform.detail': 'Die Registry hat es für andere Plattformen.',

  'registryFailures.tooOften': '{registry} wurde von hier aus zu oft gefragt.',
  'registryFailures.tooOften.wait':
    '{registry} wurde von hier aus zu oft gefragt und bittet, {time} zu warten.',
  'registryFailures.tooOften.login':
    'Warten und es dann erneut versuchen. Registrys erlauben Angemeldeten oft mehr.',
  'registryFailures.tooOften.remedy': 'Warten und es dann erneut versuchen.',
  'registryFailures.whoAsks': '{registry} will wissen, wer fragt.',
  'registryFailures.logIn': 'Unter „Registrys“ bei {registry} anmelden und es dann erneut versuchen.',
  'registryFailures.loginRefused': '{registry} akzeptiert die Anmeldung von „{username}“ hierfür nicht.',
  'registryFailures.loginRefused.remedy':
    'Unter „Registrys“ erneut bei {registry} anmelden, oder mit einem Konto, das dies darf.',
  'registryFailures.notOffered': '{registry} bietet dies nicht an.',
  'registryFailures.notOffered.remedy': 'Dafür die Webseite oder die Werkzeuge der Registry verwenden.',
  'registryFailures.notForAll': '{registry} erlaubt es nicht jedem, oder es gibt kein solches Repository.',
  'registryFailures.notForUser':
    '{registry} erlaubt „{username}“ dies nicht, oder es gibt kein solches Repository.',
  'registryFailures.notForUser.remedy': 'Den Namen prüfen oder mit einem Konto anmelden, das dies darf.',
  'registryFailures.nothing': '{registry} hat nichts mit diesem Namen.',
  'registryFailures.nothing.remedy': 'Den Namen prüfen.',
  'registryFailures.ownError': '{registry} antwortet mit einem eigenen Fehler.',
  'registryFailures.later': 'Später erneut versuchen.',
  'registryFailures.asNoRegistry': '{registry} antwortet nicht wie eine Registry.',
  'registryFailures.checkAddress': 'Die Adresse prüfen: Sie ist der erste Teil der dortigen Image-Namen.',
  'registryFailures.wait.seconds': '{seconds} s',
  'registryFailures.wait.minutes': '{minutes} min',
  'registryFailures.wait.hours': '{hours} h',

  'registryFailures.notTheDigest': 'Was die Registry sandte, ist nicht das, wofür {digest}… steht.',
  'registryFailures.notTheDigest.remedy':
    'Erneut versuchen. Bleibt es so, den Betreiber der Registry fragen: Seine Kopie ist beschädigt oder wurde manipuliert.',

  'registryFailures.strange.more': 'Es kamen mehr als {limit} Bytes.',
  'registryFailures.noCatalogue': '{registry} listet seine Repositorys nicht auf',
  'registryFailures.noTags': 'Die Tags von {repository} lassen sich nicht auflisten',
  'registryFailures.strange.noList': 'Es ist keine Liste von Namen.',
  'registryFailures.readManifest': 'Das Manifest von {name} konnte nicht gelesen werden',
  'registryFailures.strange.noManifest': 'Es ist kein Manifest, das Strata kennt.',
  'registryFailures.unresolved': '{registry} sagt nicht, was {repository}:{reference} ist',
  'registryFailures.readConfig':
    'Die Einstellungen eines Images in {repository} konnten nicht gelesen werden',
  'registryFailures.strange.size': 'Sie sind {size} Bytes groß.',
  'registryFailures.strange.noImage': 'Es ist kein Image.',
  'registryFailures.blobUnknown': '{registry} sagt nicht, ob ein Layer von {repository} dort ist',
  'registryFailures.readLayer': 'Ein Layer von {repository} konnte nicht gelesen werden',
  'registryFailures.write': '{name} konnte nicht nach {registry} geschrieben werden',
  'registryFailures.delete': '{name} konnte nicht aus {registry} gelöscht werden',
  'registryFailures.badName': '{registry} lässt sich nicht nach „{name}“ fragen',
  'registryFailures.badName.detail':
    'Das ist kein Name, den ein Repository, ein Tag oder ein Digest haben kann.',
  'registryFailures.badName.remedy':
    'Repositorys werden kleingeschrieben, wie in library/alpine; Tags haben keine Schrägstriche.',
  'registryFailures.strange': '{registry} sandte etwas anderes als das, wonach gefragt wurde. {detail}',
  'registryFailures.strange.remedy': 'Erneut versuchen. Bleibt es so, den Betreiber der Registry fragen.',

  'registryFailures.astray.nowhere': '{from} leitet an keine Adresse weiter; dorthin folgt Strata nicht.',
  'registryFailures.astray': '{from} leitet an {to} weiter; dorthin folgt Strata nicht.',
  'registryFailures.tampered': 'Den Betreiber der Registry fragen. Sie könnte manipuliert sein.',

  'registryFailures.notARegistry': '{registry} ist keine Registry',
  'registryFailures.noToken': 'Der Token-Dienst {host} gab keinen Token aus.',
  'registryFailures.stranger.nobody': '{registry} will das Passwort an niemanden gesandt haben',
  'registryFailures.stranger': '{registry} will das Passwort an {host} gesandt haben',
  'registryFailures.stranger.allow':
    'Nur erlauben, wenn sicher ist, dass {host} die Anmeldungen von {registry} prüft; der Betreiber der Registry kann es sagen.',

  'registryFailures.notToTheEnd': '{host} wurde nicht zu Ende gefragt',

  'registryFailures.noWayIn':
    'Sie verlangt eine Anmeldung, nennt aber keinen Weg dazu, den Strata oder die Engine kennt.',

  'registryFailures.plan': 'Was übertragen würde, lässt sich nicht sagen',
  'registryFailures.tags': 'Die Tags lassen sich nicht auflisten',
  'registryFailures.offer': 'Was ein Pull bringt, lässt sich nicht sagen',

  'registryFailures.noAddress': 'Sie hat keine Adresse.',
  'registryFailures.noKnownWayIn': 'Sie nennt keinen Weg der Anmeldung, den Strata kennt.',
  'registryFailures.login': '{registry} akzeptiert diese Anmeldung nicht',
  'registryFailures.login.identity': 'Sie gibt für diesen Identity-Token nichts aus.',
  'registryFailures.login.identity.remedy':
    'Einen neuen anfordern: Sie laufen ab und können zurückgezogen werden.',
  'registryFailures.login.unknown': 'Sie kennt keinen Benutzer „{username}“ mit diesem Passwort oder Token.',
  'registryFailures.login.unknown.remedy':
    'Benutzernamen und Passwort prüfen. Ist Zwei-Faktor-Anmeldung aktiv, einen Zugriffstoken verwenden.',
  'registryFailures.noIdentities': '{registry} nimmt keine Identity-Token an',
  'registryFailures.noIdentities.detail': 'Sie hat keinen Token-Dienst, der sie eintauschen würde.',
  'registryFailures.noIdentities.remedy':
    'Mit einem Benutzernamen und einem Passwort oder Zugriffstoken anmelden.',
  'registryFailures.refusesMore': '{registry} lehnt weitere Anfragen vorerst ab',
  'registryFailures.refusesMore.detail': 'Sie wurde von hier aus zu oft gefragt.',
  'registryFailures.refusesMore.remedy': 'Ein paar Minuten warten und es dann erneut versuchen.',
  'registryFailures.redirects': 'Sie leitet weiter, und eine Anmeldung wird nicht mitgesandt.',
  'registryFailures.redirects.to': 'Sie leitet an {to} weiter, und eine Anmeldung wird nicht mitgesandt.',
  'registryFailures.redirects.remedy': 'Ist {to} die gemeinte Registry, dort anmelden.',
  'registryFailures.notWorking': '{registry} funktioniert im Augenblick nicht',
  'registryFailures.notWorking.detail': 'Sie antwortet mit einem eigenen Fehler.',
  'registryFailures.notAsRegistry': 'Was dort antwortet, spricht nicht wie eine Registry.',
  'registryFailures.colon': '„{username}“ kann kein Benutzername sein',
  'registryFailures.colon.detail': 'Eine Registry liest den Doppelpunkt als Ende des Namens.',
  'registryFailures.colon.remedy': 'Nur den Benutzernamen eingeben; das Passwort gehört in das eigene Feld.',

  'registryFailures.noAnswer': '{host} antwortet nicht',
  'registryFailures.noAnswer.detail': 'Innerhalb von {seconds} s kam nichts zurück.',
  'registryFailures.checkNetwork': 'Adresse und Netzwerk prüfen und es dann erneut versuchen.',
  'registryFailures.plain': '{host} spricht kein https',
  'registryFailures.plain.detail':
    'Ohne Verschlüsselung kann jeder auf dem Weg ein Passwort lesen und ein Image ändern.',
  'registryFailures.plain.remedy':
    'Liegt {host} in einem eigenen Netzwerk, kann Strata dort einfaches http sprechen. Die Engine hat dafür ihre eigene Liste: insecure-registries.',
  'registryFailures.untrusted': '{host} ist nicht vertrauenswürdig',
  'registryFailures.untrusted.detail': 'Das Zertifikat ist von keiner Stelle signiert, die Strata kennt.',
  'registryFailures.untrusted.remedy':
    'Gehört die Registry Ihnen, das Zertifikat der Zertifizierungsstelle als {folder}/ca.crt in den Ordner certs.d der Engine legen; Strata liest es auch dort.',
  'registryFailures.unreached': '{host} ist nicht erreichbar',
  'registryFailures.unreached.detail': 'Die Verbindung schlug fehl: {cause}.',
  'registryFailures.certificate.expired': 'Das Zertifikat ist abgelaufen.',
  'registryFailures.certificate.early':
    'Das Zertifikat gilt noch nicht; vielleicht geht die Uhr hier falsch.',
  'registryFailures.certificate.otherHost': 'Das Zertifikat ist für einen anderen Host.',
  'registryFailures.certificate.self': 'Das Zertifikat ist von sich selbst signiert.',
  'registryFailures.network.noHost': 'Es gibt keinen Host namens {host}.',
  'registryFailures.network.noLookup':
    'Der Name {host} lässt sich nicht auflösen; vielleicht ist kein Netzwerk da.',
  'registryFailures.network.nobody': 'Dort nimmt niemand Verbindungen an.',
  'registryFailures.network.ended': 'Der Host hat die Verbindung beendet.',
  'registryFailures.network.plain': 'Der Host spricht kein https.',
  'registryFailures.network.none': 'Es führt kein Netzwerk dorthin.',
  'registryFailures.network.noWeb': 'Was dort antwortet, ist kein Webserver.',
  'registryFailures.network.large': 'Die Antwort ist zu groß für die einer Registry.',
  'registryFailures.network.broke': 'Die Antwort brach ab.',

  'registryFailures.cantPushPlain': '{image} kann nicht gepusht werden',
  'registryFailures.digest': 'Ein Digest kann kein Ziel sein',
  'registryFailures.digest.plan': 'Er benennt Inhalt, den es schon gibt; ein Push braucht einen Namen dafür.',
  'registryFailures.digest.remedy': '„@sha256:…“ weglassen und bei Bedarf einen Tag angeben.',

  'registryFailures.offerOf': 'Was ein Pull von {name} bringt, lässt sich nicht sagen',

  'registryFailures.pull': 'Der Pull von {name} schlug fehl',
  'registryFailures.noPlatformChoice':
    'Die Engine kann keine Plattform wählen: Ihre API ist {version}, und erst 1.32 kann es.',
  'registryFailures.noPlatformChoice.remedy':
    'Den Pull ohne Plattform machen oder eine neuere Engine verwenden.',

  'registryFailures.push': 'Der Push von {name} schlug fehl',
  'registryFailures.cantPush': '„{name}“ kann nicht gepusht werden',
  'registryFailures.cantTag': '{name} kann nicht zu einem Tag von {image} gemacht werden',
  'registryFailures.moved':
    '{name} war das Image {before}, das seine anderen Namen behält; jetzt ist es {now}',
  'registryFailures.noSuchImage': 'Es gibt kein Image „{image}“',
  'registryFailures.noSuchImage.detail': 'Es wurde vielleicht entfernt.',
  'registryFailures.noSuchImage.remedy': 'Auf dem Bildschirm „Images“ ein anderes wählen.',
  'registryFailures.digest.detail':
    '„{destination}“ benennt Inhalt, den es schon gibt; ein Push braucht einen Namen dafür.',

  'registryFailures.logInFirst': 'Bei {registry} anmelden',
  'registryFailures.logInFirst.detail': '{title}: Die Registry will wissen, wer fragt.',
  'registryFailures.loginEnded': '{registry} akzeptiert die Anmeldung von „{username}“ nicht mehr.',
  'registryFailures.loginEnded.remedy':
    'Unter „Registrys“ erneut bei {registry} anmelden und es dann noch einmal versuchen.',
  'registryFailures.unfinished': 'Die Engine hörte auf, bevor sie sagte, dass sie fertig ist.',
  'registryFailures.unfinished.remedy':
    'Prüfen, ob die Engine läuft, und es dann erneut versuchen: Was schon angekommen ist, wird nicht noch einmal gesandt.',

  'registryFailures.lookAtImage': 'Das Image lässt sich nicht ansehen',
  'registryFailures.checking': 'Suche nach neueren Images',

  'registryFailures.notSent.stranger': 'Strata hat es nicht gesandt: Die Adresse gehört jemand anderem.',
  'registryFailures.notSent.no-address': 'Strata hat es nicht gesandt: Das ist keine Adresse.',
  'registryFailures.notSent.username':
    'Strata hat es nicht gesandt: Die Adresse enthält einen Benutzernamen.',
  'registryFailures.notSent.plain': 'Strata hat es nicht gesandt: Die Adresse ist nicht https.',
  'registryFailures.notSent.other-host': 'Strata hat es nicht gesandt: Es ist ein anderer Host.',
};
