/** Image archives that nobody has written yet: their documents first, then their layers, each read when its turn comes. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { pack } from 'tar-stream';

export type TarPart = {
  readonly name: string;
  readonly size: number;
  readonly open: () => Promise<Readable>;
};

export const documentPart = (name: string, document: Buffer | string): TarPart => {
  const bytes = Buffer.from(document);
  return { name, size: bytes.length, open: () => Promise.resolve(Readable.from([bytes])) };
};

/** Fails with whatever a part fails with, and when one has more or fewer bytes than it said. */
export function tarOf(parts: readonly TarPart[]): Readable {
  const archive = pack();
  const write = async (): Promise<void> => {
    for (const { name, size, open } of parts) await pipeline(await open(), archive.entry({ name, size }));
    archive.finalize();
  };
  write().catch((error: unknown) =>
    archive.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  return Readable.from(archive);
}
