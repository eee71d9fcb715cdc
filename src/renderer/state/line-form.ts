/** A text file as an editor holds it: `\n` between lines, no mark of its encoding; and back, byte for byte. Pure. */

export type LineForm = {
  readonly text: string;
  /** The same form given to another text. */
  readonly toFile: (text: string) => string;
};

/** Only where all lines end in CRLF are these taken out: in a mixed file each line keeps its own, to be seen and mended. */
export function lineForm(file: string): LineForm {
  const mark = file.startsWith('\uFEFF') ? '\uFEFF' : '';
  const body = file.slice(mark.length);
  const isWindows = body.includes('\r\n') && !/(?<!\r)\n|\r(?!\n)/.test(body);
  return {
    text: isWindows ? body.replaceAll('\r\n', '\n') : body,
    toFile: (text) => mark + (isWindows ? text.replaceAll('\n', '\r\n') : text),
  };
}
