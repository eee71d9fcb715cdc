/** How this installation is started as docker-credential-strata, and how it knows that it was. */
import { app } from 'electron';

const MARK = '--credential-helper';

/** What stands behind the mark; null when the app was started as itself. */
export function helperWords(argv: readonly string[]): readonly string[] | null {
  const at = argv.indexOf(MARK);
  return at === -1 ? null : argv.slice(at + 1);
}

/** The program and what comes before the protocol's own word. Nothing is drawn, so that it runs without a display, too. */
export function helperCommand(): readonly string[] {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  return [
    // An AppImage is mounted at another place every time.
    process.env.APPIMAGE ?? process.execPath,
    ...(isRoot ? ['--no-sandbox'] : []),
    ...(process.platform === 'linux' ? ['--ozone-platform=headless'] : []),
    ...(app.isPackaged ? [] : [app.getAppPath()]),
    MARK,
  ];
}
