import type { Translation } from '../message.js';
import type { archives as english } from '../en/archives.js';

export const archives: Translation<typeof english> = {
  'archives.save': 'Archiv speichern',
  'archives.saveThis': 'Speichern …',
  'archives.load': 'Archiv laden',
  'archives.loadThis': 'Laden …',
  'archives.loadNow': 'Laden',
  'archives.close': 'Schließen',
  'archives.cancel': 'Abbrechen',
  'archives.cancelling': 'Wird abgebrochen …',
  'archives.back': 'Zurück',
  'archives.copyPath': 'Pfad kopieren',
  'archives.count.archive': '{count, plural, one {# Image} other {# Images}} in diesem Archiv.',
  'archives.count.layout': '{count, plural, one {# Image} other {# Images}} in diesem Ordner.',
  'archives.lookedInto': 'An Ort und Stelle betrachtet: Nichts davon wurde in die Engine geladen.',
  'archives.none': 'Kein Image enthalten',
  'archives.none.hint':
    'Es ist kein Image aufgeführt. Was enthalten ist, kann eine andere Art von Artefakt sein.',
  'archives.image': 'Image',
  'archives.notAnImage': 'Dies ist kein lauffähiges Image',
  'archives.notAnImage.hint': 'Seine Konfiguration sagt weder, wie es läuft, noch, woraus es gemacht wurde.',
  'archives.about': 'Über dieses Image',
  'archives.tab.layers': 'Layer',
  'archives.tab.runs': 'Ausführung',
  'archives.tab.inspect': 'Rohdaten',
  'archives.readAgain': 'Erneut lesen',
  'archives.reading': 'Das Archiv wird gelesen',
  'archives.opening': 'Wird geöffnet …',

  'archives.looking': 'Der Inhalt wird angesehen …',
  'archives.lookInside': 'Hineinsehen',
  'archives.contents.layout':
    'Dieser Ordner ist ein OCI-Layout. In seine Images lässt sich hier hineinsehen; eine Engine lädt nur Archive.',
  'archives.contents.compressed':
    'Das Archiv ist komprimiert; was darin ist, zeigt sich erst nach dem Entpacken: hineinsehen oder laden. Namen darin, die jetzt für andere Images stehen, gehen dann über; das Ergebnis sagt, welche.',
  'archives.contents.unnamed': '{count, number} ohne Namen.',
  'archives.contents.moved':
    '{count, plural, one {# Name zeigt jetzt auf ein anderes Image und ginge über} other {# Namen zeigen jetzt auf andere Images und gingen über}}; das frühere Image bleibt.',
  'archives.names': 'Namen im Archiv',
  'archives.names.name': 'Name',
  'archives.names.effect': 'Beim Laden',
  'archives.effect.new': 'Neu',
  'archives.effect.unknown': 'Jetzt {now}; erst das Laden zeigt, ob er übergeht',
  'archives.effect.here': 'Schon vorhanden',
  'archives.effect.moves': 'Geht von {now} an {image} über',

  'archives.import': 'Importieren',
  'archives.import.hint':
    'Dies ist ein Dateisystem, kein Archiv von Images: Es enthält keine Layer, Einstellungen oder Namen. Beim Import wird daraus ein neues Image mit einem Layer.',
  'archives.import.name': 'Image-Name',
  'archives.import.settings': 'Einstellungen',
  'archives.import.settings.hint':
    'Je eine Zeile wie in einem Dockerfile: CMD, ENTRYPOINT, ENV, EXPOSE, USER, WORKDIR…',
  'archives.import.move': 'Den Namen übernehmen, wenn ein anderes Image ihn hat',

  'archives.loaded': '{count, plural, one {# Image ist} other {# Images sind}} hier.',
  'archives.loaded.named':
    '{count, plural, one {# Image ist} other {# Images sind}} hier, unter {names, number} Namen.',
  'archives.loaded.list': 'Geladene Images',
  'archives.loaded.moved': 'von {before} an {image} übergegangen',
  'archives.open': 'Öffnen',
  'archives.open.one': '{image} öffnen',
  'archives.words': 'Die Worte der Engine',

  'archives.saving.list': 'Images, die gespeichert werden',
  'archives.saving.size': 'Vor der Kompression höchstens etwa {size}.',
  'archives.saving.hint':
    'Das Archiv enthält jeden Layer einmal, mit Einstellungen und Namen. Nur Sie können es lesen: Images können Geheimnisse enthalten.',
  'archives.saving.gzip': 'Mit gzip komprimieren: kleiner, aber langsamer',
  'archives.saved': '{size} als {file} gespeichert.',
  'archives.saved.copy': 'Speicherort kopieren',
  'archives.cancelled.save': 'Abgebrochen. Es wurde nichts geschrieben.',
  'archives.cancelled.load':
    'Abgebrochen. Ein Image, das die Engine bis dahin vollständig hatte, ist womöglich da.',

  'archives.progress.preparing.save': 'Die Engine sammelt die Layer …',
  'archives.progress.preparing.load': 'Wird begonnen …',
  'archives.progress.moving.save': '{bytes} von etwa {total}',
  'archives.progress.moving.load': '{bytes} von {total}',
  'archives.progress.finishing.save': 'Der Rest wird geschrieben …',
  'archives.progress.finishing.load': 'Die Engine entpackt, was angekommen ist …',
};
