/** A build's timeline: what ran side by side, and where the time went. */
import { message } from '../message.js';

export const timeline = {
  'timeline.title': 'Timeline',
  'timeline.nothing': 'Nothing has run yet.',
  'timeline.steps': 'Steps by time',
  'timeline.step': message<{ step: string; kind: string; from: string; time: string }>(
    '{step}: {kind}, from {from}, took {time}',
  ),
  'timeline.kinds': 'Time by kind',
  'timeline.kind.transfer': 'Transfer',
  'timeline.kind.pull': 'Pull',
  'timeline.kind.run': 'Run',
  'timeline.kind.copy': 'Copy',
  'timeline.kind.export': 'Export',
  'timeline.kind.other': 'Other',
  'timeline.table.step': 'Step',
  'timeline.table.kind': 'Kind',
  'timeline.table.from': 'From',
  'timeline.table.time': 'Time',
} as const;
