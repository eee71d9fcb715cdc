/** Strata started again while it runs: the second start ends at once, and the first hears of it. */
import { app } from 'electron';

type Hear = (argv: readonly string[], cwd: string) => void;

const early: Parameters<Hear>[] = [];
let hear: Hear = (...start) => void early.push(start);

/** Listens from now on. Call before `ready`. */
export function listenForStarts(): void {
  app.on('second-instance', (_event, argv, cwd) => hear(argv, cwd));
}

/** Hears of what comes from now on, and of what came before anybody followed. */
export function followStarts(listener: Hear): void {
  hear = listener;
  for (const start of early.splice(0)) listener(...start);
}
