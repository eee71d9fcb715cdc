/** ENV, LABEL, USER, SHELL, EXPOSE and their like: what is written into an image's settings. */
import { looksSecret } from '../../build-privacy.js';
import { say } from '../../words/index.js';
import type { CommandInstruction, PairsInstruction, WordsInstruction } from '../syntax.js';
import type { Place, Words } from './explanation.js';
import { code, commandWords, list, settings } from './phrases.js';

const WITH_VALUES = 3;

export function explainEnv({ pairs }: PairsInstruction, { scope }: Place): Words {
  const known = pairs.map(({ key, value }) => ({ name: key.text, value: scope.shown(value?.text ?? '') }));
  const [first] = known;
  if (!first) return settings(say('explain.env.nothing'));
  const folders = known.length === 1 && first.name === 'PATH' ? first.value.split(':') : [];
  const added = folders.filter((folder) => folder !== '$PATH' && folder !== '${PATH}');
  const values = () =>
    known.map(({ name, value }) => say('explain.env.value', { name: code(name), value: code(value) }));
  const sets =
    added.length > 0 && added.length < folders.length
      ? say('explain.env.path', { folders: list(added.map(code)) })
      : known.length > WITH_VALUES
        ? say('explain.env.many', {
            count: String(known.length),
            names: list(known.map(({ name }) => code(name))),
          })
        : say('explain.env.sets', { values: list(values()) });
  const secret = known.find(({ name, value }) => value !== '' && looksSecret(name));
  return settings(
    sets,
    say('explain.env.again'),
    secret
      ? say('explain.env.secret', { name: code(secret.name) })
      : say('explain.env.replaced', { command: code(`docker run -e ${first.name}=…`) }),
  );
}

/** https://github.com/opencontainers/image-spec/blob/main/annotations.md */
const OCI = 'org.opencontainers.image.';
const OCI_FIELDS = [
  ...(['title', 'description', 'version', 'created', 'authors', 'vendor', 'licenses', 'source'] as const),
  ...(['url', 'documentation', 'revision', 'base.name'] as const),
];

export function explainLabel({ pairs }: PairsInstruction, { scope }: Place): Words {
  const notes = pairs.map(({ key, value }) => {
    const name = scope.shown(key.text);
    const known = OCI_FIELDS.find((field) => name === `${OCI}${field}`);
    const shown = code(scope.shown(value?.text ?? ''));
    return known === undefined
      ? say('explain.label.other', { name: code(name), value: shown })
      : say(`explain.label.${known}`, { value: shown });
  });
  if (notes.length === 0) return settings(say('explain.label.nothing'));
  return settings(say('explain.label.notes', { notes: list(notes) }), '', say('explain.label.shown'));
}

export function explainUser({ words }: WordsInstruction, { scope }: Place): Words {
  const user = scope.shown(words[0]?.text ?? '');
  const [name = '', group = ''] = user.split(':');
  const isRoot = name === 'root' || name === '0';
  const who = group === '' ? code(name) : say('explain.user.group', { user: code(name), group: code(group) });
  return settings(
    isRoot ? say('explain.user.root') : say('explain.user.other', { user: who }),
    say('explain.user.again'),
    say('explain.user.replaced'),
  );
}

export function explainShell({ command }: CommandInstruction, { scope }: Place): Words {
  return settings(
    say('explain.shell.chosen', {
      shell: code(commandWords(command)),
      before: code(scope.shell.join(' ')),
    }),
    say('explain.shell.again'),
    say('explain.shell.starts'),
  );
}

export function explainExpose({ words }: WordsInstruction, { scope }: Place): Words {
  const ports = words.map(({ text }) => scope.shown(text));
  if (ports.length === 0) return settings(say('explain.expose.nothing'));
  const shown = list(ports.map(portWords));
  const isMany = ports.length > 1 || /^\d+-\d/.test(ports[0] ?? '');
  // A range needs one as wide outside; its first port is example enough.
  const [, port, kind] = /^(\d+)(?:-\d+)?(\/(?:udp|sctp))?/i.exec(ports[0] ?? '') ?? [];
  const publish = port === undefined ? 'docker run -p' : `docker run -p 8080:${port}${kind ?? ''}`;
  return settings(
    isMany ? say('explain.expose.many', { ports: shown }) : say('explain.expose.one', { port: shown }),
    '',
    say('explain.expose.publish', { command: code(publish) }),
  );
}

function portWords(port: string): string {
  const [, number = port, kind = 'tcp'] = /^(.+?)(?:\/([a-z]+))?$/i.exec(port) ?? [];
  return kind.toLowerCase() === 'tcp' ? code(number) : `${code(number)} (${kind.toUpperCase().slice(0, 8)})`;
}

export function explainStopSignal({ words }: WordsInstruction, { scope }: Place): Words {
  const signal = scope.shown(words[0]?.text ?? '');
  const name = signal.replace(/^SIG/i, '').toUpperCase();
  const shown = { signal: code(signal) };
  if (name === 'KILL' || name === '9') return settings(say('explain.stop.kill', shown));
  const isUsual = name === 'TERM' || name === '15';
  return settings(
    say(isUsual ? 'explain.stop.usual' : 'explain.stop.other', shown),
    '',
    say('explain.stop.killed'),
  );
}

export const explainMaintainer = ({ words }: WordsInstruction): Words =>
  settings(say('explain.maintainer', { name: code(words.map(({ text }) => text).join(' ')) }));
