export const dockerConfig = {} as const;
