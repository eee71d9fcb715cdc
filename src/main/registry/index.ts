/** Registries: logging in and out, pushing and pulling. */
import { join } from 'node:path';
import type { Handlers } from '../../shared/contract/define.js';
import type { RegistryExceptions } from '../../shared/contract/app.js';
import type { StrataContract } from '../../shared/contract/index.js';
import type { UpdateCheck } from '../../shared/contract/updates.js';
import { FailureError, messageOf, type Failure } from '../../shared/failure.js';
import { placeName } from '../../shared/login-places.js';
import { say } from '../../shared/words/index.js';
import { loginPlace, Secret, type Credential, type Credentials } from '../credentials/index.js';
import type { EngineService } from '../engine/index.js';
import type { OnDamaged } from '../files/index.js';
import { originsOf } from './address.js';
import { createRegistryClients, type RegistryClients } from './client/index.js';
import { createEngineLogins, type AuthFor } from './engine-login.js';
import { isInsecure } from './insecure.js';
import { askAfterwards } from './afterwards.js';
import type { LoginService } from './logins.js';
import { createLearnt, type Learnt } from './plan/learnt.js';
import { learnPushed, planPush, type PlanParts } from './plan/push-plan.js';
import { offerPull, type OfferParts } from './pull-offer.js';
import { pull } from './pull.js';
import { readTags } from './pull-tags.js';
import { keepUpdates, type KeptUpdates } from './updates-kept.js';
import { checkUpdates, type UpdatesParts } from './updates.js';
import { push } from './push.js';

export { createBrowse } from './browse/index.js';
export * from './client/types.js';
export type { RegistryClients } from './client/index.js';
export { createLogins, type LoginService } from './logins.js';

export type RegistryOptions = {
  readonly engine: Pick<EngineService, 'docker'>;
  readonly credentials: Credentials;
  readonly connected: RegistryConnections;
  readonly logins: Pick<LoginService, 'changed'>;
  readonly memory: RegistryMemory;
  readonly weigh: PlanParts['weigh'];
  readonly layersHere: OfferParts['layersHere'];
  readonly images: UpdatesParts['images'];
  /** Hears all that is known of newer images after every check. */
  readonly onUpdates: (checks: readonly UpdateCheck[]) => void;
  /** Hears where an image went, in full, once the registry has it. */
  readonly onPushed?: (destination: string) => void;
};

/** What was learnt of registries. */
export type RegistryMemory = { readonly learnt: Learnt; readonly updates: KeptUpdates };

/** One for all engines. `home` is Strata's own folder. */
export const openRegistryMemory = (home: string, onDamaged: OnDamaged): RegistryMemory => ({
  learnt: createLearnt(join(home, 'pushed-layers.json'), onDamaged),
  updates: keepUpdates(join(home, 'updates.json'), onDamaged),
});

/** What answers the contract's `registry` calls, `images.pull`, `pulls`, `updates` and `push`. */
export type RegistryService = Pick<Handlers<StrataContract>['registry'], 'login' | 'push'> & {
  readonly plan: Handlers<StrataContract>['push']['plan'];
  readonly pull: Handlers<StrataContract>['images']['pull'];
  readonly pulls: Handlers<StrataContract>['pulls'];
  readonly updates: Handlers<StrataContract>['updates'];
};

export type ConnectionParts = {
  readonly engine: Pick<EngineService, 'docker'>;
  readonly credentials: Pick<Credentials, 'authFor'>;
  readonly environment: NodeJS.ProcessEnv;
  /** What the user has allowed of single registries. */
  readonly exceptions: () => RegistryExceptions;
};

export type RegistryConnections = {
  readonly clients: RegistryClients;
  /** What the engine may have of the logins. */
  readonly engineLogins: AuthFor;
  /** As `checkLogin`. `registry` as `registryName` gives it. */
  readonly check: (registry: string, credential: Credential) => Promise<void>;
};

/** Registries' own API with the user's logins, and those logins for the engine. */
export function connectToRegistries({
  engine,
  credentials,
  environment,
  exceptions,
}: ConnectionParts): RegistryConnections {
  const { authFor } = credentials;
  const tokenServices = (registry: string) => servicesOf(exceptions(), registry);
  const isPlain = (registry: string) => isInsecure(engine, exceptions(), registry);
  const clients = createRegistryClients({ authFor, isInsecure: isPlain, tokenServices, environment });
  return {
    clients,
    engineLogins: createEngineLogins({ authFor, waysInto: clients.waysInto, tokenServices }),
    async check(registry, credential) {
      const origins = await originsOf(registry, isPlain);
      const { checkLogin } = await import('./login-check.js');
      await checkLogin({ registry, credential, origins, environment, allowed: tokenServices(registry) });
    },
  };
}

const MOST_REMEMBERED = 50;

/** The places that images went to, newest first, with one more. */
export const remembered = (places: readonly string[], newest: string): string[] =>
  [newest, ...places.filter((place) => place !== newest)].slice(0, MOST_REMEMBERED);

const servicesOf = ({ tokenServices }: RegistryExceptions, registry: string): readonly string[] =>
  tokenServices.filter((one) => one.registry === registry).map(({ service }) => new URL(service).origin);

export function createRegistry({
  engine,
  credentials,
  connected,
  logins,
  memory: { learnt, updates: kept },
  weigh,
  layersHere,
  images,
  onUpdates,
  onPushed = () => undefined,
}: RegistryOptions): RegistryService {
  const { clients } = connected;
  const parts = { engine, authFor: connected.engineLogins };
  const planning = { engine, clientOf: clients.of, learnt, weigh };

  return {
    async login({ registry, username, secret, keep, ends }) {
      const place = loginPlace(registry);
      const credential = { username, secret: new Secret(secret) };
      await connected.check(place.registry, credential);
      const login = await credentials.keep(placeName(place), credential, keep, ends);
      logins.changed(place.registry);
      return login;
    },
    push: {
      title: ({ destination }) => say('jobTitles.push', { destination }),
      subject: ({ destination }) => destination,
      async run(input, run) {
        const outcome = await push(parts, input, run);
        const registry = await askAfterwards(clients.of, outcome);
        // Only plans are less exact without it.
        await learnPushed(planning, { image: input.image, ...outcome }).catch(() => undefined);
        if (registry !== 'missing') onPushed(outcome.reference);
        return { ...outcome, registry };
      },
    },
    plan: (input, emit) =>
      follow(
        (signal) => planPush(planning, input, (plan) => emit({ type: 'plan', plan }), signal),
        (failure) => emit({ type: 'failed', failure }),
        say('registryFailures.plan'),
      ),
    pulls: {
      tags: ({ reference }, emit) =>
        follow(
          (signal) => readTags(clients.of, reference, emit, signal),
          (failure) => emit({ type: 'failed', failure }),
          say('registryFailures.tags'),
        ),
      offer: (input, emit) =>
        follow(
          async (signal) =>
            emit({
              type: 'offer',
              offer: await offerPull({ engine, clientOf: clients.of, layersHere }, input, signal),
            }),
          (failure) => emit({ type: 'failed', failure }),
          say('registryFailures.offer'),
        ),
    },
    updates: {
      list: () => kept.list(),
      check: {
        title: ({ references }) =>
          references?.length === 1
            ? say('jobTitles.checkOne', { reference: references[0] ?? '' })
            : say('jobTitles.check'),
        async run({ references }, run) {
          const checks: UpdateCheck[] = [];
          try {
            return await checkUpdates({ engine, clientOf: clients.of, images }, references, run, (check) =>
              checks.push(check),
            );
          } finally {
            // What was answered before a cancel counts. What can't be written is known until Strata quits.
            await kept.put(checks).catch(() => undefined);
            onUpdates(await kept.list());
          }
        },
      },
    },
    pull: {
      title: ({ reference }) => say('jobTitles.pull', { reference }),
      run: (input, run) => pull(parts, input, run),
    },
  };
}

/** Work that a stream asks for, until its listener leaves. What fails is told, not thrown. */
function follow(
  work: (signal: AbortSignal) => Promise<void>,
  tell: (failure: Failure) => void,
  title: string,
): Promise<() => void> {
  const stop = new AbortController();
  work(stop.signal).catch((error: unknown) => {
    if (!stop.signal.aborted) tell(asFailure(error, title));
  });
  return Promise.resolve(() => stop.abort());
}

const asFailure = (error: unknown, title: string): Failure =>
  error instanceof FailureError
    ? error.failure
    : {
        code: 'unexpected',
        title,
        detail: say('failures.shouldNotHave'),
        cause: messageOf(error),
      };
