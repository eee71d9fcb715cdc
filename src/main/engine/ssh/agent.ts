/**
 * Connections over ssh: the system's own program, with the user's config, keys, agent and known hosts, and docker on the
 * other side. docker/cli cli/connhelper. Strata knows no key and no password.
 */
import { Agent } from 'node:http';
import type { Duplex } from 'node:stream';
import { sshArguments, type SshAddress } from './address.js';
import { noSsh, sshFailure } from './failure.js';
import { ProgramStream } from './stream.js';

/** sshd turns away who comes with more at once (MaxStartups, 10 by default). */
const STARTS_AT_ONCE = 6;
/** A login takes long, so a connection is kept for the next request; not longer, for each is a process. */
const IDLE_MS = 20_000;

/** For `http.request`; `destroy` ends every connection, and with it its program. */
export function sshAgent(address: SshAddress): Agent {
  return new SshAgent(address);
}

type Connected = (error: Error | null, stream: Duplex) => void;

class SshAgent extends Agent {
  readonly #address: SshAddress;
  readonly #waiting: Connected[] = [];
  readonly #idle = new Map<Duplex, NodeJS.Timeout>();
  readonly #open = new Set<Duplex>();
  #starting = 0;

  constructor(address: SshAddress) {
    super({ keepAlive: true });
    this.#address = address;
  }

  override createConnection(_options: unknown, connected?: Connected): undefined {
    if (connected) this.#waiting.push(connected);
    this.#startNext();
    return undefined;
  }

  override keepSocketAlive(stream: Duplex): boolean {
    const timer = setTimeout(() => stream.destroy(), IDLE_MS);
    timer.unref();
    this.#idle.set(stream, timer);
    return true;
  }

  override reuseSocket(stream: Duplex): void {
    clearTimeout(this.#idle.get(stream));
    this.#idle.delete(stream);
  }

  override destroy(): void {
    super.destroy();
    this.#open.forEach((stream) => stream.destroy());
  }

  #startNext(): void {
    if (this.#starting >= STARTS_AT_ONCE) return;
    const connected = this.#waiting.shift();
    if (!connected) return;
    this.#starting++;
    const stream = new ProgramStream({
      program: 'ssh',
      args: sshArguments(this.#address),
      whyNot: (said) => sshFailure(this.#address.host, said),
      notStarted: (error) => noSsh(this.#address.host, error),
    });
    this.#open.add(stream);
    let isStarting = true;
    const started = (): void => {
      if (!isStarting) return;
      isStarting = false;
      this.#starting--;
      this.#startNext();
    };
    stream.once('answered', started);
    stream.once('close', () => {
      started();
      this.#open.delete(stream);
      clearTimeout(this.#idle.get(stream));
      this.#idle.delete(stream);
    });
    // The engine speaks only when asked: whether ssh got through shows with the first answer.
    connected(null, stream);
  }
}
