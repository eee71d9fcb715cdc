/** LogsToFiles: a server keeps its log in files inside the container, where `docker logs` finds nothing. */
import { say } from '../../../words/index.js';
import { runsOf, type Run } from '../hadolint/run.js';
import type { Model, StageModel } from '../model.js';
import type { Fix } from '../rule.js';
import { installOf } from './installs.js';
import { strataRule } from './strata-rule.js';

type Server = {
  readonly programs: readonly string[];
  /** As a package manager knows it. */
  readonly packages: readonly string[];
  readonly access: string;
  readonly error: string;
};

const SERVERS: readonly Server[] = [
  {
    programs: ['nginx'],
    packages: ['nginx', 'nginx-full', 'nginx-light', 'nginx-extras', 'nginx-core'],
    access: '/var/log/nginx/access.log',
    error: '/var/log/nginx/error.log',
  },
  {
    programs: ['apache2', 'apache2ctl', 'apachectl'],
    packages: ['apache2'],
    access: '/var/log/apache2/access.log',
    error: '/var/log/apache2/error.log',
  },
  {
    programs: ['httpd', 'httpd-foreground'],
    packages: ['httpd'],
    access: '/var/log/httpd/access_log',
    error: '/var/log/httpd/error_log',
  },
];
const TO_STREAMS = /\/dev\/(?:stdout|stderr)|\/proc\/(?:self|1)\/fd\/[12]|\bstderr\b/;

export const logsToFiles = strataRule('LogsToFiles', {
  severity: 'warning',
  reason: 'why.LogsToFiles',
  *check(model) {
    const stage = model.stages.at(-1);
    if (!stage) return;
    const chain = chainOf(stage);
    const started = programOf(chain);
    const server = SERVERS.find(({ programs }) => started !== null && programs.includes(started.program));
    if (!server || !started) return;
    const runs = runsOf(model).filter(({ step }) => step.stage && chain.includes(step.stage));
    const install = runs.find((run) => run.commands.some((command) => isInstallOf(command, server)));
    // An image that brings the server itself has its logs linked already.
    if (!install || mentionsStreams(chain)) return;
    const fix = linked(install, server, model);
    yield {
      message: say('strata.logs', { program: started.program, access: server.access, error: server.error }),
      range: install.isExact ? install.instruction.keywordRange : install.instruction.range,
      ...(fix ? { fix } : {}),
    };
  },
});

/** A stage with those that it is built on, the first one first. */
function chainOf(stage: StageModel): readonly StageModel[] {
  const chain = [stage];
  for (let parent = stage.parent; parent; parent = parent.parent) chain.unshift(parent);
  return chain;
}

/** What the container runs, by the last ENTRYPOINT, or without one the last CMD. */
function programOf(chain: readonly StageModel[]): { readonly program: string } | null {
  const steps = chain.flatMap(({ steps: own }) => own);
  const last = (keyword: 'ENTRYPOINT' | 'CMD') =>
    steps.findLast(({ instruction }) => instruction.keyword === keyword)?.instruction;
  const chosen = last('ENTRYPOINT') ?? last('CMD');
  if (chosen?.keyword !== 'ENTRYPOINT' && chosen?.keyword !== 'CMD') return null;
  const { command } = chosen;
  const words = command.form === 'exec' ? command.items : command.text.trim().split(/\s+/);
  const program = words
    .find((word) => word !== 'exec')
    ?.split('/')
    .at(-1);
  return program === undefined ? null : { program };
}

function isInstallOf(command: Run['commands'][number], { packages }: Server): boolean {
  if (!installOf(command)) return false;
  return command.words.slice(1).some(({ text }) => packages.includes(text.split('=')[0] ?? ''));
}

function mentionsStreams(chain: readonly StageModel[]): boolean {
  return chain.some(({ steps }) =>
    steps.some(
      ({ instruction: { value, heredocs } }) =>
        TO_STREAMS.test(value) || heredocs.some(({ content }) => TO_STREAMS.test(content)),
    ),
  );
}

/** At the end of the step that installs: it runs as the same user, and the links are part of the same layer. */
function linked(
  { instruction, script, isExact, isHeredoc }: Run,
  server: Server,
  { file }: Model,
): Fix | null {
  const isChain =
    script.isFlat && script.joints.every(({ operator }) => operator === '&&' || operator === ';');
  if (!isExact || isHeredoc || instruction.heredocs.length > 0 || !isChain || /#|;\s*$/.test(script.text))
    return null;
  const { end } = instruction.command.range;
  const links = [`ln -sf /dev/stdout ${server.access}`, `ln -sf /dev/stderr ${server.error}`];
  const text = links.map((link) => ` ${file.escape}\n  && ${link}`).join('');
  return { title: say('strata.logs.fix'), edits: [{ range: { start: end, end }, text }] };
}
