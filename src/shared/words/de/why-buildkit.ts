import type { Translation } from '../message.js';
import type { whyBuildkit as english } from '../en/why-buildkit.js';

export const whyBuildkit: Translation<typeof english> = {
  'why.ConsistentInstructionCasing':
    'Einheitlich geschriebene Anweisungen heben sich von ihren Argumenten ab; gemischte Schreibung macht eine Datei schwerer zu überfliegen.',
  'why.CopyIgnoredFile':
    'Die Ignore-Datei hält sie aus dem Build heraus: Es gibt nichts zu kopieren, und der Build bricht hier ab.',
  'why.DuplicateStageName':
    'Ein Name kann nur für eine Stage stehen. Was sich darunter auf ihn bezieht, meint die letzte Stage dieses Namens; die frühere ist nicht mehr erreichbar.',
  'why.ExposeInvalidFormat':
    'EXPOSE sagt, auf welchem Port das Programm lauscht; wo es erreichbar ist, wird mit -p beim Start des Containers gewählt. Die Adresse ist wirkungslos, und eine spätere Docker-Version wird sie ablehnen.',
  'why.ExposeProtoCasing':
    'Docker speichert das Protokoll in Kleinbuchstaben. So geschrieben sagt die Zeile, was das Image sagen wird.',
  'why.FromAsCasing': 'FROM und AS sind eine Anweisung. In gleicher Schreibung lesen sie sich auch so.',
  'why.FromPlatformFlagConstDisallowed':
    'Mit fester Plattform baut die Datei nur für diese eine, was auch verlangt wird. Die Wahl dem `--platform` des Builds überlassen, oder die Stage nach der Plattform benennen, wenn es so gemeint ist.',
  'why.InvalidBaseImagePlatform':
    'Das hiesige Image ist für eine andere Art von Rechner gemacht. Was darauf läuft, läuft über Emulation, langsam, oder gar nicht.',
  'why.InvalidDefaultArgInFrom':
    'Ohne das Build-Argument fehlt das Image, von dem aus gebaut wird: Nur wer weiß, dass es anzugeben ist, kann die Datei bauen. Mit einem Standardwert können es alle.',
  'why.InvalidDefinitionDescription':
    'Ein Kommentar direkt über einer Stage oder einem Argument wird als dessen Beschreibung gezeigt, wenn er mit dem Namen beginnt. Ist das nicht gemeint, hilft eine Leerzeile dazwischen.',
  'why.JSONArgsRecommended':
    'Als Text geschrieben läuft es in einer Shell, die Prozess 1 ist und Signale nicht weitergibt: Das Programm erfährt nicht, dass es enden soll, und wird nach zehn Sekunden abgebrochen. Eine SHELL-Anweisung sagt, dass eine Shell gewollt ist.',
  'why.LegacyKeyValueFormat':
    'Mit einem Leerzeichen statt des Gleichheitszeichens ist alles Folgende ein einziger Wert; ein zweiter Name in der Zeile wird Teil davon. Die Form besteht nur noch für alte Dateien.',
  'why.LegacyKeyValueFormat.arg':
    'ARG hat keine Form mit Leerzeichen: Hier werden zwei Argumente ohne Wert deklariert, und das zweite wird nirgends benutzt.',
  'why.MaintainerDeprecated':
    'MAINTAINER besteht nur noch für alte Dateien. Ein Label sagt dasselbe, lässt sich suchen und kann bei Bedarf mehr sagen.',
  'why.MultipleInstructionsDisallowed':
    'Nur die letzte einer Stage zählt. Die darüber bewirken nichts und sehen doch so aus.',
  'why.NoEmptyContinuation':
    'Eine Leerzeile in einer Anweisung sieht aus wie ihr Ende, und eine spätere Docker-Version wird sie ablehnen.',
  'why.RedundantTargetPlatform':
    'Ein Image wird ohnehin für die Zielplattform genommen; die Option sagt nichts.',
  'why.ReservedStageName':
    '„scratch“ meint ein leeres Image und „context“ den Ordner, der zum Build gesendet wird. Eine Stage dieses Namens kann damit verwechselt werden.',
  'why.SecretsUsedInArgOrEnv':
    'Die Werte von ARG und ENV bleiben in der Historie des Images, wo alle sie lesen können, die das Image haben. Ein Geheimnis gehört in `RUN --mount=type=secret` oder wird beim Start des Containers mitgegeben.',
  'why.StageNameCasing':
    'Docker liest Stage-Namen in Kleinbuchstaben, wie sie auch geschrieben sind. Klein geschrieben heben sie sich außerdem von den Anweisungen ringsum ab.',
  'why.UndefinedArgInFrom':
    'Nur ein ARG über dem ersten FROM hat dort einen Wert. Jeder andere Name wird zu nichts, und der Name des Images stimmt nicht.',
  'why.UndefinedVar':
    'Vor ihrem ARG oder ENV und in einer anderen Stage hat eine Variable keinen Wert, an ihre Stelle tritt also nichts. Die Ausnahme ist ein Image, das sie selbst setzt, was von hier aus nicht zu sehen ist.',
  'why.WorkdirRelativePath':
    'Ein relativer Ordner setzt den fort, den das Basis-Image gesetzt hat. Setzt ein neueres einen anderen, landen die Dateien woanders.',
};
