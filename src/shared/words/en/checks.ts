/** What hadolint’s rules find, in Strata’s words, and what fixes of any rule do. */
import { message } from '../message.js';

type Name = { name: string };
type Image = { image: string };
type Command = { command: string };
type Path = { path: string };

export const checks = {
  'checks.quoted': message<Name>('“{name}”'),
  'checks.more': message<{ names: string; count: string }>('{names} and {count} more'),
  'checks.unpinned': message<{
    tool: string;
    does: 'adds' | 'installs' | 'takes';
    names: string;
    count: number;
    pin: string;
  }>(
    '{tool} {does, select, adds {adds} takes {takes} other {installs}} {names} in {count, plural, one {whichever version is newest: pin it} other {whichever versions are newest: pin them}}, {pin}',
  ),
  'checks.asks': message<Command>('{command} asks before it goes on: add -y'),
  'checks.leavesDownloads': message<Command & { clean: string }>(
    '{command} leaves its downloads in the layer: end the same RUN with {clean}',
  ),
  'checks.registry': message<Image & { registry: string }>(
    '“{image}” comes from {registry}, which is not among the allowed registries',
  ),
  'checks.apk.cache': 'apk add keeps its index in the layer: add --no-cache',
  'checks.apt.lists': message<Command & { clean: string }>(
    '{command} update leaves its lists in the layer: end the same RUN with {clean}',
  ),
  'checks.apt.recommends':
    'apt-get install also takes packages that are only recommended: add --no-install-recommends',
  'checks.apt.noScripts': 'apt is not for scripts: use apt-get, or apt-cache to look something up',
  'checks.pointless': message<Command>('{command} makes no sense in a build'),
  'checks.sudo': 'Don’t use sudo: put a USER above this step instead',
  'checks.wget': 'wget fills the output with its progress: add --progress=dot:giga, or -nv',
  'checks.downloaders': message<{ one: string; other: string }>(
    '{one} here and {other} above do the same: use one of them',
  ),
  'checks.shellLink': 'Use SHELL to change the shell of the steps, not a link in place of /bin/sh',
  'checks.copy.noAdd': message<{ files: string }>(
    'ADD does nothing here that COPY doesn’t: copy {files} with COPY',
  ),
  'checks.copy.folder': message<{ count: string } & Path>(
    '{count} sources go to “{path}”, which must be a folder: write {path}/',
  ),
  'checks.copy.noStage': message<Name>('No stage above is called “{name}”'),
  'checks.copy.itself': message<Name>('The stage “{name}” copies from itself'),
  'checks.copy.relative': message<Path>('“{path}” is relative, and no WORKDIR above says to what'),
  'checks.copy.whole': message<Name>('The whole filesystem of “{name}” is copied: name what is needed of it'),
  'checks.env.same': message<Name & { other: string }>(
    '{name} refers to {other}, which this same ENV sets: set it in an ENV above',
  ),
  'checks.env.secret': message<Name & { keyword: string }>(
    '“{name}” looks like a secret, which {keyword} keeps in the image',
  ),
  'checks.workdir.relative': message<Path>('“{path}” is relative: write the whole path, from /'),
  'checks.cd': 'Use WORKDIR instead of cd',
  'checks.cdTo': message<Path>('Use WORKDIR {path} instead of cd'),
  'checks.from.untagged': message<Image>("“{image}” has no tag: name the version, {image}:'<'version>"),
  'checks.from.latest': message<Image>(
    '“{image}” is another image after each release: name the version instead',
  ),
  'checks.from.sameName': message<Name>(
    'There is a stage “{name}” above already: give this one a name of its own',
  ),
  'checks.from.platform': message<{ platform: string }>(
    'The stage is always for {platform}: leave --platform to whoever builds',
  ),
  'checks.from.onePlatform': 'The stage is always for one platform: leave --platform to whoever builds',
  'checks.from.reserved': message<Name>(
    'A stage can’t well be called “{name}”: the builder has that name for itself',
  ),
  'checks.from.redundant': message<{ platform: string }>('--platform={platform} says what is so without it'),
  'checks.label.missing': message<Name>('The label “{name}” is missing'),
  'checks.label.unlisted': message<Name>('The label “{name}” is not on the list'),
  'checks.label.empty': message<Name>('The label “{name}” is empty'),
  'checks.label.url': message<Name & { value: string }>(
    'The label “{name}” is “{value}”, which is not an address',
  ),
  'checks.label.rfc3339': message<Name & { value: string }>(
    'The label “{name}” is “{value}”, which is not a time as RFC 3339 writes it',
  ),
  'checks.label.spdx': message<Name & { value: string }>(
    'The label “{name}” is “{value}”, which is not a licence’s SPDX identifier',
  ),
  'checks.label.hash': message<Name & { value: string }>(
    'The label “{name}” is “{value}”, which is not a Git hash',
  ),
  'checks.label.semver': message<Name & { value: string }>(
    'The label “{name}” is “{value}”, which is not a semantic version',
  ),
  'checks.label.email': message<Name & { value: string }>(
    'The label “{name}” is “{value}”, which is not an e-mail address',
  ),
  'checks.labelName.reserved': message<Name>(
    '“{name}” is no good name for a label: its beginning is kept for Docker',
  ),
  'checks.labelName.letters': message<Name>(
    '“{name}” is no good name for a label: only lowercase letters, digits, points and hyphens belong in it',
  ),
  'checks.labelName.begin': message<Name>(
    '“{name}” is no good name for a label: it begins with a lowercase letter',
  ),
  'checks.labelName.end': message<Name>(
    '“{name}” is no good name for a label: it ends with a lowercase letter or a digit',
  ),
  'checks.labelName.double': message<Name>(
    '“{name}” is no good name for a label: no two points or hyphens follow each other in it',
  ),
  'checks.pip.cache': message<Command>('{command} install keeps its cache in the layer: add --no-cache-dir'),
  'checks.pipe':
    'What fails before this pipe goes unnoticed: put SHELL ["/bin/bash", "-o", "pipefail", "-c"] above',
  'checks.pragma': message<{ comment: string }>('This line silences a check: {comment}'),
  'checks.port': message<{ port: string; last: string }>('There is no port {port}: the last is {last}'),
  'checks.repeated': message<{ keyword: string; line: string }>(
    'This {keyword} has no effect: the one in line {line} takes its place',
  ),
  'checks.jsonForm': message<{ keyword: string }>(
    'Write what {keyword} runs as a JSON array: ["program", "argument"]',
  ),
  'checks.noHealth': 'Nothing tells whether a container of this stage is well: add a HEALTHCHECK',
  'checks.onbuild': message<{ keyword: string }>('ONBUILD can’t keep {keyword} for later'),
  'checks.oneRun': message<{ line: string }>('One RUN could do this and line {line}, joined with &&'),
  'checks.aboveFrom': message<{ keyword: string }>('Only ARG may stand above FROM, not {keyword}'),
  'checks.maintainer': 'Name the author in a label, org.opencontainers.image.authors, instead of MAINTAINER',
  'checks.unpacked': message<Name & { line: string }>(
    '“{name}” is copied, and unpacked in line {line}: ADD does both',
  ),
  'checks.user.root': 'The last USER is root: containers of the image run as root',
  'checks.user.high': message<{ user: string }>(
    'useradd with a number as high as {user} makes a very large layer: add -l',
  ),
  'checks.user.name': message<{ user: string }>('“{user}” is known by name only: use its number'),
  'checks.yarn.cache': 'yarn install leaves its cache in the layer: end the same RUN with yarn cache clean',
  'checks.zypper.upgrade': message<{ asked: string }>(
    'zypper {asked} upgrades the whole distribution: take a newer base image',
  ),

  'fix.add': message<{ what: string }>('Add {what}'),
  'fix.write': message<{ what: string }>('Write {what}'),
  'fix.use': message<{ what: string }>('Use {what}'),
  'fix.lists': 'Delete the lists in the same RUN',
  'fix.cleanUp': 'Clean up in the same RUN',
  'fix.slash': 'Add the slash',
  'fix.pipefail': message<{ shell: string }>('Let {shell} notice it'),
  'fix.json': 'Write it as a JSON array',
  'fix.equals': 'Write it with an equals sign',
  'fix.label': 'Use a label',
  'fix.noEffect': 'Remove this one, which has no effect',
  'fix.blankLines': 'Remove the blank lines',
  'fix.flag': 'Remove the flag',
  'fix.lowercase': 'Write the name in lowercase',
} as const;
