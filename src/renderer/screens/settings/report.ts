/** What Settings says about the installation, and the text that "Copy report" puts on the clipboard. Pure. */
import type { AppInfo, RuntimeSource } from '../../../shared/contract/app.js';
import type { EngineEndpoint, EngineStatus } from '../../../shared/contract/engine.js';

/** Where the running Electron comes from, in plain words. */
export const runtimeWords: Readonly<Record<RuntimeSource, string>> = {
  packaged: 'The one that Strata was packaged with',
  official: 'The official build that this version of Strata was made for',
  override: 'The one that ELECTRON_OVERRIDE_DIST_PATH names',
  compatibility:
    'The compatibility runtime: an older Electron, used for development where the official build can’t be downloaded',
};

/** Whether Chromium's sandbox holds the window, and why not if it doesn't. */
export function sandboxWords(info: Pick<AppInfo, 'sandboxed'>): string {
  return info.sandboxed
    ? 'On'
    : 'Off, because Strata runs as root and Chromium refuses to sandbox root. Start it as another user to turn it on.';
}

/** What made Strata use this engine. */
export function originWords(endpoint: EngineEndpoint): string {
  switch (endpoint.origin) {
    case 'DOCKER_HOST':
      return 'Named by DOCKER_HOST';
    case 'context':
      return endpoint.context === undefined
        ? 'Named by a docker context'
        : `Named by the docker context “${endpoint.context}”`;
    case 'default':
      return 'Docker’s default on this computer';
    case 'found':
      return `Found where ${endpoint.name ?? 'a known program'} puts its socket`;
  }
}

/** The engine in one line: its name when that isn't docker's, version, API, platform, builder. */
export function engineWords(status: EngineStatus): string {
  switch (status.state) {
    case 'connecting':
      return 'Connecting…';
    case 'unreachable':
      return status.failure.title;
    case 'connected':
      return `${status.product === 'Podman' ? 'Podman ' : ''}${status.version}, API ${status.apiVersion}, ${status.os}/${status.architecture}, ${
        status.buildkit ? 'BuildKit' : 'classic builder'
      }`;
  }
}

/** Facts for a bug report, a line each. No paths below the home folder, no names of registries or images. */
export function reportText(info: AppInfo, engine: EngineStatus | null, system: string): string {
  const lines = [
    `Strata ${info.version}`,
    `Electron ${info.electron} (${info.runtime}), Chrome ${info.chrome}, Node ${info.node}`,
    `Sandbox ${info.sandboxed ? 'on' : 'off'}`,
    `System ${system}`,
  ];
  if (engine) {
    lines.push(`Engine ${engineWords(engine)}`);
    // A host's name may be nobody's business; how it is reached is what matters.
    const scheme = /^[a-z]+:/.exec(engine.endpoint.address)?.[0] ?? '';
    lines.push(`Endpoint ${scheme}// (${engine.endpoint.origin})`);
  }
  return lines.join('\n');
}
