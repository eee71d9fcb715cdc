import type { Translation } from '../message.js';
import type { updateFailures as english } from '../en/update-failures.js';

export const updateFailures: Translation<typeof english> = {
  'updateFailures.larger': 'Es ist größer als die {size} Bytes, die signiert wurden. Es wurde verworfen.',
  'updateFailures.otherSum': 'Seine SHA-512-Summe ist nicht die, die signiert wurde. Es wurde verworfen.',
  'updateFailures.notKept': 'Das Update lässt sich nicht behalten',
  'updateFailures.notKept.detail':
    'Es ist kein Platz dafür da, oder Strata darf nicht in seinen eigenen Ordner schreiben.',
  'updateFailures.notKept.remedy':
    'Platz schaffen oder die Rechte des Ordners prüfen und es dann erneut herunterladen. Die Einstellungen nennen den Ordner.',
  'updateFailures.unreachable': 'Unter {host} lässt sich nicht nach Updates fragen',
  'updateFailures.unreachable.detail': 'Die Adresse antwortet nicht oder ist nicht vertrauenswürdig.',
  'updateFailures.unreachable.remedy': 'Das Netzwerk prüfen und es dann erneut versuchen.',
  'updateFailures.none': '{host} bietet keine Updates an',
  'updateFailures.none.detail': 'Die Antwort auf die Frage nach {path} war {status}.',
  'updateFailures.none.remedy':
    'Später erneut versuchen. Bleibt es so, dort nachsehen, woher Strata kam, ob Updates jetzt woanders liegen.',
  'updateFailures.refused': 'Das Update wird abgelehnt',
  'updateFailures.tooMuch': '{host} sandte für {path} mehr als {size} KiB; so groß ist keine solche Datei.',
  'updateFailures.tooMuch.remedy':
    'Es wurde nichts geändert. Später erneut versuchen, wenn möglich in einem anderen Netzwerk.',
  'updateFailures.other': '{file} ist nicht das, was signiert wurde',
  'updateFailures.other.remedy':
    'Es wurde nichts installiert. Später erneut versuchen, wenn möglich in einem anderen Netzwerk.',
  'updateFailures.cut': '{file} kam nur zum Teil an',
  'updateFailures.cut.detail': '{bytes} von {size} Bytes kamen an, bevor die Verbindung endete.',
  'updateFailures.cut.remedy':
    'Es wurde nichts installiert. Das Netzwerk prüfen und es dann erneut herunterladen.',

  'updateFailures.older':
    'Der Kanal bietet Strata {offered} an und hat zuvor {before} angeboten: Statt der neuen Datei wird eine alte gezeigt.',

  'updateFailures.notInstalled': 'Strata {version} wurde nicht installiert',
  'updateFailures.notInstalled.detail':
    'Dies ist noch Strata {version}. Das System lehnte das Paket ab, oder die Frage nach einem Passwort wurde geschlossen.',
  'updateFailures.notInstalled.remedy':
    'Nach Updates suchen, um es erneut zu versuchen, oder Strata auf dem Weg holen, auf dem es zuerst kam. Das Protokoll sagt mehr.',
  'updateFailures.cancelled': 'Das Herunterladen von Strata {version} wurde abgebrochen',
  'updateFailures.cancelled.detail': 'Nichts davon wird behalten.',
  'updateFailures.notOfferedYet': 'Es ist kein Strata zum Installieren im Angebot',
  'updateFailures.notOffered': 'Strata {version} ist nicht im Angebot',
  'updateFailures.notOffered.detail': 'Was gefunden wurde, hat sich geändert, seit es gezeigt wurde.',
  'updateFailures.notOffered.remedy': 'Erneut nach Updates suchen.',
  'updateFailures.cannot': 'Dieses Strata aktualisiert sich nicht selbst',
  'updateFailures.cannot.detail': 'Es gibt keine Stelle, die es fragen könnte.',
  'updateFailures.bug': 'Nach Updates lässt sich nicht suchen',
  'updateFailures.bug.detail': 'Das ist ein Fehler von Strata.',
  'updateFailures.bug.remedy': 'Unten einen Bericht kopieren und Stratas Entwickler benachrichtigen.',

  'updateFailures.signature':
    'Die Signatur von „{file}“ stimmt nicht: Jemand anderes hat sie gemacht, oder die Datei wurde seither geändert.',
  'updateFailures.unreadable': '„{file}“ ist signiert und nicht lesbar.',
  'updateFailures.otherFile':
    '„{file}“ wurde als „{signed}“ signiert, für einen anderen Kanal oder ein anderes System.',
  'updateFailures.beta': 'Der Kanal „Stabil“ bietet die Beta-Version {version} an.',
  'updateFailures.noPackage': 'Strata {version} hat kein Paket für dieses System',
  'updateFailures.noPackage.detail': 'Unter {files} ist keines für {arch}, das dieses ersetzen könnte.',
  'updateFailures.noPackage.remedy': 'Dort nachsehen, woher Strata kam, ob es eines in anderer Form gibt.',
  'updateFailures.refused.remedy':
    'Es wurde nichts heruntergeladen oder geändert. Später erneut versuchen; bleibt es so, Strata auf dem Weg holen, auf dem es zuerst kam.',

  'updateFailures.changed': 'Strata {version} ist nicht installiert',
  'updateFailures.changed.detail':
    'Was heruntergeladen wurde, ist weg oder wurde seither von etwas auf diesem Computer geändert.',
  'updateFailures.changed.remedy': 'Nach Updates suchen und es erneut herunterladen.',
  'updateFailures.notReady': 'Strata {version} lässt sich nicht bereitstellen',
  'updateFailures.notReady.detail': 'Es wurde heruntergeladen, und dieses System nimmt es nicht an.',
  'updateFailures.notReady.remedy':
    'Strata auf dem Weg holen, auf dem es zuerst kam. Das Protokoll sagt mehr; die Einstellungen nennen es.',
};
