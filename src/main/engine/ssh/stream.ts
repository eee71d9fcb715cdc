/** A program's standard input and output as a connection: what it writes is read, and its end is the connection's. */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { Duplex, type Readable, type Writable } from 'node:stream';

/** What its last words are kept to. */
const WORDS_LIMIT = 8_000;
/** How long a program may take to end by itself once nobody writes to it any more. */
const GRACE_MS = 2_000;

export type ProgramStreamOptions = {
  readonly program: string;
  readonly args: readonly string[];
  /** The error to end with when the program ended before it wrote a byte. `said` is its standard error's beginning. */
  readonly whyNot: (said: string) => Error;
  readonly notStarted: (error: Error) => Error;
};

/** Has the methods of a socket that Node's http calls, which mean nothing here. The program ends with the stream. */
export class ProgramStream extends Duplex {
  readonly #child: ChildProcessByStdio<Writable, Readable, Readable>;
  #said = '';
  #hasAnswered = false;

  constructor({ program, args, whyNot, notStarted }: ProgramStreamOptions) {
    super({ allowHalfOpen: true });
    const child = spawn(program, [...args], { stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true });
    this.#child = child;
    child.once('error', (error) => this.destroy(notStarted(error)));
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (this.#said.length < WORDS_LIMIT) this.#said += text.slice(0, WORDS_LIMIT);
    });
    // A program that has gone reads no more: its end says why.
    child.stdin.on('error', () => undefined);
    child.stdout.on('data', (bytes: Buffer) => {
      if (!this.#hasAnswered) this.emit('answered');
      this.#hasAnswered = true;
      if (!this.push(bytes)) child.stdout.pause();
    });
    // Once the streams are at their end too: what it said last comes before its end.
    child.once('close', () => {
      if (this.#hasAnswered) this.push(null);
      else this.destroy(whyNot(this.#said));
      // Nothing can be written any more; whoever still tries is told as by a closed socket.
      if (!this.writableEnded) this.end();
    });
  }

  override _read(): void {
    this.#child.stdout.resume();
  }

  override _write(bytes: Buffer, _encoding: string, done: (error?: Error | null) => void): void {
    this.#child.stdin.write(bytes, (error) => done(error && isReset(error)));
  }

  override _final(done: () => void): void {
    this.#child.stdin.end();
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    const { stdin, stdout, stderr } = this.#child;
    [stdin, stdout, stderr].forEach((stream) => stream.destroy());
    this.#child.kill();
    const slow = setTimeout(() => this.#child.kill('SIGKILL'), GRACE_MS);
    slow.unref();
    this.#child.once('close', () => clearTimeout(slow));
    done(error);
  }

  setKeepAlive(): this {
    return this;
  }
  setNoDelay(): this {
    return this;
  }
  setTimeout(): this {
    return this;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }
}

const isReset = (error: Error): Error => Object.assign(new Error(error.message), { code: 'ECONNRESET' });
