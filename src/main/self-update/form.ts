/** In which form this Strata was installed, and whether that form can be replaced from within. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

export const updatableForms = ['mac', 'nsis', 'appimage', 'deb', 'rpm'] as const;
export type UpdatableForm = (typeof updatableForms)[number];

export type Place = {
  readonly platform: NodeJS.Platform;
  readonly environment: NodeJS.ProcessEnv;
  /** The program that runs. */
  readonly executable: string;
  /** Electron's `resources`. */
  readonly resources: string;
};

/** Null for what was unpacked by hand: tar.gz, zip, a folder. */
export function formOf({ platform, environment, executable, resources }: Place): UpdatableForm | null {
  const folder = dirname(executable);
  switch (platform) {
    case 'darwin':
      return 'mac';
    case 'win32':
      // The installer leaves it beside the program, a zip has none.
      return existsSync(join(folder, 'Uninstall Strata.exe')) ? 'nsis' : null;
    case 'linux': {
      // Both are inherited by whatever an AppImage starts: only a program that lies in the mount is the image's own.
      const { APPIMAGE, APPDIR } = environment;
      if (APPIMAGE && APPDIR && executable.startsWith(`${APPDIR}${sep}`)) return 'appimage';
      // The same folder is packed as a tar.gz, too: it counts only where the package manager puts it.
      return folder.startsWith('/opt/') ? packageType(join(resources, 'package-type')) : null;
    }
    default:
      return null;
  }
}

/** electron-builder writes it into what it packs. */
function packageType(file: string): 'deb' | 'rpm' | null {
  if (!existsSync(file)) return null;
  const type = readFileSync(file, 'utf8').trim();
  return type === 'deb' || type === 'rpm' ? type : null;
}
