/**
 * The project folder for BuildKit to look at: it is told what is there, and asks for what it doesn't have yet.
 * moby/buildkit session/filesync/filesync.proto.
 */
import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isCode } from '../context/problems.js';
import { selectPaths } from '../context/selection.js';
import type { BuildContext, ContextEntry } from '../context/walk.js';
import { sendTree } from './file-sender.js';
import type { GrpcCall, GrpcMethods } from './grpc.js';

export type FileSyncOptions = {
  readonly folder: string;
  readonly context: BuildContext;
  /** Relative to the folder. */
  readonly dockerfile: string;
  /** Told as it goes: how many files there are, and how many bytes of content were sent. */
  readonly onSent: (files: number, bytes: number) => void;
  /** Told once the engine has all that it wants of the project. */
  readonly onDone: () => void;
  /** Told why something can't be sent; the engine is told too, and fails the build with fewer words. */
  readonly onProblem: (error: unknown) => void;
};

/** What is asked for by the name `dockerfile` is the folder that the Dockerfile is in, by `context` the project's. */
export function fileSyncMethods(options: FileSyncOptions): GrpcMethods {
  const { folder, context, onSent, onDone, onProblem } = options;
  return {
    '/moby.filesync.v1.FileSync/DiffCopy': async (call) => {
      const isProject = call.header('dir-name').includes('context') && !wantsIgnoreFile(call);
      try {
        if (!isProject) return await sendTree(call, needed(call, options), () => undefined);
        // The Dockerfile was asked for apart: one that the project ignores must not be in the image.
        const selection = await selectPaths(folder, textsOf(call, 'followpaths'));
        await sendTree(call, context.entriesForImage(selection), onSent);
        onDone();
      } catch (error) {
        if (!call.signal.aborted) onProblem(error);
        throw error;
      }
    },
  };
}

/** The engine reads the ignore file by itself first; a COPY of it says what to leave out, or names more. */
const wantsIgnoreFile = (call: GrpcCall): boolean =>
  call.header('followpaths').join('/') === '.dockerignore' && call.header('exclude-patterns').length === 0;

/**
 * A header's values as text. Older engines send bytes of UTF-8 as they are, which Node reads one by one; newer ones say
 * that they have encoded them (moby/buildkit session/filesync/filesync.go, decodeOpts).
 */
function textsOf(call: GrpcCall, name: string): readonly string[] {
  const values = call.header(name);
  return call.header(`${name}-encoded`)[0] === '1'
    ? values.map(decodeURIComponent)
    : values.map((value) => Buffer.from(value, 'latin1').toString('utf8'));
}

/** What the engine reads before it builds: the Dockerfile and the ignore files. In byte order. */
async function* needed(
  call: GrpcCall,
  { folder, dockerfile }: FileSyncOptions,
): AsyncGenerator<ContextEntry> {
  const name = basename(dockerfile);
  const isDockerfile = call.header('dir-name').includes('dockerfile');
  const from = isDockerfile ? join(folder, dirname(dockerfile)) : folder;
  const allowed = isDockerfile ? [name, `${name}.dockerignore`] : ['.dockerignore'];
  for (const path of allowed) {
    const source = join(from, path);
    const found = await stat(source).catch((error: unknown) => {
      if (isCode(error, 'ENOENT')) return null;
      throw error;
    });
    if (!found?.isFile()) continue;
    yield {
      kind: 'file',
      path,
      mode: found.mode & 0o7777,
      modified: found.mtimeMs,
      size: found.size,
      source,
      sameAs: null,
      onlyForEngine: true,
    };
  }
}
