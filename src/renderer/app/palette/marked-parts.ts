/** A text cut into what answered and what lies between. Pure. */

export type MarkedPart = { readonly text: string; readonly isMarked: boolean };

/** `at`: places in `text`, in order. The parts joined are the text. */
export function markedParts(text: string, at: readonly number[]): readonly MarkedPart[] {
  const marked = new Set(at);
  const parts: { text: string; isMarked: boolean }[] = [];
  for (let index = 0; index < text.length; index++) {
    const isMarked = marked.has(index);
    const last = parts.at(-1);
    if (last?.isMarked === isMarked) last.text += text.charAt(index);
    else parts.push({ text: text.charAt(index), isMarked });
  }
  return parts;
}
