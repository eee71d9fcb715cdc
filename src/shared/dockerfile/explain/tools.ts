/** Compilers, downloads, archives, files and users as they are used in RUN. */
import { say } from '../../words/index.js';
import { fetches, makes, named, prepares, reader, tidies, unknown, type Deed, type Reader } from './deed.js';
import { code, list } from './phrases.js';

const go = reader(({ verb, command, operands }) => {
  if (verb === 'build') return makes(say('deeds.go.build'));
  if (verb === 'install' || verb === 'get')
    return fetches(named('deeds.of.installs', operands) ?? say('deeds.go.build'));
  if (verb === 'mod') return operands[0] === 'download' ? fetches(say('deeds.go.modules')) : unknown(command);
  return verb === 'test' ? makes(say('deeds.go.test')) : unknown(command);
}, 'o ldflags tags mod gcflags trimpath-prefix C');

const cargo = reader(({ verb, command, operands }) => {
  if (verb === 'build') return makes(say('deeds.rust.build'));
  if (verb === 'fetch') return fetches(say('deeds.rust.fetch'));
  if (verb === 'test') return makes(say('deeds.rust.test'));
  return verb === 'install'
    ? fetches(named('deeds.of.installs', operands) ?? say('deeds.installs.rust'))
    : unknown(command);
}, 'path root features target git bin profile p');

/** The goals of Maven and the tasks of Gradle that everyone knows. */
const java = reader(({ words, command }) => {
  const known = words.some((word) =>
    /^(?:package|install|verify|compile|build|assemble|jar|bootJar|shadowJar)$/.test(word),
  );
  if (words.some((word) => /^dependency:|^dependencies$/.test(word))) return fetches(say('deeds.java.fetch'));
  return known ? makes(say('deeds.java.build')) : unknown(command);
}, 'f file pl P p');

const dotnet = reader(({ verb, command }) => {
  if (verb === 'restore') return fetches(say('deeds.dotnet.fetch'));
  return verb === 'publish' || verb === 'build' ? makes(say('deeds.dotnet.build')) : unknown(command);
}, 'c configuration o output r runtime');

const download = reader((given) => {
  const url = given.words.find((word) => /[:/.$]/.test(word));
  if (url === undefined) return unknown(given.command);
  const file = given.command.name.endsWith('wget')
    ? given.flag('O', 'output-document')
    : given.flag('o', 'output');
  return fetches(
    file === null || file === '-' || file === ''
      ? say('deeds.download', { url: code(url) })
      : say('deeds.downloadTo', { url: code(url), file: code(file) }),
  );
}, 'o output O output-document H header d data X request u user A user-agent e P directory-prefix retry connect-timeout max-time m T timeout t tries w');

const git = reader((given) => {
  const { verb, command, operands } = given;
  if (verb === 'clone')
    return fetches(named('deeds.of.fetchesRepository', operands.slice(0, 1)) ?? say('deeds.git.clone'));
  return verb === 'config' ? prepares(say('deeds.git.config')) : unknown(command);
}, 'b branch depth c C');

const CACHES = /^\/(?:var\/cache|root\/\.(?:cache|npm)|tmp|var\/tmp)(?:\/|$)/;
const remove = reader(({ words }) => {
  if (words.length > 0 && words.every((path) => path.startsWith('/var/lib/apt/lists')))
    return tidies(say('deeds.deletes.lists'));
  if (words.length > 0 && words.every((path) => CACHES.test(path) || path.startsWith('/var/lib/apt/lists')))
    return tidies(say('deeds.deletes.caches'));
  return tidies(named('deeds.of.deletes', words) ?? say('deeds.deletes.files'));
});

const link = reader(({ words: [target, name], command }) => {
  if (target === undefined || name === undefined) return unknown(command);
  if (target === '/dev/stdout') return makes(say('deeds.link.output', { name: code(name) }));
  if (target === '/dev/stderr') return makes(say('deeds.link.error', { name: code(name) }));
  return makes(say('deeds.link', { name: code(name), target: code(target) }));
});

const moved = (doing: 'copies' | 'moves'): Reader =>
  reader(({ words, command }) => {
    const to = words.at(-1);
    if (words.length < 2 || to === undefined) return unknown(command);
    return makes(say(`deeds.${doing}`, { files: list(words.slice(0, -1).map(code)), to: code(to) }));
  }, 't target-directory S suffix');

const user = (what: 'user' | 'group'): Reader =>
  reader(({ words, command }) => {
    // The adduser of Alpine and of Debian: the user first, then the group that it becomes one of.
    const isNew = /add(?:user|group)$/.test(command.name);
    const [name, group] = isNew ? words : words.slice(-1);
    if (name === undefined) return unknown(command);
    return makes(
      group === undefined
        ? say(what === 'user' ? 'deeds.makesUser' : 'deeds.makesGroup', { name: code(name) })
        : say('deeds.intoGroup', { name: code(name), group: code(group) }),
    );
  }, 'u uid g gid G groups s shell h home d home-dir c comment gecos ingroup b k p');

const folders = reader(({ words, command }) => {
  const text = named('deeds.of.makes', words);
  return text === null ? unknown(command) : makes(text);
}, 'm mode');

const install = reader((given) => {
  const { words, command } = given;
  if (given.has('d', 'directory') && words.length > 0)
    return makes(say('deeds.of.makes', { names: list(words.map(code)) }));
  const to = words.at(-1);
  if (words.length < 2 || to === undefined) return unknown(command);
  return makes(say('deeds.copies', { files: list(words.slice(0, -1).map(code)), to: code(to) }));
}, 'o owner g group m mode t target-directory S suffix');

const owner = reader(({ words: [right, ...paths], command }) =>
  right === undefined || paths.length === 0
    ? unknown(command)
    : makes(say('deeds.owner', { files: list(paths.map(code)), owner: code(right) })),
);
const mode = reader(({ words: [right, ...paths], command }) => {
  if (right === undefined || paths.length === 0) return unknown(command);
  const files = list(paths.map(code));
  return makes(
    /^[ugoa]*\+x$/.test(right)
      ? say('deeds.mode.program', { files })
      : say('deeds.mode', { files, mode: code(right) }),
  );
});

const unpack = reader(({ words, command }) => {
  const file = words.find((word) => /\.(?:tar|tgz|tbz2?|txz|zip)(?:\.\w+)?$/.test(word));
  const unpacks = (): Deed =>
    makes(file === undefined ? say('deeds.unpacks.archive') : say('deeds.unpacks', { file: code(file) }));
  if (command.name.endsWith('unzip')) return unpacks();
  return /^-?-?[a-z]*x|^--extract/.test(command.words[1]?.text ?? '') ? unpacks() : unknown(command);
}, 'C directory f file d strip-components');

const make = reader(
  (given) => makes(say('deeds.runs', { command: code(['make', ...given.words].join(' ')) })),
  'C directory f file',
);

const edit = reader((given) => {
  const files = given.words.slice(given.has('e', 'expression') ? 0 : 1);
  return given.has('i', 'in-place') && files.length > 0
    ? makes(say('deeds.edits', { files: list(files.map(code)) }))
    : null;
}, 'e expression f file');

const tee = reader((given) =>
  given.words.length === 0
    ? null
    : makes(
        say(given.has('a', 'append') ? 'deeds.adds' : 'deeds.writes', {
          files: list(given.words.map(code)),
        }),
      ),
);

const key = reader(({ verb, command }) =>
  verb === 'add' || verb === 'adv' ? fetches(say('deeds.key.packages')) : unknown(command),
);
const gpg = reader((given) => {
  if (given.has('recv-keys', 'receive-keys')) return fetches(say('deeds.key.files'));
  if (given.has('verify')) return prepares(say('deeds.key.verify'));
  return given.has('dearmor', 'import') ? prepares(say('deeds.key.takesIn')) : unknown(given.command);
});

const checksum = reader((given) => (given.has('c', 'check') ? prepares(say('deeds.checksum')) : null));

const preparing = (key: 'deeds.linker' | 'deeds.certificates'): Reader => reader(() => prepares(say(key)));
const nothing = reader(() => null);
const SILENT =
  'cd echo printf cat test [ [[ exit return sleep set export unset true false : trap umask which grep awk sort head tail read shift ls pwd sudo env local';

export const TOOLS: Readonly<Record<string, Reader>> = {
  ...Object.fromEntries(SILENT.split(' ').map((name) => [name, nothing])),
  go,
  cargo,
  mvn: java,
  mvnw: java,
  gradle: java,
  gradlew: java,
  dotnet,
  make,
  curl: download,
  wget: download,
  git,
  'apt-key': key,
  gpg,
  sha256sum: checksum,
  sha512sum: checksum,
  sha1sum: checksum,
  md5sum: checksum,
  tar: unpack,
  unzip: unpack,
  rm: remove,
  ln: link,
  cp: moved('copies'),
  mv: moved('moves'),
  install,
  mkdir: folders,
  touch: folders,
  chown: owner,
  chmod: mode,
  sed: edit,
  tee,
  useradd: user('user'),
  adduser: user('user'),
  groupadd: user('group'),
  addgroup: user('group'),
  ldconfig: preparing('deeds.linker'),
  'update-ca-certificates': preparing('deeds.certificates'),
};
