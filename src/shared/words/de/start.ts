import type { Translation } from '../message.js';
import type { start as english } from '../en/start.js';

export const start: Translation<typeof english> = {
  'start.sample': 'Beispielprojekt öffnen',
  'start.sample.failed': 'Das Beispielprojekt konnte nicht geschrieben werden',
  'start.sample.failed.detail': 'Es gehört nach {folder}.',
  'start.sample.failed.remedy':
    'Sehen Sie nach, ob der Datenträger voll ist und der Ordner Ihnen gehört, und versuchen Sie es erneut.',
  'start.tour': 'Rundgang beginnen',

  'start.tour.title': 'Rundgang',
  'start.tour.step': 'Schritt {step} von {count}',
  'start.tour.next': 'Weiter',
  'start.tour.back': 'Zurück',
  'start.tour.stop': 'Rundgang beenden',
  'start.tour.done': 'Fertig',

  'start.tour.images.title': 'Was ein Image ist',
  'start.tour.images':
    '{count, plural, one {Auf dieser Engine ist # Image} other {Auf dieser Engine sind # Images}}. Ein Image ist eine geordnete Liste von Änderungen am Dateisystem und dazu die Einstellungen, mit denen es läuft.',
  'start.tour.images.none':
    'Auf dieser Engine ist noch kein Image. Ein Image ist eine geordnete Liste von Änderungen am Dateisystem und dazu die Einstellungen, mit denen es läuft. Das Beispielprojekt ergibt eines: öffnen Sie es und drücken Sie „Bauen“.',
  'start.tour.images.unknown':
    'Ihre Images erscheinen hier, sobald eine Engine antwortet. Ein Image ist eine geordnete Liste von Änderungen am Dateisystem und dazu die Einstellungen, mit denen es läuft.',
  'start.tour.layers.title': 'Layer',
  'start.tour.layers':
    'Daraus besteht {image}, die Basis zuunterst. Jedes Band ist ein Layer: nach seinem Digest benannt, einmal gespeichert und von jedem Image geteilt, das darauf steht.',
  'start.tour.tags.title': 'Tags',
  'start.tour.tags':
    'Ein Tag ist ein beweglicher Zeiger. {image} steht jetzt für {id}; ein Build, ein Pull oder Sie können ihn auf ein anderes Image richten.',
  'start.tour.containers.title': 'Container',
  'start.tour.containers':
    'Ein Container ist ein beschreibbarer Layer auf {image}. Was er schreibt, liegt dort, und das Image bleibt, wie es ist.',
  'start.tour.noImage':
    'Es gibt kein Image, an dem sich das zeigen ließe. Gehen Sie zurück, bauen Sie das Beispielprojekt und kommen Sie wieder her.',
  'start.tour.build.title': 'Builds',
  'start.tour.build':
    'Ein Build spielt das Dockerfile von {project} ab und verwendet einen Layer wieder, solange sich darüber nichts geändert hat. Die Cache-Vorhersage sagt vor dem Build, welche Schritte laufen und warum.',
  'start.tour.build.none':
    'Ein Build spielt ein Dockerfile ab und verwendet einen Layer wieder, solange sich darüber nichts geändert hat. Öffnen Sie einen Projektordner oder das Beispielprojekt, um das an echten Dateien zu sehen.',
  'start.tour.end.title': 'Das war alles',
  'start.tour.end':
    '„Registrys“ bewahrt Anmeldungen auf und lässt Sie in Registrys hineinsehen; „Speicher“ schafft Platz und sagt vorher, wie viel. Jede Aktion findet sich unter ihrem Namen in der Befehlspalette, und „?“ listet die Tasten auf.',
};
