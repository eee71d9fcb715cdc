/** The system's clipboard, for pictures. */
// By its whole: a name that the runtime lacks can't be imported.
import electron, { clipboard, nativeImage, type NativeImage } from 'electron';

/** As Electron had it before its clipboard was made like the web's: the compatibility runtime has no other. */
type FormerClipboard = { readonly writeImage?: (image: NativeImage) => void };

/** Puts a PNG on the clipboard, whose kind and size were checked: all of it is decoded here. False when it can't be. */
export async function putPictureOnClipboard(png: Uint8Array): Promise<boolean> {
  const image = nativeImage.createFromBuffer(Buffer.from(png.buffer, png.byteOffset, png.byteLength));
  if (image.isEmpty()) return false;
  const former = clipboard as FormerClipboard;
  if (former.writeImage) former.writeImage(image);
  else
    await clipboard.write([
      new electron.ClipboardItem({ 'image/png': new Blob([Uint8Array.from(png)], { type: 'image/png' }) }),
    ]);
  return true;
}
