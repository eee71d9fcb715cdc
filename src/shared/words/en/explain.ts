/** What each line of a Dockerfile does, but for RUN: whole sentences, and the clauses that COPY’s is made of. Backquotes mark code. */
import { message } from '../message.js';

type Name = { name: string };
type Value = { value: string };
type Place = { place: string };
type Files = { files: string };
type Time = { time: string };
type Linked = { isLinked: 'yes' | 'no' };
type Start = { isNamed: 'yes' | 'no' } & Name;
type Command = { command: string };
type OfStage = Command & { isLast: 'yes' | 'no' };

export const explain = {
  'explain.empty': 'an empty value',
  'explain.list': message<{ before: string; last: string }>('{before} and {last}'),
  'explain.list.more': message<{ count: string }>('{count} more'),
  'explain.unknown': message<{ word: string }>('{word} is no instruction: the engine would refuse the file.'),

  'explain.from.stage': message<Start & { parent: string; line: string }>(
    '{isNamed, select, yes {Starts the stage {name}} other {Starts}} where the stage {parent} (line {line}) ends, with its files and its settings.',
  ),
  'explain.from.nothing': 'Starts a stage, but names no image to start it from.',
  'explain.from.scratch': message<Start>(
    '{isNamed, select, yes {Starts the stage {name}} other {Starts}} from nothing: all that the image will hold comes from the lines below.',
  ),
  'explain.from.image': message<Start & { image: string }>(
    '{isNamed, select, yes {Starts the stage {name}} other {Starts}} on the image {image}: its layers lie below all that follows, and its settings count until a line changes them.',
  ),
  'explain.from.imageFor': message<Start & { image: string; platform: string }>(
    '{isNamed, select, yes {Starts the stage {name}} other {Starts}} on the image {image} for {platform}: its layers lie below all that follows, and its settings count until a line changes them.',
  ),
  'explain.from.last':
    'It is the last stage, so the image is made of it; earlier stages only lend it what it copies.',
  'explain.from.needed': 'Of this stage, only what later lines take from it gets into the image.',
  'explain.from.unneeded':
    'The last stage takes nothing from it, so a build leaves it out unless it is the target.',
  'explain.from.again': 'Everything below runs again once it stands for another image.',
  'explain.from.again.digest': 'It is named by its digest, so it is the same image always.',
  'explain.from.again.latest':
    'Without a tag it means `latest`, which can be moved to another image; when that one is pulled, everything below runs again.',
  'explain.from.again.tag': message<{ tag: string }>(
    'The tag {tag} can be moved to another image; when that one is pulled, everything below runs again.',
  ),
  'explain.from.noShell': 'There is no shell in it, so a command in shell form can’t run.',
  'explain.source.stage': message<Name & { line: string }>('the stage {name} (line {line})'),
  'explain.source.image': message<Name>('the image {name}'),

  'explain.arg.nothing': 'Declares a build argument, but names none yet.',
  'explain.arg.several': message<{ names: string }>(
    'Declares the build arguments {names}, which `--build-arg` gives other values.',
  ),
  'explain.arg.given': message<Name & Value>(
    'Declares the build argument {name}, which is {value} in this build.',
  ),
  'explain.arg.givenSecret': message<Name>(
    'Declares the build argument {name}, which is given in this build.',
  ),
  'explain.arg.default': message<Name & Value>(
    'Declares the build argument {name}, which is {value} unless `--build-arg` gives another value.',
  ),
  'explain.arg.global': message<Name>(
    'Brings the build argument {name} from above the first FROM into this stage.',
  ),
  'explain.arg.target': message<Name>(
    'Brings {name} into this stage: the builder itself fills in what the image is built for.',
  ),
  'explain.arg.build': message<Name>(
    'Brings {name} into this stage: the builder itself fills in what it runs on.',
  ),
  'explain.arg.empty': message<Name>(
    'Declares the build argument {name}, which is empty unless `--build-arg` gives it a value.',
  ),
  'explain.arg.above': 'Above the first FROM, only FROM lines know it.',
  'explain.arg.again': 'Another value makes the RUN lines below run again.',
  'explain.arg.gone': 'A container doesn’t have it: only ENV stays.',
  'explain.arg.secret': message<Name>(
    'A container doesn’t have it, but the image’s history shows what {name} was: a secret belongs into `RUN --mount=type=secret`.',
  ),

  'explain.env.nothing': 'Sets variables, but names none yet.',
  'explain.env.path': message<{ folders: string }>(
    'Lets programs in {folders} be found by their names, for the lines below and in every container.',
  ),
  'explain.env.many': message<{ count: string; names: string }>(
    'Sets {count} variables ({names}), for the lines below and in every container.',
  ),
  'explain.env.sets': message<{ values: string }>(
    'Sets {values}, for the lines below and in every container.',
  ),
  'explain.env.value': message<Name & Value>('{name} to {value}'),
  'explain.env.again': 'Another value makes the RUN lines below run again.',
  'explain.env.secret': message<Name>(
    'Whoever has the image can read {name}: a secret belongs into `RUN --mount=type=secret` or is given to the container.',
  ),
  'explain.env.replaced': message<Command>('{command} replaces it in one container.'),

  'explain.label.nothing': 'Notes something on the image, but nothing is written yet.',
  'explain.label.notes': message<{ notes: string }>('Notes on the image that {notes}.'),
  'explain.label.other': message<Name & Value>('{name} is {value}'),
  'explain.label.title': message<Value>('its title is {value}'),
  'explain.label.description': message<Value>('its description is {value}'),
  'explain.label.version': message<Value>('its version is {value}'),
  'explain.label.created': message<Value>('it was built at {value}'),
  'explain.label.authors': message<Value>('its authors are {value}'),
  'explain.label.vendor': message<Value>('it is published by {value}'),
  'explain.label.licenses': message<Value>('its licence is {value}'),
  'explain.label.source': message<Value>('its source code is at {value}'),
  'explain.label.url': message<Value>('more about it is at {value}'),
  'explain.label.documentation': message<Value>('its documentation is at {value}'),
  'explain.label.revision': message<Value>('it was built from the revision {value}'),
  'explain.label.base.name': message<Value>('it is based on {value}'),
  'explain.label.shown': 'A program in the container doesn’t see it; tools and registries show it.',

  'explain.user.root': 'The RUN lines below, and the container, run as root.',
  'explain.user.other': message<{ user: string }>(
    'The RUN lines below, and the container, run as {user}, not as root. COPY still writes as root.',
  ),
  'explain.user.group': message<{ user: string; group: string }>('{user} of the group {group}'),
  'explain.user.again': 'Another user makes the RUN lines below run again.',
  'explain.user.replaced': '`docker run --user` chooses another one.',

  'explain.shell.chosen': message<{ shell: string; before: string }>(
    'From here on, commands in shell form are given to {shell} instead of {before}.',
  ),
  'explain.shell.again': 'Another shell makes the RUN lines below run again.',
  'explain.shell.starts': 'It also runs a CMD or ENTRYPOINT in shell form that follows.',

  'explain.expose.nothing': 'Documents ports, but names none yet.',
  'explain.expose.one': message<{ port: string }>(
    'Documents that the program inside listens on port {port}. It opens nothing.',
  ),
  'explain.expose.many': message<{ ports: string }>(
    'Documents that the program inside listens on ports {ports}. It opens nothing.',
  ),
  'explain.expose.publish': message<Command>(
    'Containers of one network reach it there anyway; from outside, {command} is still needed.',
  ),

  'explain.stop.kill': message<{ signal: string }>(
    '`docker stop` ends the program at once: {signal} can’t be caught.',
  ),
  'explain.stop.usual': message<{ signal: string }>(
    '`docker stop` asks the program to end with {signal}, as it would anyway.',
  ),
  'explain.stop.other': message<{ signal: string }>(
    '`docker stop` asks the program to end with {signal} instead of `SIGTERM`.',
  ),
  'explain.stop.killed': 'What hasn’t ended after 10 seconds is killed.',
  'explain.maintainer': message<Name>(
    'Notes {name} as the image’s author. It is an old form: `LABEL org.opencontainers.image.authors=…` says the same.',
  ),

  'explain.copy.nothing': message<{ keyword: string }>(
    '{keyword} takes files and puts them into the image, but none is named yet.',
  ),
  'explain.copy.from': message<Files & { source: string }>('Copies {files} from {source}'),
  'explain.copy.text': message<{ count: number }>(
    '{count, plural, one {Writes the text that follows} other {Writes the {count} texts that follow}}',
  ),
  'explain.copy.repository': message<{ url: string }>('Fetches the repository {url}'),
  'explain.copy.download': message<{ url: string }>('Downloads {url}'),
  'explain.copy.archive': message<{ file: string }>('Unpacks the archive {file} of the project folder'),
  'explain.copy.whole': 'Copies the whole project folder, but for what the ignore file leaves out,',
  'explain.copy.pattern': message<Files>('Copies what matches {files} of the project folder'),
  'explain.copy.files': message<Files>('Copies {files} of the project folder'),
  'explain.copy.nowhere': message<{ what: string }>('{what} but says not where to'),
  'explain.copy.into': message<{ what: string } & Place>('{what} into {place}'),
  'explain.copy.to': message<{ what: string } & Place>('{what} to {place}'),
  'explain.copy.mode': message<{ mode: string }>('with the permissions {mode}'),
  'explain.copy.without': message<Files>('without {files}'),
  'explain.copy.parents': 'with the folders that they are in',
  'explain.copy.history': 'with its history',
  'explain.copy.packed': 'packed as it is',
  'explain.copy.checksum': 'if it is what the checksum says',
  'explain.copy.linked': 'as a layer that doesn’t depend on those below',
  'explain.copy.owner': message<{ owner: string }>('What is copied belongs to {owner}.'),
  'explain.copy.ownedByRoot': message<{ user: string }>(
    'What is copied belongs to root, although lines here run as {user}: `--chown` would change that.',
  ),
  'explain.copy.again.source': message<Linked>(
    'Runs again when these files come out different there{isLinked, select, yes {} other {, or anything above changes}}.',
  ),
  'explain.copy.again.text': message<Linked>(
    'Runs again when its text changes{isLinked, select, yes {} other {, or anything above changes}}.',
  ),
  'explain.copy.again.url': 'Asked for at every build; runs again when what is there has changed.',
  'explain.copy.again.files': message<Linked>(
    'Runs again when the content, name or mode of what it copies changes{isLinked, select, yes {} other {, or anything above changes}}. A new date alone doesn’t count.',
  ),

  'explain.workdir': message<{ folder: string }>(
    'Makes {folder} the folder that the lines below happen in, and makes it if it isn’t there.',
  ),
  'explain.workdir.root': message<{ folder: string }>(
    'Makes {folder} the folder that the lines below happen in.',
  ),
  'explain.workdir.again': 'Another folder makes the RUN and COPY lines below run again.',
  'explain.workdir.start': 'Containers start in it too.',
  'explain.volume': message<{ folders: string; count: number }>(
    'Keeps {folders} out of a container’s own layer: what is written there goes to {count, plural, one {a volume} other {{count} volumes}}. What lines below change in {count, plural, one {it} other {them}} is lost with the classic builder.',
  ),
  'explain.volume.stays':
    'Without `-v`, each container gets a new volume without a name, which stays when the container is removed.',

  'explain.cmd.replaced': message<{ line: string }>(
    'Counts for nothing: only one CMD is kept, and the one on line {line} replaces it.',
  ),
  'explain.cmd.empty': 'Takes away the CMD that the base image may have.',
  'explain.cmd.unused': message<{ line: string }>(
    'Is left unused: the ENTRYPOINT on line {line} is in shell form, which takes no arguments.',
  ),
  'explain.cmd.arguments': message<{ line: string } & Command>(
    'Gives the ENTRYPOINT on line {line} its arguments: a container runs {command}.',
  ),
  'explain.cmd.arguments.replaced':
    'What follows the image’s name in `docker run` takes the place of these arguments.',
  'explain.cmd.exec': message<OfStage>(
    'A container runs {command} as its first process{isLast, select, yes {} other {, as far as images built on this stage go}}.',
  ),
  'explain.cmd.shell': message<OfStage & { shell: string }>(
    'A container runs {command} through {shell}, which gets the signals in its place{isLast, select, yes {} other {, as far as images built on this stage go}}.',
  ),
  'explain.cmd.place': 'A command after the image’s name in `docker run` takes its place.',
  'explain.cmd.place.entrypoint':
    'If the base image has an ENTRYPOINT, that one runs, with this as its arguments.',
  'explain.entrypoint.replaced': message<{ line: string }>(
    'Counts for nothing: only one ENTRYPOINT is kept, and the one on line {line} replaces it.',
  ),
  'explain.entrypoint.empty': 'Takes away the ENTRYPOINT that the base image may have.',
  'explain.entrypoint.exec': message<Command>('Every container runs {command} as its first process.'),
  'explain.entrypoint.shell': message<Command & { shell: string }>(
    'Every container runs {command} through {shell}, which gets the signals in its place.',
  ),
  'explain.entrypoint.noArguments':
    'In shell form it takes no arguments: neither CMD’s nor those of `docker run`.',
  'explain.entrypoint.shell.replaced': '`docker run --entrypoint` replaces it.',
  'explain.entrypoint.given': message<{ line: string }>('The CMD on line {line} gives it its arguments.'),
  'explain.entrypoint.fallsAway': 'A CMD of the base image falls away.',
  'explain.entrypoint.exec.replaced':
    'What follows the image’s name in `docker run` is given to it; `--entrypoint` replaces it.',
  'explain.start.unread': message<{ variable: string }>(
    'No shell reads it, so {variable} stays as it is written.',
  ),

  'explain.health.none': 'Switches off the health check that the base image may have.',
  'explain.health.nothing': 'Checks whether a container works, but names no command for it.',
  'explain.health.check': message<Command & { often: string; timeout: string; times: string }>(
    'Runs {command} in the container {often}. A run that takes longer than {timeout} has failed; when it fails {times}, the container counts as unhealthy.',
  ),
  'explain.health.once': 'once',
  'explain.health.inARow': message<{ times: string }>('{times} times in a row'),
  'explain.health.every': message<Time>('every {time}'),
  'explain.health.every.h': 'every hour',
  'explain.health.every.m': 'every minute',
  'explain.health.every.s': 'every second',
  'explain.health.every.ms': 'every millisecond',
  'explain.health.marks': 'Docker only marks the container and restarts nothing.',
  'explain.health.grace': message<Time>('Failures in the first {time} don’t count.'),
  'explain.health.grace.h': 'Failures in the first hour don’t count.',
  'explain.health.grace.m': 'Failures in the first minute don’t count.',
  'explain.health.grace.s': 'Failures in the first second don’t count.',
  'explain.health.grace.ms': 'Failures in the first millisecond don’t count.',
  'explain.time.h': message<{ count: number }>(
    '{count, number, ::group-off .##########} {count, plural, one {hour} other {hours}}',
  ),
  'explain.time.m': message<{ count: number }>(
    '{count, number, ::group-off .##########} {count, plural, one {minute} other {minutes}}',
  ),
  'explain.time.s': message<{ count: number }>(
    '{count, number, ::group-off .##########} {count, plural, one {second} other {seconds}}',
  ),
  'explain.time.ms': message<{ count: number }>(
    '{count, number, ::group-off .##########} {count, plural, one {millisecond} other {milliseconds}}',
  ),

  'explain.onbuild.nothing': 'Keeps an instruction for images built on this one, but names none.',
  'explain.onbuild': message<{ what: string }>(
    'Does nothing in this build. It is kept in the image, for right after the FROM of a build on it: {what}',
  ),
} as const;
