import type { Translation } from '../message.js';
import type { timeline as english } from '../en/timeline.js';

export const timeline: Translation<typeof english> = {
  'timeline.title': 'Zeitleiste',
  'timeline.nothing': 'Noch nichts ausgeführt.',
  'timeline.steps': 'Schritte nach Zeit',
  'timeline.step': '{step}: {kind}, ab {from}, Dauer {time}',
  'timeline.kinds': 'Zeit nach Art',
  'timeline.kind.transfer': 'Übertragung',
  'timeline.kind.pull': 'Pull',
  'timeline.kind.run': 'Ausführung',
  'timeline.kind.copy': 'Kopieren',
  'timeline.kind.export': 'Export',
  'timeline.kind.other': 'Sonstiges',
  'timeline.table.step': 'Schritt',
  'timeline.table.kind': 'Art',
  'timeline.table.from': 'Ab',
  'timeline.table.time': 'Dauer',
};
