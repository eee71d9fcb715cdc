import { describe, expect, it } from 'vitest';
import { noRegistryExceptions } from '../../shared/contract/app.js';
import type { FailureOffer } from '../../shared/failure.js';
import { exceptionsOf, withException, withoutException } from './registry-exceptions.js';

const http: FailureOffer = { type: 'allow-http', registry: 'nas:5000' };
const service: FailureOffer = {
  type: 'allow-token-service',
  registry: 'nas:5000',
  service: 'https://auth.example.net',
};

describe('what a user allows', () => {
  it('is there once, however often it is allowed', () => {
    const all = [http, service, http, service].reduce(withException, noRegistryExceptions);
    expect(exceptionsOf(all)).toEqual([service, http]);
  });

  it('is of that registry, and of that service, alone', () => {
    const one = withException(noRegistryExceptions, service);
    const other = withException(one, { ...service, service: 'https://other.example.net' });
    expect(withoutException(other, { ...service, registry: 'elsewhere' })).toEqual(other);
    expect(withoutException(other, service).tokenServices).toEqual([
      { registry: 'nas:5000', service: 'https://other.example.net' },
    ]);
  });
});
