import { describe, expect, it } from 'vitest';
import type { AppInfo } from '../../../shared/contract/app.js';
import type { EngineStatus } from '../../../shared/contract/engine.js';
import { engineWords, originWords, reportText, sandboxWords } from './report.js';

const info: AppInfo = {
  version: '0.1.0',
  electron: '33.2.1',
  chrome: '130.0.6723.137',
  node: '20.18.1',
  runtime: 'compatibility',
  sandboxed: false,
  home: '/home/kim/.config/strata',
  logFile: '/home/kim/.config/strata/logs/strata.log',
  opened: null,
};

const engine: EngineStatus = {
  state: 'connected',
  endpoint: { address: 'tcp://build-host.internal:2376', origin: 'DOCKER_HOST' },
  product: 'Docker',
  version: '20.10.24',
  apiVersion: '1.41',
  os: 'linux',
  architecture: 'amd64',
  buildkit: true,
};

describe('the report', () => {
  it('says what runs', () => {
    const text = reportText(info, engine, 'Linux x86_64');
    expect(text).toContain('Strata 0.1.0');
    expect(text).toContain('Electron 33.2.1 (compatibility)');
    expect(text).toContain('20.10.24, API 1.41, linux/amd64, BuildKit');
  });

  it('names neither the user nor their hosts', () => {
    expect(reportText(info, engine, 'Linux')).not.toMatch(/kim|internal/);
  });

  it('can be made before the engine has answered', () => {
    expect(reportText(info, null, 'Linux')).not.toContain('Engine');
  });
});

it('says why there is no sandbox', () => {
  expect(sandboxWords(info)).toMatch(/root/);
  expect(sandboxWords({ sandboxed: true })).toBe('On');
});

it('says what chose the engine', () => {
  expect(originWords({ address: 'unix:///x', origin: 'context', context: 'work' })).toContain('“work”');
  expect(engineWords({ ...engine, buildkit: false })).toContain('classic builder');
  expect(engineWords({ ...engine, product: 'Podman', version: '4.3.1' })).toMatch(/^Podman 4\.3\.1, /);
});
