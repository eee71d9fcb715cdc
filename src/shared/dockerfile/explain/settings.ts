/** ENV, LABEL, USER, SHELL, EXPOSE and their like: what is written into an image's settings. */
import type { CommandInstruction, PairsInstruction, WordsInstruction } from '../syntax.js';
import type { Place, Words } from './explanation.js';
import { code, list, count } from './phrases.js';

const settings = (text: string, invalidatedBy = '', atRunTime: string | null = null): Words => ({
  text,
  effect: 'settings',
  makesLayer: false,
  invalidatedBy,
  atRunTime,
});

const WITH_VALUES = 3;

export function explainEnv({ pairs }: PairsInstruction, { scope }: Place): Words {
  const known = pairs.map(({ key, value }) => ({ name: key.text, value: scope.shown(value?.text ?? '') }));
  const path = known.length === 1 && known[0]?.name === 'PATH' ? known[0] : null;
  const added = path?.value.split(':').filter((folder) => folder !== '$PATH' && folder !== '${PATH}') ?? [];
  const sets =
    path && /\$\{?PATH\b/.test(path.value)
      ? `Lets programs in ${list(added.map(code))} be found by their names`
      : known.length > WITH_VALUES
        ? `Sets ${count(known.length, 'variable')}: ${list(
            known.map(({ name }) => code(name)),
            known.length,
          )}`
        : `Sets ${list(known.map(({ name, value }) => `${code(name)} to ${code(value)}`))}`;
  const first = known[0]?.name ?? 'NAME';
  return settings(
    `${sets}, for the lines below and in every container.`,
    'Another value makes the RUN lines below run again.',
    `${code(`docker run -e ${first}=…`)} replaces it in one container.`,
  );
}

const OCI = 'org.opencontainers.image.';

export function explainLabel({ pairs }: PairsInstruction, { scope }: Place): Words {
  const known = pairs.map(
    ({ key, value }) => [scope.shown(key.text), scope.shown(value?.text ?? '')] as const,
  );
  const notes = known.map(([name, value]) => {
    const plain = name.startsWith(OCI) ? name.slice(OCI.length) : name;
    return `${code(plain)} is ${code(value)}`;
  });
  return settings(
    `Notes on the image that ${list(notes)}.`,
    '',
    'Nothing reads it while a container runs; tools and registries show it.',
  );
}

export function explainUser({ words }: WordsInstruction, { scope }: Place): Words {
  const user = scope.shown(words[0]?.text ?? '');
  const name = user.split(':')[0] ?? '';
  const isRoot = name === 'root' || name === '0';
  return settings(
    isRoot
      ? 'The RUN lines below, and the container, run as root.'
      : `The RUN lines below, and the container, run as ${code(user)}, not as root. COPY still writes as root.`,
    'Another user makes the RUN lines below run again.',
    `${code('docker run --user')} chooses another one.`,
  );
}

export function explainShell({ command }: CommandInstruction): Words {
  const words = command.form === 'exec' ? command.items.join(' ') : command.text;
  return settings(
    `From here on, commands in shell form are given to ${code(words)} instead of ${code('/bin/sh -c')}.`,
    'Another shell makes the RUN lines below run again.',
  );
}

export function explainExpose({ words }: WordsInstruction, { scope }: Place): Words {
  const ports = words.map(({ text }) => scope.shown(text));
  const shown = ports.map((port) => code(port.replace(/\/tcp$/i, '')));
  const first = /^\d+/.exec(ports[0] ?? '')?.[0] ?? '80';
  return settings(
    `Documents that the program inside listens on port${ports.length === 1 ? '' : 's'} ${list(shown)}. It opens nothing.`,
    '',
    `Containers of one network reach it there anyway; from outside, ${code(`docker run -p 8080:${first}`)} is still needed.`,
  );
}

export function explainStopSignal({ words }: WordsInstruction, { scope }: Place): Words {
  const signal = scope.shown(words[0]?.text ?? '');
  return settings(
    `${code('docker stop')} asks the program to end with ${code(signal)} instead of ${code('SIGTERM')}.`,
    '',
    'What hasn’t ended after 10 seconds is killed.',
  );
}

export const explainMaintainer = ({ words }: WordsInstruction): Words =>
  settings(
    `Notes ${code(words.map(({ text }) => text).join(' '))} as the image’s author. It is an old form: ${code(`LABEL ${OCI}authors=…`)} says the same.`,
  );
