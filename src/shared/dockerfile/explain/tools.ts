/** Compilers, downloads, archives, files and users as they are used in RUN. */
import { fetches, makes, named, prepares, reader, tidies, unknown, type Reader } from './deed.js';
import { code, list } from './phrases.js';

const go = reader(({ verb, command, operands }) => {
  if (verb === 'build') return makes('compiles the Go program');
  if (verb === 'install' || verb === 'get')
    return fetches(named('installs', operands) ?? 'compiles the Go program');
  if (verb === 'mod')
    return operands[0] === 'download' ? fetches('downloads the Go modules') : unknown(command);
  return verb === 'test' ? makes('runs the Go tests') : unknown(command);
}, 'o ldflags tags mod gcflags trimpath-prefix C');

const cargo = reader(({ verb, command, operands }) => {
  if (verb === 'build') return makes('compiles the Rust program');
  if (verb === 'fetch') return fetches('downloads the crates');
  if (verb === 'test') return makes('runs the Rust tests');
  return verb === 'install'
    ? fetches(named('installs', operands) ?? 'installs the Rust program')
    : unknown(command);
}, 'path root features target git bin profile p');

/** The goals of Maven and the tasks of Gradle that everyone knows. */
const java = reader(({ words, command }) => {
  const known = words.some((word) =>
    /^(?:package|install|verify|compile|build|assemble|jar|bootJar|shadowJar)$/.test(word),
  );
  if (words.some((word) => /^dependency:|^dependencies$/.test(word)))
    return fetches('downloads the Java libraries');
  return known ? makes('builds the Java project') : unknown(command);
}, 'f file pl P p');

const dotnet = reader(({ verb, command }) => {
  if (verb === 'restore') return fetches('downloads the .NET packages');
  return verb === 'publish' || verb === 'build' ? makes('compiles the .NET program') : unknown(command);
}, 'c configuration o output r runtime');

const download = reader((given) => {
  const url = given.words.find((word) => /[:/.$]/.test(word));
  if (url === undefined) return unknown(given.command);
  const file = given.command.name.endsWith('wget')
    ? given.flag('O', 'output-document')
    : given.flag('o', 'output');
  return fetches(
    `downloads ${code(url)}${file === null || file === '-' || file === '' ? '' : ` to ${code(file)}`}`,
  );
}, 'o output O output-document H header d data X request u user A user-agent e P directory-prefix retry connect-timeout max-time m T timeout t tries w');

const git = reader((given) => {
  const { verb, command, operands } = given;
  if (verb === 'clone')
    return fetches(named('fetches the repository', operands.slice(0, 1)) ?? 'fetches a repository');
  return verb === 'config' ? prepares('sets up git') : unknown(command);
}, 'b branch depth c C');

const CACHES = /^\/(?:var\/cache|root\/\.(?:cache|npm)|tmp|var\/tmp)(?:\/|$)/;
const remove = reader(({ words }) => {
  if (words.length > 0 && words.every((path) => path.startsWith('/var/lib/apt/lists')))
    return tidies('deletes the package lists');
  if (words.length > 0 && words.every((path) => CACHES.test(path) || path.startsWith('/var/lib/apt/lists')))
    return tidies('deletes caches and temporary files');
  return tidies(named('deletes', words) ?? 'deletes files');
});

const link = reader(({ words: [target, name], command }) => {
  if (target === undefined || name === undefined) return unknown(command);
  if (target === '/dev/stdout') return makes(`sends ${code(name)} to the container’s output`);
  if (target === '/dev/stderr') return makes(`sends ${code(name)} to the container’s error output`);
  return makes(`lets ${code(name)} lead to ${code(target)}`);
});

const moved = (doing: string): Reader =>
  reader(({ words, command }) => {
    const to = words.at(-1);
    if (words.length < 2 || to === undefined) return unknown(command);
    return makes(`${doing} ${list(words.slice(0, -1).map(code))} to ${code(to)}`);
  }, 't target-directory S suffix');

const user = (what: 'user' | 'group'): Reader =>
  reader(({ words, command }) => {
    // The adduser of Alpine and of Debian: the user first, then the group that it becomes one of.
    const isNew = /add(?:user|group)$/.test(command.name);
    const [name, group] = isNew ? words : words.slice(-1);
    if (name === undefined) return unknown(command);
    return makes(
      group === undefined
        ? `makes the ${what} ${code(name)}`
        : `puts the user ${code(name)} into the group ${code(group)}`,
    );
  }, 'u uid g gid G groups s shell h home d home-dir c comment gecos ingroup b k p');

const folders = reader(({ words, command }) => {
  const text = named('makes', words);
  return text === null ? unknown(command) : makes(text);
}, 'm mode');

const install = reader((given) => {
  const { words, command } = given;
  if (given.has('d', 'directory') && words.length > 0) return makes(`makes ${list(words.map(code))}`);
  const to = words.at(-1);
  if (words.length < 2 || to === undefined) return unknown(command);
  return makes(`copies ${list(words.slice(0, -1).map(code))} to ${code(to)}`);
}, 'o owner g group m mode t target-directory S suffix');

const owner = reader(({ words: [right, ...paths], command }) =>
  right === undefined || paths.length === 0
    ? unknown(command)
    : makes(`gives ${list(paths.map(code))} to ${code(right)}`),
);
const mode = reader(({ words: [right, ...paths], command }) => {
  if (right === undefined || paths.length === 0) return unknown(command);
  const files = list(paths.map(code));
  return makes(
    /^[ugoa]*\+x$/.test(right)
      ? `lets ${files} be run as a program`
      : `sets the permissions of ${files} to ${code(right)}`,
  );
});

const unpack = reader(({ words, command }) => {
  const file = words.find((word) => /\.(?:tar|tgz|tbz2?|txz|zip)(?:\.\w+)?$/.test(word));
  const what = file === undefined ? 'an archive' : code(file);
  if (command.name.endsWith('unzip')) return makes(`unpacks ${what}`);
  return /^-?-?[a-z]*x|^--extract/.test(command.words[1]?.text ?? '')
    ? makes(`unpacks ${what}`)
    : unknown(command);
}, 'C directory f file d strip-components');

const make = reader(
  (given) => makes(`runs ${code(['make', ...given.words].join(' '))}`),
  'C directory f file',
);

const edit = reader((given) => {
  const files = given.words.slice(given.has('e', 'expression') ? 0 : 1);
  return given.has('i', 'in-place') && files.length > 0
    ? makes(`changes the text of ${list(files.map(code))}`)
    : null;
}, 'e expression f file');

const tee = reader((given) =>
  given.words.length === 0
    ? null
    : makes(`${given.has('a', 'append') ? 'adds to' : 'writes'} ${list(given.words.map(code))}`),
);

const key = reader(({ verb, command }) =>
  verb === 'add' || verb === 'adv'
    ? fetches('fetches a key that packages are signed with')
    : unknown(command),
);
const gpg = reader((given) => {
  if (given.has('recv-keys', 'receive-keys')) return fetches('fetches keys that files are signed with');
  if (given.has('verify')) return prepares('checks a signature');
  return given.has('dearmor', 'import')
    ? prepares('takes in a key that files are signed with')
    : unknown(given.command);
});

const checksum = reader((given) =>
  given.has('c', 'check') ? prepares('checks that what was fetched is what it should be') : null,
);

const says = (text: string): Reader => reader(() => prepares(text));
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
  ldconfig: says('tells the linker about new libraries'),
  'update-ca-certificates': says('takes in the certificates that are trusted'),
};
