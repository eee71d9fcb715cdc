import type { Translation } from '../message.js';
import type { engine as english } from '../en/engine.js';

export const engine: Translation<typeof english> = {
  'engine.status': 'Engine',
  'engine.connecting': 'Verbinden…',
  'engine.none': 'Keine Engine',
  'engine.version': 'Engine {version}',
  'engine.choose': 'Engine wählen',

  'engine.start': '{name} starten',
  'engine.starting': 'Wird gestartet…',
  'engine.trying': 'Wird versucht…',
  'engine.elsewhere': 'Anderswo suchen…',
  'engine.tried.DOCKER_HOST': 'Versucht: {address}, genannt von DOCKER_HOST.',
  'engine.tried.default': 'Versucht: {address}, dockers Vorgabe.',
  'engine.tried.context': 'Versucht: {address}, genannt vom docker-Kontext.',
  'engine.tried.contextNamed': 'Versucht: {address}, genannt vom docker-Kontext „{name}“.',
  'engine.tried.found': 'Versucht: {name} unter {address}.',
  'engine.tried.foundUnnamed': 'Versucht: ein bekanntes Programm unter {address}.',

  'engine.places': 'Engines',
  'engine.places.looking': 'Suche, wo Engines sein können…',
  'engine.places.absent': 'Auch nachgesehen bei',
  'engine.places.absent.count': '{count, number}, nichts gefunden',
  'engine.places.chosen':
    'Die Wahl gilt auch für spätere Starts, außer DOCKER_HOST oder DOCKER_CONTEXT nennt etwas anderes.',
  'engine.places.follow': 'Dockers eigener Wahl folgen',
  'engine.places.followed': 'Strata folgt docker: DOCKER_HOST, dem benutzten Kontext oder der Vorgabe.',
  'engine.places.again': 'Erneut suchen',
  'engine.places.busy': 'Suche…',

  'engine.place.inUse': 'in Gebrauch',
  'engine.place.tried': 'wird versucht',
  'engine.place.chosen': 'von Ihnen gewählt',
  'engine.place.environment': 'Umgebung',
  'engine.place.context': 'docker-Kontext',
  'engine.place.copy': 'Zeile kopieren',
  'engine.place.use': 'Verwenden',
  'engine.place.use.name': '{name} verwenden',
};
