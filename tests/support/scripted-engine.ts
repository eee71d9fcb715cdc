/**
 * Engines that can't be had here, as their API's reference says that they answer (docs.docker.com/reference/api/engine): a very
 * old one, and one with containerd's image store. A scripted stand-in: it knows the requests below, and nothing else.
 */
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { rm } from 'node:fs/promises';
import { makeFolder } from './processes.js';

export type ScriptedEngine = {
  readonly host: string;
  /** Of every request, as it came: `GET /v1.44/images/json?all=0`. */
  readonly requests: readonly string[];
  readonly stop: () => Promise<void>;
};

export type Script = {
  readonly version: string;
  readonly api: { readonly newest: string; readonly oldest: string };
  /** By path, without API version and query. */
  readonly answers: Readonly<Record<string, unknown>>;
};

export async function startScriptedEngine({ version, api, answers }: Script): Promise<ScriptedEngine> {
  const folder = await makeFolder('scripted-engine');
  const socket = join(folder, 'docker.sock');
  const requests: string[] = [];
  const all: Readonly<Record<string, unknown>> = {
    '/version': {
      Version: version,
      ApiVersion: api.newest,
      MinAPIVersion: api.oldest,
      Os: 'linux',
      Arch: 'amd64',
      Platform: { Name: 'Docker Engine - Community' },
      Components: [{ Name: 'Engine', Version: version }],
    },
    ...answers,
  };
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://engine');
    requests.push(`${request.method} ${request.url}`);
    response.setHeader('Api-Version', api.newest);
    response.setHeader('Content-Type', 'application/json');
    const [, asked, path = ''] = /^(?:\/v(\d+\.\d+))?(\/.*)$/.exec(pathname) ?? [];
    const say = (status: number, answer: unknown): void => {
      response.statusCode = status;
      response.end(JSON.stringify(answer));
    };
    // As moby daemon/server/middleware/version.go has it.
    if (asked !== undefined && minorOf(asked) < minorOf(api.oldest))
      say(400, {
        message: `client version ${asked} is too old. Minimum supported API version is ${api.oldest}, please upgrade your client to a newer version`,
      });
    else if (asked !== undefined && minorOf(asked) > minorOf(api.newest))
      say(400, {
        message: `client version ${asked} is too new. Maximum supported API version is ${api.newest}`,
      });
    else if (path === '/_ping') response.end('OK');
    // It says nothing for now, and goes on.
    else if (path === '/events') response.writeHead(200).flushHeaders();
    else if (path in all) say(200, all[path]);
    else say(404, { message: 'page not found' });
  });
  await new Promise<void>((resolve) => server.listen(socket, resolve));
  return {
    host: `unix://${socket}`,
    requests,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const minorOf = (version: string): number => Number(version.split('.')[1]);
