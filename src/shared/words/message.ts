/** What a text for people is, in ICU's message format, and what it has to be given. Pure. */

declare const values: unique symbol;

/** What stands in a text's gaps. */
export type Value = string | number | Date;
export type Values = Readonly<Record<string, Value>>;

/** A text with gaps: `V` says which, and of what kind. A text without any is a plain string. */
export type Message<V extends Values> = string & { readonly [values]: V };

/**
 * Marks a text of the English catalogue as one with gaps: `message<{ count: number }>('{count, plural, one {# layer} other {# layers}}')`.
 * Every other language has to have the same ones, which `words.test.ts` holds.
 */
export const message = <V extends Values>(icu: string): Message<V> => icu as Message<V>;

export type Catalogue = Readonly<Record<string, string>>;

/** The same texts in another language: a missing one does not compile. */
export type Translation<C extends Catalogue> = { readonly [K in keyof C]: string };

/** What the text of a key has to be given; nothing for one without gaps. */
export type Given<M> = M extends Message<infer V> ? [values: V] : [];
