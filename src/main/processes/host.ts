/** A process that is spoken with. Electron's utility process in the app, a plain Node process in tests. */
export type ProcessPort = {
  readonly post: (message: unknown) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
  readonly onExit: (listener: () => void) => void;
  readonly kill: () => void;
};

export type ProcessHost = { readonly start: () => ProcessPort };
