/** The tab “How it runs” of an image: its settings and labels, each with what it means, and what it stands on. */
import { message } from '../message.js';

type Shell = { shell: string };

export const imageRuns = {
  'image.runs.command': 'What it runs',
  'image.runs.copyCommand': 'Copy as docker command',
  'image.runs.how': 'Where, as whom, and what it expects',
  'image.runs.none': 'none',
  'image.runs.more': message<{ count: number }>('and {count} more'),

  'image.runs.entrypointShell': message<Shell>(
    'The entrypoint always runs, as a line of shell ({shell}). Arguments don’t reach it: neither the command’s nor what is written after the image’s name.',
  ),
  'image.runs.both':
    'The entrypoint always runs; the command is its arguments, and gives way to what is written after the image’s name.',
  'image.runs.bothShell': message<Shell>(
    'The command is a line of shell, so its arguments begin with {shell}.',
  ),
  'image.runs.entrypointOnly':
    'The entrypoint always runs; what is written after the image’s name becomes its arguments.',
  'image.runs.noCommand': 'The image names no command: one must be written after its name.',
  'image.runs.commandOnly': 'This runs unless another command is written after the image’s name.',
  'image.runs.commandShell': message<Shell>(
    'This runs, as a line of shell ({shell}), unless another command is written after the image’s name.',
  ),

  'image.runs.ports': 'Ports',
  'image.runs.ports.none': 'The image documents no port. One can be opened all the same, by -p.',
  'image.runs.ports.some': 'Documented by EXPOSE, not published: -p opens them when a container is made.',
  'image.runs.directory': 'Working directory',
  'image.runs.directory.meaning': 'Where the command starts; it is made if it isn’t there.',
  'image.runs.user': 'User',
  'image.runs.user.nobody': 'The image names nobody, so its command runs as root inside the container.',
  'image.runs.user.root': 'The command runs as root inside the container.',
  'image.runs.user.other': 'The command runs as this user, not as root.',
  'image.runs.volumes': 'Volumes',
  'image.runs.volumes.meaning':
    'What is written there lies outside the container’s writable layer, and outlives it.',
  'image.runs.health': 'Health check',
  'image.runs.health.none': 'none',
  'image.runs.health.off': 'A check that the base image had is switched off.',
  'image.runs.health.often': message<{ interval: string; timeout: string }>(
    'Runs in the container every {interval}, and has failed after {timeout}.',
  ),
  'image.runs.health.fails': message<{ count: number }>(
    '{count, plural, one {When it fails once, the container is marked unhealthy; nothing restarts it.} other {When it fails {count} times in a row, the container is marked unhealthy; nothing restarts it.}}',
  ),
  'image.runs.health.grace': message<{ time: string }>('Failures in the first {time} don’t count.'),
  'image.runs.signal': 'Stop signal',
  'image.runs.signal.meaning':
    'What docker stop sends first; after ten seconds it ends the container by force.',
  'image.runs.shell': 'Shell',
  'image.runs.shell.meaning': 'Runs commands that a Dockerfile writes without brackets.',
  'image.runs.onBuild': 'On build',
  'image.runs.onBuild.meaning': 'Waits in the image, and runs in every build that stands on it.',
  'image.runs.platform': 'Platform',
  'image.runs.platform.unknown': 'unknown',
  'image.runs.platform.meaning': 'What the image was made for; elsewhere it runs by emulation, if at all.',

  'image.base': 'Base image',
  'image.base.open': message<{ name: string }>('Open {name}'),
  'image.base.comparing': 'Comparing its layers with those of the other images…',
  'image.base.notFound': 'No other image here has only layers that this one begins with.',
  'image.base.standsOn': message<{ names: string; count: number }>(
    '{count, plural, one {It stands on {names}: its lowest layer is the same.} other {It stands on {names}: its {count} lowest layers are the same.}}',
  ),
  'image.base.said': message<{ what: string }>('Its labels say that it was built on {what}.'),
  'image.base.digestUnknown': 'No image here has that digest.',
  'image.base.isHere': 'That is the image here.',
  'image.base.isOther': 'That digest belongs to another image here.',

  'image.environment': 'Environment',
  'image.environment.help': 'Every container begins with these; -e NAME=VALUE changes one.',
  'image.environment.none': 'The image sets no variable.',
  'image.pairs.name': 'Name',
  'image.pairs.value': 'Value',

  'image.labels': 'Labels',
  'image.labels.help': 'Notes for people and tools; nothing of them runs.',
  'image.labels.none': 'The image has no label.',
  'image.labels.open': message<{ title: string }>('Open {title} in the browser'),
  'image.labels.openLink': 'Open the link in the browser',
  'image.label.created': 'Made',
  'image.label.created.meaning': 'When the image was built.',
  'image.label.authors': 'Authors',
  'image.label.authors.meaning': 'Who answers for the image.',
  'image.label.url': 'Website',
  'image.label.url.meaning': 'Where more is to be found about the image.',
  'image.label.documentation': 'Documentation',
  'image.label.documentation.meaning': 'Where the image is explained.',
  'image.label.source': 'Source',
  'image.label.source.meaning': 'Where the source code is that it was built from.',
  'image.label.version': 'Version',
  'image.label.version.meaning': 'The version of what is packaged in it.',
  'image.label.revision': 'Revision',
  'image.label.revision.meaning': 'The commit of the source that it was built from.',
  'image.label.vendor': 'Vendor',
  'image.label.vendor.meaning': 'Who distributes it.',
  'image.label.licenses': 'Licenses',
  'image.label.licenses.meaning': 'Under which what is in it may be used, as SPDX names them.',
  'image.label.ref.name': 'Name of the target',
  'image.label.ref.name.meaning': 'What it is called where it is stored.',
  'image.label.title': 'Title',
  'image.label.title.meaning': 'Its name, for people.',
  'image.label.description': 'Description',
  'image.label.description.meaning': 'What is packaged in it, for people.',
  'image.label.base.digest': 'Base image’s digest',
  'image.label.base.digest.meaning': 'Exactly which image it was built on.',
  'image.label.base.name': 'Base image',
  'image.label.base.name.meaning': 'The name of the image that it was built on.',
} as const;
