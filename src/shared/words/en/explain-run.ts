/** What RUN does: its commands as clauses (“installs `tini`”), which are joined to a sentence, and what that means. */
import { message } from '../message.js';

type Names = { names: string };
type Name = { name: string };
type File = { file: string };
type Files = { files: string };
type Command = { command: string };
type At = { at: string };
type Lean = { isLean: 'yes' | 'no' };

export const explainRun = {
  'deeds.runs': message<Command>('runs {command}'),
  'deeds.runsOnText': message<Command>('runs {command} on the text that follows'),
  'deeds.andRunsIt': message<{ deed: string }>('{deed} and runs it as a script'),
  'deeds.then': message<{ before: string; last: string }>('{before}, then {last}'),
  'deeds.more': message<{ deeds: string; count: number }>(
    '{deeds}, and does {count, plural, one {{count} more thing} other {{count} more things}}',
  ),

  // With a list of what it is done to.
  'deeds.of.installs': message<Names>('installs {names}'),
  'deeds.of.installsEverywhere': message<Names>('installs {names} for every project'),
  'deeds.of.installsGroup': message<Names>('installs the group {names}'),
  'deeds.of.installsForBuild': message<Names>('installs what it takes to build {names}'),
  'deeds.of.removes': message<Names>('removes {names}'),
  'deeds.of.fetchesRepository': message<Names>('fetches the repository {names}'),
  'deeds.of.deletes': message<Names>('deletes {names}'),
  'deeds.of.makes': message<Names>('makes {names}'),

  'deeds.installs.packages': 'installs packages',
  'deeds.installs.everywhere': 'installs packages for every project',
  'deeds.installs.python': 'installs Python packages',
  'deeds.installs.gems': 'installs gems',
  'deeds.installs.php': 'installs PHP packages',
  'deeds.installs.groups': 'installs groups of packages',
  'deeds.installs.forBuild': 'installs what a build takes',
  'deeds.installs.locked': message<Lean>(
    'installs the packages exactly as the lock file names them{isLean, select, yes {, without those for development} other {}}',
  ),
  'deeds.installs.project': message<Lean>(
    'installs the packages that `package.json` names{isLean, select, yes {, without those for development} other {}}',
  ),
  'deeds.installs.pythonFile': message<File>('installs the Python packages that {file} names'),
  'deeds.installs.pythonHere': 'installs the Python project of this folder',
  'deeds.installs.pythonProject': 'installs the Python packages that the project names',
  'deeds.installs.gemfile': 'installs the gems that `Gemfile` names',
  'deeds.installs.composer': 'installs the PHP packages that `composer.json` names',
  'deeds.installs.rust': 'installs the Rust program',
  'deeds.packages.lists': 'reads which packages there are',
  'deeds.packages.update': 'brings the installed packages up to date',
  'deeds.packages.remove': 'removes packages',
  'deeds.packages.unneeded': 'removes packages that nothing needs',
  'deeds.packages.cache': 'empties the package cache',
  'deeds.packages.prune': 'removes the packages that aren’t needed',
  'deeds.packages.pruneLean': 'removes the packages that aren’t needed to run it',
  'deeds.packages.script': message<Name>('runs the project’s script {name}'),

  'deeds.go.build': 'compiles the Go program',
  'deeds.go.modules': 'downloads the Go modules',
  'deeds.go.test': 'runs the Go tests',
  'deeds.rust.build': 'compiles the Rust program',
  'deeds.rust.fetch': 'downloads the crates',
  'deeds.rust.test': 'runs the Rust tests',
  'deeds.java.fetch': 'downloads the Java libraries',
  'deeds.java.build': 'builds the Java project',
  'deeds.dotnet.fetch': 'downloads the .NET packages',
  'deeds.dotnet.build': 'compiles the .NET program',

  'deeds.download': message<{ url: string }>('downloads {url}'),
  'deeds.downloadTo': message<{ url: string } & File>('downloads {url} to {file}'),
  'deeds.git.clone': 'fetches a repository',
  'deeds.git.config': 'sets up git',
  'deeds.key.packages': 'fetches a key that packages are signed with',
  'deeds.key.files': 'fetches keys that files are signed with',
  'deeds.key.verify': 'checks a signature',
  'deeds.key.takesIn': 'takes in a key that files are signed with',
  'deeds.checksum': 'checks that what was fetched is what it should be',
  'deeds.linker': 'tells the linker about new libraries',
  'deeds.certificates': 'takes in the certificates that are trusted',

  'deeds.deletes.lists': 'deletes the package lists',
  'deeds.deletes.caches': 'deletes caches and temporary files',
  'deeds.deletes.files': 'deletes files',
  'deeds.link.output': message<Name>('sends {name} to the container’s output'),
  'deeds.link.error': message<Name>('sends {name} to the container’s error output'),
  'deeds.link': message<Name & { target: string }>('lets {name} lead to {target}'),
  'deeds.copies': message<Files & { to: string }>('copies {files} to {to}'),
  'deeds.moves': message<Files & { to: string }>('moves {files} to {to}'),
  'deeds.makesUser': message<Name>('makes the user {name}'),
  'deeds.makesGroup': message<Name>('makes the group {name}'),
  'deeds.intoGroup': message<Name & { group: string }>('puts the user {name} into the group {group}'),
  'deeds.owner': message<Files & { owner: string }>('gives {files} to {owner}'),
  'deeds.mode.program': message<Files>('lets {files} be run as a program'),
  'deeds.mode': message<Files & { mode: string }>('sets the permissions of {files} to {mode}'),
  'deeds.unpacks': message<File>('unpacks {file}'),
  'deeds.unpacks.archive': 'unpacks an archive',
  'deeds.edits': message<Files>('changes the text of {files}'),
  'deeds.adds': message<Files>('adds to {files}'),
  'deeds.writes': message<Files>('writes {files}'),

  'run.exec': message<Command>('Runs {command} without a shell'),
  'run.text': message<Command>('Runs {command}'),
  'run.script': message<{ count: number; with: string }>(
    'Runs the script of {count, plural, one {{count} line} other {{count} lines}} that follows{with, select, none {} other { with {with}}}',
  ),
  'run.why.oneStep': 'As all of it is one step, what is deleted at its end never gets into a layer.',
  'run.why.noSmaller': 'The layers below still hold what it takes away: the image gets no smaller.',
  'run.why.logs': 'There `docker logs` finds it.',
  'run.why.onceMore': 'Each file that it changes is in this layer once more.',
  'run.again': message<Names & { count: number; hasFiles: 'yes' | 'no' }>(
    'Runs again when its text{count, plural, =0 {} one {, the build argument {names}} other {, the build arguments {names}}}{hasFiles, select, yes {, a file that it is lent} other {}} or anything above changes.',
  ),
  'run.again.newer': 'Newer versions to fetch don’t make it: it reuses what it got the last time.',
  'run.again.secret': 'Another value of the secret makes no difference.',
  'run.ends': 'What it starts ends with this step: only files stay, no running program.',

  'run.mount.cache': message<At>(
    'with a folder{at, select, none {} other { at {at}}} that is kept between builds and is in no layer',
  ),
  'run.mount.secret': message<Name & At>(
    'with the secret {name}{at, select, none {} other { at {at}}}, which is in no layer',
  ),
  'run.mount.secretVariable': message<Name & { variable: string }>(
    'with the secret {name} as the variable {variable}, which is in no layer',
  ),
  'run.mount.ssh': 'with your ssh agent, whose keys are in no layer',
  'run.mount.memory': message<At>('with a folder in memory{at, select, none {} other { at {at}}}'),
  'run.mount.project': message<At>(
    'with the project folder lent to it{at, select, none {} other { at {at}}}',
  ),
  'run.mount.ofProject': message<{ path: string } & At>(
    'with {path} of the project folder lent to it{at, select, none {} other { at {at}}}',
  ),
  'run.mount.source': message<{ source: string } & At>(
    'with {source} lent to it{at, select, none {} other { at {at}}}',
  ),
  'run.mount.ofSource': message<{ path: string; source: string } & At>(
    'with {path} of {source} lent to it{at, select, none {} other { at {at}}}',
  ),
  'run.mount.other': message<At>('with a mount{at, select, none {} other { at {at}}}'),
  'run.network.none': 'without a network',
  'run.network.host': 'in the network of the builder’s own computer',
  'run.insecure': 'with all rights on the builder’s computer',
} as const;
