/** What a folder of Electron carries and a package must not: the app that Electron shows when it has none. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';

/** @param {{ appOutDir: string, electronPlatformName: string, packager: { appInfo: { productFilename: string } } }} context */
export default function afterPack({ appOutDir, electronPlatformName, packager }) {
  const isMac = electronPlatformName === 'darwin';
  const resources = isMac
    ? join(appOutDir, `${packager.appInfo.productFilename}.app`, 'Contents', 'Resources')
    : join(appOutDir, 'resources');
  rmSync(join(resources, 'default_app.asar'), { force: true });
}
