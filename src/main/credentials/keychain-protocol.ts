/** What main and the keychain process say to each other. */

export type KeychainQuestion =
  | { readonly op: 'set'; readonly service: string; readonly account: string; readonly secret: string }
  | { readonly op: 'get'; readonly service: string; readonly account: string }
  | { readonly op: 'delete'; readonly service: string; readonly account: string };

export type KeychainAnswer =
  { readonly ok: true; readonly value: string | null } | { readonly ok: false; readonly message: string };

export type NumberedQuestion = { readonly id: number; readonly question: KeychainQuestion };
export type NumberedAnswer = { readonly id: number; readonly answer: KeychainAnswer };

/** A process that answers questions. Electron's utility process in the app, a plain Node process in tests. */
export type KeychainPort = {
  readonly post: (message: unknown) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
  readonly onExit: (listener: () => void) => void;
  readonly kill: () => void;
};

export type KeychainHost = { readonly start: () => KeychainPort };

export function isNumberedAnswer(message: unknown): message is NumberedAnswer {
  return (
    typeof message === 'object' &&
    message !== null &&
    'id' in message &&
    typeof message.id === 'number' &&
    'answer' in message
  );
}
