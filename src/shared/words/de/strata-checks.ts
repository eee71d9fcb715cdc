import type { Translation } from '../message.js';
import type { strataChecks as english } from '../en/strata-checks.js';

export const strataChecks: Translation<typeof english> = {
  'why.AptUpdateApart':
    'Der Schritt mit dem Update wird wochenlang wiederverwendet, weil sich sein Text nicht ändert. Eine Installation darunter, die sich ändert, verlangt dann Versionen, die die Server nicht mehr haben, und schlägt fehl oder bekommt alte.',
  'why.CacheOrder':
    'Ein Schritt wird nur wiederverwendet, solange jede Zeile darüber unverändert ist. Was sich am seltensten ändert, gehört nach oben: Dann wiederholt eine Änderung am Quelltext die schnellen Schritte darunter, nicht die langsamen.',
  'why.LargeBase':
    'Die ganze Basis wandert bei jedem ersten Push und Pull mit, belegt Platz auf jedem Rechner und muss frei von bekannten Lücken gehalten werden. Was nur der Build braucht, kann in einer früheren Stage bleiben.',
  'why.LogsToFiles':
    'Was ein Programm in seine Ausgabe und Fehlerausgabe schreibt, bewahrt Docker auf, und `docker logs` zeigt es. Eine Log-Datei geht mit dem Container verloren und wächst bis dahin in ihm.',
  'why.SecretInLayer':
    'Ein Layer behält, was in ihn gelegt wurde, auch wenn eine spätere Zeile es entfernt, und die Historie behält jedes ARG, ENV und RUN. Das Geheimnis nur dem einen Schritt geben, der es braucht: `RUN --mount=type=secret,id=token …` liest es aus /run/secrets/token, und nichts davon bleibt.',
  'why.WideCopy':
    'Ein Schritt wird nur wiederverwendet, solange alles darüber Kopierte unverändert ist. Werden zuerst nur die Dateien kopiert, die die Abhängigkeiten nennen, werden diese nur bei deren Änderung neu installiert, nicht nach jeder Bearbeitung.',

  'strata.updateApart':
    '{command} update läuft in einem eigenen Schritt: Die Installation in Zeile {line} richtet sich nach Listen, die alt sein können',
  'strata.updateApart.fix': 'Mit der Installation verbinden',
  'strata.order.and': '{before} und {last}',
  'strata.order.copy':
    '{install} läuft bei jeder Änderung einer Datei erneut, die Zeile {line} kopiert, und braucht keine davon',
  'strata.order.argument':
    '{name} hat in jedem Build einen anderen Wert; {install} in Zeile {line} läuft deshalb jedes Mal erneut, ohne ihn zu nutzen',
  'strata.order.install': 'die Installation',
  'strata.order.fix': 'Über Zeile {line} setzen',
  'strata.base.tools':
    '{image} bringt Compiler und Bibliotheken zum Bauen mit und ist etwa {times, select, x2 {doppelt} x3 {dreimal} x4 {viermal} x5 {fünfmal} x7 {siebenmal} other {eineinhalbmal}} so groß wie {smaller}',
  'strata.base.system':
    '{image} bringt ein größeres Debian mit und ist etwa {times, select, x2 {doppelt} x3 {dreimal} x4 {viermal} x5 {fünfmal} x7 {siebenmal} other {eineinhalbmal}} so groß wie {smaller}',
  'strata.base.documentation':
    '{image} bringt Dokumentation und Locales mit und ist etwa {times, select, x2 {doppelt} x3 {dreimal} x4 {viermal} x5 {fünfmal} x7 {siebenmal} other {eineinhalbmal}} so groß wie {smaller}',
  'strata.logs':
    '{program} schreibt sein Log nach {access}, wo docker logs es nicht findet: auf /dev/stdout verlinken, und {error} auf /dev/stderr',
  'strata.logs.fix': 'Logs mit den Ausgaben verlinken',
  'strata.copy':
    '{copy} bringt alle Dateien vor {install} in Zeile {line}, das nur {names} liest: zuerst COPY {patterns}, den Rest darunter',
  'strata.copy.install': 'dem Installieren',
  'strata.copy.fix': 'Zuerst COPY {patterns}',
  'strata.secret.settings':
    '{file} ist für Einstellungen und Passwörter gedacht: Einmal kopiert, können es alle lesen, die das Image haben',
  'strata.secret.key':
    '{file} heißt wie ein privater Schlüssel: Einmal kopiert, können ihn alle lesen, die das Image haben',
  'strata.secret.store':
    '{file} heißt wie ein Schlüsselspeicher: Einmal kopiert, können ihn alle lesen, die das Image haben',
  'strata.secret.logins':
    '{file} ist für Anmeldedaten gedacht: Einmal kopiert, können sie alle lesen, die das Image haben',
  'strata.secret.registries':
    '{file} ist für Registry-Anmeldungen gedacht: Einmal kopiert, können sie alle lesen, die das Image haben',
  'strata.secret.keysAndLogins':
    '{file} ist für Schlüssel und Anmeldedaten gedacht: Einmal kopiert, können sie alle lesen, die das Image haben',
  'strata.secret.credentials':
    '{file} heißt wie eine Datei mit Zugangsdaten: Einmal kopiert, können sie alle lesen, die das Image haben',
  'strata.token.aws': 'In der {keyword}-Zeile steht ein AWS-Zugriffsschlüssel',
  'strata.token.github': 'In der {keyword}-Zeile steht ein GitHub-Token',
  'strata.token.gitlab': 'In der {keyword}-Zeile steht ein GitLab-Token',
  'strata.token.npm': 'In der {keyword}-Zeile steht ein npm-Token',
  'strata.token.slack': 'In der {keyword}-Zeile steht ein Slack-Token',
  'strata.token.stripe': 'In der {keyword}-Zeile steht ein Stripe-Schlüssel',
  'strata.token.google': 'In der {keyword}-Zeile steht ein Google-Schlüssel',
  'strata.token.privateKey': 'In der {keyword}-Zeile steht ein privater Schlüssel',
  'strata.token.address': 'In der {keyword}-Zeile steht ein Passwort in einer Adresse',
  'strata.passed':
    'Dieser Schritt benutzt {name} aus einem ARG oder ENV, der Wert bleibt also in der Historie des Images',
  'strata.passed.why':
    'Alle, die das Image haben, können seine Historie lesen. Das ARG oder ENV entfernen und `RUN --mount=type=secret,id={id},env={name} …` schreiben: Der Schritt findet {name} wie zuvor, und nichts davon bleibt.',
};
