/** What Settings says about the installation, and the text that "Copy report" puts on the clipboard. Pure. */
import type { AppInfo } from '../../../shared/contract/app.js';
import type { EngineEndpoint, EngineStatus } from '../../../shared/contract/engine.js';
import { say } from '../../../shared/words/index.js';

/** Whether Chromium's sandbox holds the window, and why not if it doesn't. */
export const sandboxWords = (info: Pick<AppInfo, 'sandboxed'>): string =>
  say(`settings.sandbox.${info.sandboxed ? 'on' : 'off'}`);

/** What made Strata use this engine. */
export function originWords({ origin, context, name }: EngineEndpoint): string {
  if (origin === 'found')
    return name === undefined ? say('settings.origin.foundUnnamed') : say('settings.origin.found', { name });
  return origin === 'context' && context !== undefined
    ? say('settings.origin.contextNamed', { name: context })
    : say(`settings.origin.${origin}`);
}

/** The engine in one line: its name when that isn't docker's, version, API, platform, builder. */
export function engineWords(status: EngineStatus): string {
  switch (status.state) {
    case 'connecting':
      return say('settings.engine.connecting');
    case 'unreachable':
      return status.failure.title;
    case 'connected':
      return engineFacts(status, say('settings.engine.classic'));
  }
}

const engineFacts = (
  { product, version, apiVersion, os, architecture, buildkit }: Extract<EngineStatus, { state: 'connected' }>,
  classic: string,
): string =>
  `${product === 'Podman' ? 'Podman ' : ''}${version}, API ${apiVersion}, ${os}/${architecture}, ${buildkit ? 'BuildKit' : classic}`;

/**
 * Facts for a bug report, a line each. No paths below the home folder, no names of registries or images.
 * In English: whoever reads it may not know the language that its sender chose.
 */
export function reportText(info: AppInfo, engine: EngineStatus | null, system: string): string {
  const lines = [
    `Strata ${info.version}`,
    `Electron ${info.electron} (${info.runtime}), Chrome ${info.chrome}, Node ${info.node}`,
    `Sandbox ${info.sandboxed ? 'on' : 'off'}`,
    `System ${system}`,
  ];
  if (engine) {
    lines.push(`Engine ${reportedEngine(engine)}`);
    // A host's name may be nobody's business; how it is reached is what matters.
    const scheme = /^[a-z]+:/.exec(engine.endpoint.address)?.[0] ?? '';
    lines.push(`Endpoint ${scheme}// (${engine.endpoint.origin})`);
  }
  return lines.join('\n');
}

function reportedEngine(status: EngineStatus): string {
  if (status.state === 'connected') return engineFacts(status, 'classic builder');
  return status.state === 'connecting' ? 'Connecting…' : status.failure.title;
}

/** The same, and how the log ends. */
export const reportWithLog = (facts: string, log: string): string =>
  `${facts}\n\nThe end of the log:\n${log}`;
