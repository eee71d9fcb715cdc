/** Looks for a secret where none may be: in files, arguments and environments. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Every form in which a secret could lie somewhere: as it is, percent-encoded, JSON-escaped, each in base64 too, UTF-16. */
function forms(secret: string): readonly Buffer[] {
  const texts = [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)];
  return [
    ...[...texts, ...texts.flatMap(inBase64)].map((form) => Buffer.from(form)),
    Buffer.from(secret, 'utf16le'),
  ];
}

/** What stands before a secret shifts its base64, and what follows changes its end: the middle survives each shift. */
function inBase64(text: string): readonly string[] {
  return [0, 1, 2].flatMap((shift) => {
    const middle = Buffer.from('x'.repeat(shift) + text)
      .toString('base64')
      .slice(shift === 0 ? 0 : 4, -4);
    return [middle, middle.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

/** Whether `text` holds `secret` in any form: JSON, as messages are recorded, escapes its quotes. */
export function holdsSecret(text: string, secret: string): boolean {
  const content = Buffer.from(text);
  return forms(secret).some((form) => content.includes(form));
}

/** The files below `folder` that hold `secret` in any form. */
export async function findInFiles(secret: string, folder: string): Promise<readonly string[]> {
  const wanted = forms(secret);
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const content = await readFile(file);
    if (wanted.some((form) => content.includes(form))) found.push(file);
  }
  return found;
}

/** The process `root` and its descendants whose arguments or environment hold `secret`, as "pid: where". Linux only. */
export async function findInProcesses(secret: string, root: number): Promise<readonly string[]> {
  const wanted = forms(secret);
  const found: string[] = [];
  for (const pid of await descendants(root)) {
    for (const where of ['cmdline', 'environ']) {
      const content = await readFile(`/proc/${pid}/${where}`).catch(() => Buffer.alloc(0));
      if (wanted.some((form) => content.includes(form))) found.push(`${pid}: ${where}`);
    }
  }
  return found;
}

async function descendants(root: number): Promise<readonly number[]> {
  const parents = new Map<number, number>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const status = await readFile(`/proc/${name}/status`, 'utf8').catch(() => '');
    parents.set(Number(name), Number(/^PPid:\s*(\d+)/m.exec(status)?.[1] ?? 0));
  }
  const isBelow = (pid: number): boolean =>
    pid === root || (parents.get(pid) !== undefined && pid > 1 && isBelow(parents.get(pid) ?? 0));
  return [...parents.keys()].filter(isBelow);
}
