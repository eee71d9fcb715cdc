/** A package listens to no debugger: whoever could name one of these switches would read what main holds. Import it first. */
import { app } from 'electron';

const SWITCHES = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
];

if (app.isPackaged) for (const name of SWITCHES) app.commandLine.removeSwitch(name);
