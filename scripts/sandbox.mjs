/**
 * Runs a command in a sandbox whose every process, mount, network link and file the kernel takes away when the
 * command ends, however it ends: `node scripts/sandbox.mjs [--] CMD ARGS…`.
 *
 * The sandbox is a net, mount and pid namespace. /tmp, /run, /dev/shm and /etc/docker are memory of its own, so an
 * engine, a registry, a keyring or a display started in there neither sees nor touches the user's. Entries of /tmp and
 * /run which the working folder, the command or the environment name stay visible. As another user than root, on
 * another system than Linux, without dockerd, or when already inside, the command runs directly.
 */
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

const projectRoot = fileURLToPath(new URL('..', import.meta.url));
const sandboxDir = '/tmp/strata-sandbox';
const coveredFolders = ['/tmp', '/run'];
const forwardedSignals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/** What ties a process to the user's session or engine, none of which a sandboxed command may reach. */
const sessionVariables = [
  'DISPLAY',
  'WAYLAND_DISPLAY',
  'XAUTHORITY',
  'DBUS_SESSION_BUS_ADDRESS',
  'DOCKER_HOST',
  'DOCKER_CONTEXT',
  'DOCKER_TLS_VERIFY',
  'DOCKER_CERT_PATH',
];

/**
 * Runs as process 1 of the new namespaces, with the entries to keep, `--`, and the command as arguments. It stays
 * between unshare and the command because process 1 has to reap orphans, and ignores signals that it has no handler for.
 * A new /tmp is put together on a folder that exists anyway and then moved over the old one: no mount point is left.
 */
const setUp = `
set -eu
ip link set lo up
for stage in /mnt /media /srv /home; do [ -d "$stage" ] && break; done
kept=
while [ "$1" != -- ]; do kept="$kept
$1"; shift; done
shift
for covered in ${coveredFolders.join(' ')}; do
  mount -n -t tmpfs -o mode=1777 strata-sandbox "$stage"
  printf '%s\\n' "$kept" | while IFS= read -r entry; do
    case $entry in "$covered"/*) ;; *) continue ;; esac
    target=$stage/\${entry#"$covered"/}
    if [ -d "$entry" ]; then mkdir -p "$target"; else : > "$target"; fi
    mount -n --rbind "$entry" "$target"
  done
  mount -n --move "$stage" "$covered"
done
if [ -d /dev/shm ]; then mount -n -t tmpfs -o mode=1777 strata-sandbox /dev/shm; fi
mkdir -p /run/lock "$STRATA_SANDBOX_DIR" "$TMPDIR" "$DOCKER_CONFIG"
mkdir -m 700 -p "$XDG_RUNTIME_DIR"
if [ -d /etc/docker ]; then
  mount -n -t tmpfs -o mode=755 strata-sandbox /etc/docker
else
  mkdir /run/strata-etc /run/strata-etc/upper /run/strata-etc/work
  mount -n --bind /etc "$stage"
  mount -n -t overlay -o "lowerdir=$stage,upperdir=/run/strata-etc/upper,workdir=/run/strata-etc/work" overlay /etc
  for file in hosts hostname resolv.conf; do
    if [ -f "$stage/$file" ]; then mount -n --bind "$stage/$file" "/etc/$file"; fi
  done
  umount -n -l "$stage"
fi
cd "$PWD"
"$@"
exit $?
`;

/**
 * Cgroups belong to no namespace and stay when their processes are gone. This waits for the end of its input, which comes
 * when the sandbox's starter ends, even by SIGKILL, and then removes the sandbox's own groups as they become empty.
 */
const removeCgroups = `
read -r _
tries=0
while [ "$tries" -lt 200 ]; do
  left=$(find /sys/fs/cgroup -mindepth 1 -type d -path "*/$0*" 2>/dev/null | sort -r)
  [ -n "$left" ] || exit 0
  printf '%s\\n' "$left" | while IFS= read -r group; do rmdir "$group" 2>/dev/null || :; done
  tries=$((tries + 1))
  sleep 0.05
done
`;

/** @returns {boolean} whether this process already runs in a sandbox */
export function isInsideSandbox() {
  return Boolean(process.env['STRATA_SANDBOX_DIR']);
}

/** @returns {string | undefined} why no sandbox can be made here; undefined when one can */
export function whyNoSandbox() {
  if (process.platform !== 'linux') return 'namespaces exist on Linux only';
  if (process.getuid?.() !== 0) return 'making namespaces and running an engine takes root';
  for (const tool of ['unshare', 'setpriv', 'mount', 'ip', 'dockerd']) {
    if (spawnSync(tool, ['--version'], { stdio: 'ignore' }).error && tool !== 'ip')
      return `${tool} is missing`;
    if (tool === 'ip' && spawnSync('ip', ['-V'], { stdio: 'ignore' }).error)
      return 'ip (iproute2) is missing';
  }
  const probe = spawnSync('unshare', ['--net', '--mount', '--pid', '--fork', '--mount-proc', 'true']);
  return probe.status === 0 ? undefined : `unshare: ${String(probe.stderr).trim()}`;
}

/**
 * The entries of the covered folders which must stay visible because something that the command is given names them.
 * @param {readonly string[]} texts paths, arguments, values of environment variables
 * @returns {string[]} such as /tmp/checkout
 */
function namedEntries(texts) {
  const found = new Set();
  for (const text of texts) {
    for (const [entry] of text.matchAll(/(?<![^\s:=,'"])\/(?:tmp|run)\/[^/\s:,'"]+/g)) {
      if (existsSync(entry) && !entry.startsWith('/tmp/.X')) found.add(entry);
    }
  }
  return [...found];
}

/** @param {number} pid @returns {number | undefined} the first child of a process */
function firstChild(pid) {
  try {
    const [child] = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
    return child ? Number(child) : undefined;
  } catch {
    return undefined;
  }
}

/** @param {number} pid @param {NodeJS.Signals} signal */
function signalIfAlive(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended in between; its exit is reported by its own event.
  }
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {(signal: NodeJS.Signals) => void} forward
 * @returns {Promise<number>} the exit code; 128 + signal number when a signal ended it
 */
async function settled(child, forward) {
  const listeners = forwardedSignals.map((signal) => {
    const listener = () => forward(signal);
    process.on(signal, listener);
    return () => process.off(signal, listener);
  });
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
    });
  } finally {
    for (const remove of listeners) remove();
  }
}

/**
 * Runs a command in a sandbox of its own, or directly where that is impossible (see whyNoSandbox) or already the case.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, stdio?: import('node:child_process').StdioOptions }} [options]
 * @returns {Promise<number>} the command's exit code; 128 + signal number when a signal ended it
 */
export async function runInSandbox(command, args, options = {}) {
  const env = { ...process.env, ...options.env };
  const stdio = options.stdio ?? 'inherit';
  if (isInsideSandbox() || whyNoSandbox() !== undefined) {
    const child = spawn(command, args, { env, stdio });
    return settled(child, (signal) => child.kill(signal));
  }

  const cgroup = `strata-${randomBytes(6).toString('hex')}`;
  const own = {
    STRATA_SANDBOX_DIR: sandboxDir,
    STRATA_SANDBOX_CGROUP: cgroup,
    TMPDIR: `${sandboxDir}/tmp`,
    DOCKER_CONFIG: `${sandboxDir}/docker-config`,
    XDG_RUNTIME_DIR: `/run/user/${process.getuid?.() ?? 0}`,
  };
  for (const name of [...sessionVariables, ...Object.keys(own)]) delete env[name];
  const texts = [
    process.cwd(),
    realpathSync(projectRoot),
    command,
    ...args,
    ...Object.values(env).map(String),
  ];
  const kept = namedEntries(texts);
  Object.assign(env, own);

  const sweeper = spawn('sh', ['-c', removeCgroups, cgroup], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  // Detached, so that Ctrl-C in a terminal reaches the command once, through the forwarding, and not twice.
  const child = spawn(
    'setpriv',
    [
      ...[
        '--pdeathsig',
        'KILL',
        '--',
        'unshare',
        '--net',
        '--mount',
        '--pid',
        '--fork',
        '--mount-proc',
        '--kill-child',
        '--',
      ],
      ...['sh', '-c', setUp, 'sandbox', ...kept, '--', command, ...args],
    ],
    { env, stdio, detached: true },
  );
  const forward = (/** @type {NodeJS.Signals} */ signal) => {
    if (child.pid === undefined) return;
    const init = firstChild(child.pid);
    const running = init === undefined ? undefined : firstChild(init);
    // Before the command has started there is nothing to tell: end the whole.
    signalIfAlive(running ?? child.pid, running === undefined ? 'SIGKILL' : signal);
  };
  try {
    return await settled(child, forward);
  } finally {
    const swept = new Promise((resolve) => sweeper.once('exit', resolve));
    sweeper.stdin.end();
    await swept;
  }
}

async function main() {
  const given = process.argv.slice(2);
  const [command, ...args] = given[0] === '--' ? given.slice(1) : given;
  if (command === undefined) {
    console.error('usage: node scripts/sandbox.mjs [--] CMD ARGS…');
    process.exitCode = 2;
    return;
  }
  try {
    process.exitCode = await runInSandbox(command, args);
  } catch (error) {
    console.error(`sandbox: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 127;
  }
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url))
  await main();
