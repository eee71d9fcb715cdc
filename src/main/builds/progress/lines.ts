/** Output as lines: bytes cut anywhere come in, whole harmless lines go out. Pure. */
import { StringDecoder } from 'node:string_decoder';
import type { BuildLogLine } from '../../../shared/build-progress.js';
import { say } from '../../../shared/words/index.js';
import { noMask, type TextMask } from './text-mask.js';

/** Longer lines are cut; what is cut is said. In characters. */
const LONGEST = 16_000;

export type LineCutter = {
  readonly push: (stream: BuildLogLine['stream'], bytes: Uint8Array) => readonly BuildLogLine[];
  /** What was left without a line break. */
  readonly flush: () => readonly BuildLogLine[];
};

/** @param mask applied before anything is cut away */
export function createLineCutter(mask: TextMask = noMask): LineCutter {
  const open = {
    out: { decoder: new StringDecoder('utf8'), text: '' },
    err: { decoder: new StringDecoder('utf8'), text: '' },
  };

  const cut = (stream: BuildLogLine['stream'], line: string): BuildLogLine => {
    const text = mask.text(harmless(lastOver(line)));
    const over = text.length - LONGEST;
    return {
      stream,
      text:
        over > 0
          ? `${text.slice(0, LONGEST)}… ${say('buildFailures.moreCharacters', { count: over })}`
          : text,
    };
  };

  return {
    push(stream, bytes) {
      const side = open[stream];
      const lines = (side.text + side.decoder.write(Buffer.from(bytes))).split('\n');
      side.text = lines.pop() ?? '';
      const whole = lines.map((line) => cut(stream, line));
      if (side.text.length <= 4 * LONGEST) return whole;
      const forced = mask.text(side.text);
      // What may be the first half of something to be masked waits for the other; it was beyond what is shown.
      side.text = mask.longest === 0 ? '' : forced.slice(LONGEST).slice(-mask.longest);
      return [...whole, cut(stream, forced)];
    },
    flush: () =>
      (['out', 'err'] as const).flatMap((stream) => {
        const side = open[stream];
        const text = side.text + side.decoder.end();
        side.text = '';
        return text === '' ? [] : [cut(stream, text)];
      }),
  };
}

/** A carriage return starts the line over, as progress bars do: the last writing is what a terminal would show. */
function lastOver(line: string): string {
  const parts = line.replace(/\r+$/, '').split('\r');
  return parts.at(-1) ?? '';
}

/** Keeps colours (ANSI SGR) and tabs; takes out every other control sequence, and characters that turn text around. */
export function harmless(text: string): string {
  return text

    .replace(
      /\u001b\[[0-9;:]*m|\u001b\[[0-?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|\u001b[@-Z\\-_]?/g,
      (sequence) => (sequence.endsWith('m') && sequence.startsWith('\u001b[') ? sequence : ''),
    )
    .replace(/[\u0000-\u0008\u000b-\u001a\u001c-\u001f\u007f\u0080-\u009f\u202a-\u202e\u2066-\u2069]/g, '');
}
