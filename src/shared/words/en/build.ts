/** The screen “Build”: the project folder, the build as it runs, its steps and their output. */
import { message } from '../message.js';

export const build = {
  'build.title': 'Build',
  'build.lookingIntoFolder': 'Looking into the folder',
  'build.readingDockerfile': 'Reading the Dockerfile',

  'build.folder': 'Project folder',
  'build.folder.placeholder': 'Type a path, or drop a folder anywhere',
  'build.folder.choose': 'Choose folder',

  'build.name': 'Image name',
  'build.name.missing': 'An image needs a name.',
  'build.start': 'Build',
  'build.cancel': 'Cancel build',

  'build.intro.title': 'From a folder to an image',
  'build.intro.layers':
    'A build replays the folder’s Dockerfile from top to bottom; every instruction that changes files leaves a layer.',
  'build.intro.order':
    'A layer is taken from an earlier build while nothing above it has changed. So what changes least belongs at the top, and what changes with every edit at the bottom.',
  'build.recent': 'Built before',

  'build.options': 'Options',
  'build.options.changed': message<{ count: number }>('{count} changed'),
  'build.noDockerfile': 'There is no Dockerfile in this folder',
  'build.noDockerfile.detail':
    'A build follows a Dockerfile, and none was found here or up to three folders below.',
  'build.noDockerfile.remedy': 'Choose another folder, or write one; it is found when you come back.',

  'build.source.text': message<{ path: string }>('Text of {path}'),
  'build.source.failedHere': message<{ line: number }>('Failed here, line {line}:'),

  'build.head.cancelling': 'Cancelling…',
  'build.head.reading': 'Reading the project folder',
  'build.head.building': message<{ name: string }>('Building {name}'),
  'build.head.done': message<{ name: string }>('Built {name}'),
  'build.head.failed': message<{ name: string }>('{name} was not built'),
  'build.head.cancelled': message<{ name: string }>('Cancelled: {name} was not built'),
  'build.steps.ended': message<{ ended: number; total: number; cached: number }>(
    '{ended} of {total, plural, one {{total} step} other {{total} steps}}, {cached} cached',
  ),
  'build.steps.cached': message<{ total: number; cached: number }>(
    '{cached} of {total, plural, one {{total} step} other {{total} steps}} cached',
  ),
  'build.sent': message<{ count: number; size: string }>(
    '{count, plural, one {# file} other {# files}}, {size} sent',
  ),
  'build.openImage': 'Open image',
  'build.push': 'Push',
  'build.again': 'Build again',
  'build.whatChanged': 'What changed',

  'build.steps': 'Steps',
  'build.steps.none': 'The engine hasn’t told of any step.',
  'build.showFailed': 'Show the failed step',
  'build.step.waiting': 'Waiting',
  'build.step.running': 'Running',
  'build.step.cached': 'Cached',
  'build.step.done': 'Done',
  'build.step.failed': 'Failed',
  'build.step.cancelled': 'Cancelled',
  'build.step.line': message<{ line: number }>('line {line}'),
  'build.step.received': 'Received',
  'build.step.transfer': message<{ current: string; total: string }>('{current} of {total}'),

  'build.output': 'Output',
  'build.output.of': message<{ step: string }>('Output of {step}'),
  'build.output.last': message<{ count: number }>('the last {count, number} lines'),
  'build.output.copy': 'Copy the output',
  'build.output.follow': 'Follow the end',
  'build.output.nothingYet': 'Nothing was said yet.',
  'build.output.cached':
    'Nothing ran: the layer from an earlier build was taken, as nothing above it had changed.',
  'build.output.nothing': 'This step said nothing.',
  'build.find': 'Find in the output',
  'build.find.placeholder': 'Find',
  'build.find.none': 'not found',
  'build.find.place': message<{ place: number; count: number }>('{place} of {count, number}'),
  'build.find.previous': 'Previous',
  'build.find.next': 'Next',

  'build.warnings': 'Warnings',
  'build.warnings.more': 'Read more',
} as const;
