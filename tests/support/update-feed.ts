/** A feed of Strata's own updates on 127.0.0.1, with a key of its own, which tells the truth or whatever a test makes it tell. */
import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Get } from '../../src/main/self-update/index.js';

export type OfferedRelease = {
  readonly version: string;
  /** What is downloaded: by its name in the feed. */
  readonly packages: Readonly<Record<string, Buffer>>;
  readonly releaseDate?: string;
  readonly releaseNotes?: string;
  /** As which file it is signed, if not as the one that it is. */
  readonly signedAs?: string;
  readonly signedBy?: KeyObject;
};

export type UpdateFeed = {
  readonly address: string;
  /** 32 bytes in base64, as a package has it built in. */
  readonly key: string;
  /** What was asked for, with the headers that came along. */
  readonly asked: { readonly path: string; readonly headers: Readonly<Record<string, unknown>> }[];
  /** Offers a release under the name of an update file, signed. */
  readonly offer: (name: string, release: OfferedRelease) => void;
  /** Answers a path in a test's own way; `null`: there is nothing there. */
  readonly answer: (path: string, listener: RequestListener | Buffer | string | null) => void;
  readonly stop: () => Promise<void>;
};

/** A key pair as the project has one: the public half as a package holds it. */
export function makeUpdateKey(): { readonly privateKey: KeyObject; readonly key: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const der = publicKey.export({ format: 'der', type: 'spki' });
  return { privateKey, key: der.subarray(-32).toString('base64') };
}

/** What Electron's `net` does in the app. */
export const getWithNode: Get = async (address, signal) => {
  const response = await fetch(address, { signal });
  return { status: response.status, body: response.body ?? new ReadableStream<Uint8Array>() };
};

export async function startUpdateFeed(): Promise<UpdateFeed> {
  const { privateKey, key } = makeUpdateKey();
  const answers = new Map<string, RequestListener | Buffer | string>();
  const asked: UpdateFeed['asked'] = [];
  const server = createServer((request, response) => {
    const path = (request.url ?? '').slice(1);
    asked.push({ path, headers: request.headers });
    const answer = answers.get(path);
    if (answer === undefined) response.writeHead(404).end();
    else if (typeof answer === 'function') answer(request, response);
    else response.end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    key,
    asked,
    offer(name, release) {
      const text = updateFile(name, release);
      answers.set(name, text);
      answers.set(
        `${name}.sig`,
        sign(null, Buffer.from(text), release.signedBy ?? privateKey).toString('base64'),
      );
      for (const [file, content] of Object.entries(release.packages)) answers.set(file, content);
    },
    answer(path, listener) {
      if (listener === null) answers.delete(path);
      else answers.set(path, listener);
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** As electron-builder writes it and scripts/package/sign-updates.mjs completes it. */
function updateFile(name: string, release: OfferedRelease): string {
  const files = Object.entries(release.packages).map(([url, content]) => ({
    url,
    sha512: createHash('sha512').update(content).digest('base64'),
    size: content.length,
  }));
  return [
    `version: ${release.version}`,
    'files:',
    ...files.flatMap(({ url, sha512, size }) => [
      `  - url: ${url}`,
      `    sha512: ${sha512}`,
      `    size: ${size}`,
    ]),
    `path: ${files[0]?.url ?? ''}`,
    `sha512: ${files[0]?.sha512 ?? ''}`,
    ...(release.releaseNotes === undefined ? [] : [`releaseNotes: ${JSON.stringify(release.releaseNotes)}`]),
    `releaseDate: '${release.releaseDate ?? '2026-03-05T10:00:00.000Z'}'`,
    `file: ${release.signedAs ?? name}`,
    '',
  ].join('\n');
}
