/** What the user allows of single registries: the settings with one thing more, or one less. */
import type { RegistryExceptions } from '../../shared/contract/app.js';
import type { FailureOffer } from '../../shared/failure.js';

const isSame = (one: FailureOffer, other: FailureOffer): boolean =>
  one.registry === other.registry &&
  (one.type === 'allow-token-service'
    ? other.type === one.type && other.service === one.service
    : other.type === one.type);

/** As offers, by registry. */
export const exceptionsOf = ({ http, tokenServices }: RegistryExceptions): readonly FailureOffer[] =>
  [
    ...tokenServices.map((one) => ({ type: 'allow-token-service', ...one }) as const),
    ...http.map((registry) => ({ type: 'allow-http', registry }) as const),
  ].sort((one, other) => one.registry.localeCompare(other.registry));

const asExceptions = (offers: readonly FailureOffer[]): RegistryExceptions => ({
  http: offers.flatMap((one) => (one.type === 'allow-http' ? [one.registry] : [])),
  tokenServices: offers.flatMap((one) =>
    one.type === 'allow-token-service' ? [{ registry: one.registry, service: one.service }] : [],
  ),
});

export const withException = (before: RegistryExceptions, offer: FailureOffer): RegistryExceptions =>
  asExceptions([...exceptionsOf(before).filter((one) => !isSame(one, offer)), offer]);

export const withoutException = (before: RegistryExceptions, offer: FailureOffer): RegistryExceptions =>
  asExceptions(exceptionsOf(before).filter((one) => !isSame(one, offer)));
