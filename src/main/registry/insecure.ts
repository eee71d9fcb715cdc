/** Which registries the user has marked as ones without encryption: to Strata, or to the engine, so that both go the same way. */
import { z } from 'zod';
import type { RegistryExceptions } from '../../shared/contract/app.js';
import type { EngineService } from '../engine/index.js';

const registryConfig = z.object({
  IndexConfigs: z.record(z.string(), z.object({ Secure: z.boolean() }).nullable()).nullish(),
});

export const isInsecure = async (
  engine: Pick<EngineService, 'docker'>,
  { http }: RegistryExceptions,
  registry: string,
): Promise<boolean> => http.includes(registry) || isMarkedInsecure(engine, registry);

/** True where the engine's `insecure-registries` names this host. False where the engine can't be asked. */
async function isMarkedInsecure(engine: Pick<EngineService, 'docker'>, registry: string): Promise<boolean> {
  try {
    const info = (await engine.docker().info()) as { readonly RegistryConfig?: unknown };
    const { data } = registryConfig.safeParse(info.RegistryConfig);
    return data?.IndexConfigs?.[registry]?.Secure === false;
  } catch {
    return false;
  }
}
