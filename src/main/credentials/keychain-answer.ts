/**
 * keytar, asked one question at a time. It never lists what a keychain holds: on a locked one that call crashes it. Run where a
 * crash or a call that hangs takes nothing else along.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { messageOf } from '../../shared/failure.js';
import type { KeychainAnswer, KeychainQuestion } from './keychain-protocol.js';

type Keytar = {
  setPassword(service: string, account: string, secret: string): Promise<void>;
  getPassword(service: string, account: string): Promise<string | null>;
  deletePassword(service: string, account: string): Promise<boolean>;
};

/** One name for all probes: what a killed one left behind is overwritten and deleted by the next. */
const PROBE = ['strata:probe', 'probe'] as const;

/** Never throws: what keytar says is an answer. */
export async function answerQuestion(question: KeychainQuestion): Promise<KeychainAnswer> {
  let keytar: Keytar;
  try {
    // Loaded at the first question, so that a library that is missing is an answer and not a crash at the start.
    keytar = loadKeytar();
  } catch (error) {
    return { ok: false, stage: 'load', message: messageOf(error) };
  }
  try {
    return { ok: true, value: await ask(keytar, question) };
  } catch (error) {
    return { ok: false, stage: 'call', message: messageOf(error) };
  }
}

async function ask(keytar: Keytar, question: KeychainQuestion): Promise<string | null> {
  switch (question.op) {
    case 'set':
      await keytar.setPassword(question.service, question.account, question.secret);
      return null;
    case 'get':
      return keytar.getPassword(question.service, question.account);
    case 'delete':
      await keytar.deletePassword(question.service, question.account);
      return null;
    case 'probe': {
      await keytar.setPassword(...PROBE, 'probe');
      const read = await keytar.getPassword(...PROBE);
      await keytar.deletePassword(...PROBE);
      if (read !== 'probe') throw new Error('what was stored could not be read back');
      return null;
    }
  }
}

/** keytar's own loader tries several files and drops their errors; the file that is there says why it does not load. */
function loadKeytar(): Keytar {
  const load = createRequire(import.meta.url);
  try {
    return load('keytar') as Keytar;
  } catch (error) {
    const addon = addonOf(load);
    if (addon === null) throw error;
    load(addon);
    throw error;
  }
}

function addonOf(load: NodeJS.Require): string | null {
  try {
    const folder = join(dirname(load.resolve('keytar')), '..');
    const file = join(folder, 'prebuilds', `${process.platform}-${process.arch}`, 'keytar.node');
    return existsSync(file) ? file : null;
  } catch {
    return null;
  }
}
