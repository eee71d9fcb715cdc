export const registries = {} as const;
