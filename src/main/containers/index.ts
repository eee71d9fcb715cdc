/** Containers, as far as an image has to do with them: who stands on it, what they wrote, and an image made of that. */
import type Docker from 'dockerode';
import type { Readable } from 'node:stream';
import type { containers, ContainerSize } from '../../shared/contract/containers.js';
import type { Handler } from '../../shared/contract/define.js';
import { shortId } from '../../shared/units.js';
import { say } from '../../shared/words/index.js';
import { refuse, type EngineEvent, type EngineService } from '../engine/index.js';
import { claimName, readAnswer } from '../images/index.js';
import { commitAnswer, containerSize } from './answers.js';
import { readChanges } from './changes.js';
import { containersOf } from './list.js';

type Calls = Omit<typeof containers, 'changed'>;
type Answers = { readonly [K in keyof Calls]: Handler<Calls[K]> };

type Parts = {
  readonly engine: EngineService;
  /** Told the container of which something is new; null for any. */
  readonly onChanged: (container: string | null) => void;
};

/** After these a list of containers is another one. “remove” is Podman's. */
const CHANGING = new Set(
  'create start restart die pause unpause rename destroy remove prune resync'.split(' '),
);

/** The contract's answers about containers; nothing of them is started, stopped or removed. */
export function createContainers({ engine, onChanged }: Parts): Answers {
  engine.onEvent(({ type, action, id }: EngineEvent) => {
    const isNews = (type === 'container' || type === 'resync') && CHANGING.has(action);
    if (isNews) onChanged(id === '' ? null : id);
  });
  const gone = { absent: say('imageFailures.container.gone') };

  return {
    of: ({ image }) => containersOf(engine, image),
    async size({ container }): Promise<ContainerSize> {
      const title = say('imageFailures.container.size', { id: shortId(container) });
      const answer: unknown = await engine
        .docker()
        .getContainer(container)
        .inspect(withSize)
        .catch(refuse({ title, ...gone }));
      const { SizeRw, SizeRootFs } = readAnswer(containerSize, answer, title);
      return { written: SizeRw, all: SizeRootFs };
    },
    async changes({ container }) {
      const words = refuse({
        title: say('imageFailures.container.changes', { id: shortId(container) }),
        ...gone,
      });
      const answer = await askChanges(engine, container).catch(words);
      return readChanges(answer)
        .catch(words)
        .finally(() => answer.destroy());
    },
    async commit({ container, reference, message, pause, move }) {
      const title = say('imageFailures.container.commit', { id: shortId(container), reference });
      const { name, repository, tag } = await claimName(engine, { reference, move });
      const answer: unknown = await engine
        .docker()
        .getContainer(container)
        .commit({ repo: repository, tag, comment: message, pause })
        .catch(refuse({ title, ...gone }));
      return { id: readAnswer(commitAnswer, answer, title).Id, reference: name };
    },
  };
}

// dockerode's types don't know it; it passes it on.
const withSize = { size: true } as Docker.ContainerInspectOptions;

/** dockerode has the call, but gives its answer only once all of it is in memory. */
function askChanges(engine: EngineService, container: string): Promise<Readable> {
  return new Promise((resolve, reject) => {
    engine.docker().modem.dial(
      {
        path: `/containers/${container}/changes`,
        method: 'GET',
        isStream: true,
        statusCodes: { 200: true },
      },
      (error, answer) => (error ? reject(error) : resolve(answer as Readable)),
    );
  });
}
