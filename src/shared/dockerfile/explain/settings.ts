/** ENV, LABEL, USER, SHELL, EXPOSE and their like: what is written into an image's settings. */
import { looksSecret } from '../../build-privacy.js';
import type { CommandInstruction, PairsInstruction, WordsInstruction } from '../syntax.js';
import type { Place, Words } from './explanation.js';
import { code, commandWords, count, list, settings } from './phrases.js';

const WITH_VALUES = 3;

export function explainEnv({ pairs }: PairsInstruction, { scope }: Place): Words {
  const known = pairs.map(({ key, value }) => ({ name: key.text, value: scope.shown(value?.text ?? '') }));
  const [first] = known;
  if (!first) return settings('Sets variables, but names none yet.');
  const folders = known.length === 1 && first.name === 'PATH' ? first.value.split(':') : [];
  const added = folders.filter((folder) => folder !== '$PATH' && folder !== '${PATH}');
  const sets =
    added.length > 0 && added.length < folders.length
      ? `Lets programs in ${list(added.map(code))} be found by their names`
      : known.length > WITH_VALUES
        ? `Sets ${count(known.length, 'variable')} (${list(known.map(({ name }) => code(name)))})`
        : `Sets ${list(known.map(({ name, value }) => `${code(name)} to ${code(value)}`))}`;
  const secret = known.find(({ name, value }) => value !== '' && looksSecret(name));
  return settings(
    `${sets}, for the lines below and in every container.`,
    'Another value makes the RUN lines below run again.',
    secret
      ? `Whoever has the image can read ${code(secret.name)}: a secret belongs into ${code('RUN --mount=type=secret')} or is given to the container.`
      : `${code(`docker run -e ${first.name}=…`)} replaces it in one container.`,
  );
}

/** https://github.com/opencontainers/image-spec/blob/main/annotations.md */
const OCI = 'org.opencontainers.image.';
const OCI_NOTES: Readonly<Record<string, string>> = {
  title: 'its title is',
  description: 'its description is',
  version: 'its version is',
  created: 'it was built at',
  authors: 'its authors are',
  vendor: 'it is published by',
  licenses: 'its licence is',
  source: 'its source code is at',
  url: 'more about it is at',
  documentation: 'its documentation is at',
  revision: 'it was built from the revision',
  'base.name': 'it is based on',
};

export function explainLabel({ pairs }: PairsInstruction, { scope }: Place): Words {
  const notes = pairs.map(({ key, value }) => {
    const name = scope.shown(key.text);
    const field = name.startsWith(OCI) ? name.slice(OCI.length) : '';
    const known = Object.hasOwn(OCI_NOTES, field) ? OCI_NOTES[field] : undefined;
    return `${known ?? `${code(name)} is`} ${code(scope.shown(value?.text ?? ''))}`;
  });
  if (notes.length === 0) return settings('Notes something on the image, but nothing is written yet.');
  return settings(
    `Notes on the image that ${list(notes)}.`,
    '',
    'A program in the container doesn’t see it; tools and registries show it.',
  );
}

export function explainUser({ words }: WordsInstruction, { scope }: Place): Words {
  const user = scope.shown(words[0]?.text ?? '');
  const [name = '', group = ''] = user.split(':');
  const isRoot = name === 'root' || name === '0';
  const who = group === '' ? code(name) : `${code(name)} of the group ${code(group)}`;
  return settings(
    isRoot
      ? 'The RUN lines below, and the container, run as root.'
      : `The RUN lines below, and the container, run as ${who}, not as root. COPY still writes as root.`,
    'Another user makes the RUN lines below run again.',
    `${code('docker run --user')} chooses another one.`,
  );
}

export function explainShell({ command }: CommandInstruction, { scope }: Place): Words {
  return settings(
    `From here on, commands in shell form are given to ${code(commandWords(command))} instead of ${code(scope.shell.join(' '))}.`,
    'Another shell makes the RUN lines below run again.',
    'It also runs a CMD or ENTRYPOINT in shell form that follows.',
  );
}

export function explainExpose({ words }: WordsInstruction, { scope }: Place): Words {
  const ports = words.map(({ text }) => scope.shown(text));
  if (ports.length === 0) return settings('Documents ports, but names none yet.');
  const shown = ports.map(portWords);
  const isMany = ports.length > 1 || /^\d+-\d/.test(ports[0] ?? '');
  // A range needs one as wide outside; its first port is example enough.
  const [, port, kind] = /^(\d+)(?:-\d+)?(\/(?:udp|sctp))?/i.exec(ports[0] ?? '') ?? [];
  const publish = port === undefined ? 'docker run -p' : `docker run -p 8080:${port}${kind ?? ''}`;
  return settings(
    `Documents that the program inside listens on port${isMany ? 's' : ''} ${list(shown)}. It opens nothing.`,
    '',
    `Containers of one network reach it there anyway; from outside, ${code(publish)} is still needed.`,
  );
}

function portWords(port: string): string {
  const [, number = port, kind = 'tcp'] = /^(.+?)(?:\/([a-z]+))?$/i.exec(port) ?? [];
  return kind.toLowerCase() === 'tcp' ? code(number) : `${code(number)} (${kind.toUpperCase().slice(0, 8)})`;
}

export function explainStopSignal({ words }: WordsInstruction, { scope }: Place): Words {
  const signal = scope.shown(words[0]?.text ?? '');
  const name = signal.replace(/^SIG/i, '').toUpperCase();
  if (name === 'KILL' || name === '9')
    return settings(`${code('docker stop')} ends the program at once: ${code(signal)} can’t be caught.`);
  const isUsual = name === 'TERM' || name === '15';
  return settings(
    `${code('docker stop')} asks the program to end with ${code(signal)}${isUsual ? ', as it would anyway' : ` instead of ${code('SIGTERM')}`}.`,
    '',
    'What hasn’t ended after 10 seconds is killed.',
  );
}

export const explainMaintainer = ({ words }: WordsInstruction): Words =>
  settings(
    `Notes ${code(words.map(({ text }) => text).join(' '))} as the image’s author. It is an old form: ${code(`LABEL ${OCI}authors=…`)} says the same.`,
  );
