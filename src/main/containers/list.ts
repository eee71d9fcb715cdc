/** The containers that were made from one image. */
import type { ImageContainer, ImageContainers } from '../../shared/contract/containers.js';
import { shortId } from '../../shared/units.js';
import { say } from '../../shared/words/index.js';
import { refuse, type EngineService } from '../engine/index.js';
import { askImage, imagesAbove, isSameImage, readAnswer } from '../images/index.js';
import { containerList } from './answers.js';

/** More than this nobody looks through; the rest is counted. */
const MOST_CONTAINERS = 2_000;

/** @throws FailureError `not-found` when there is no such image */
export async function containersOf(engine: EngineService, image: string): Promise<ImageContainers> {
  const title = say('imageFailures.containersOf', { image });
  const { inspect: own } = await askImage(engine, image);
  const [answer, above] = await Promise.all([
    engine
      .docker()
      .listContainers({ all: true, filters: { ancestor: [own.Id] } })
      .catch(refuse({ title })) as Promise<unknown>,
    imagesAbove(engine, own.Id),
  ]);
  // “ancestor” finds containers of the images that stand on it, too.
  const rows = readAnswer(containerList, answer, title)
    .filter(({ ImageID }) => isSameImage(ImageID, own.Id))
    .sort((one, other) => other.Created - one.Created);
  return {
    containers: rows.slice(0, MOST_CONTAINERS).map((row): ImageContainer => ({
      id: row.Id,
      name: row.Names[0]?.replace(/^\//, '') ?? shortId(row.Id),
      state: row.State,
      created: row.Created,
      command: row.Command,
      ports: [...new Set(row.Ports.map(portWords))],
    })),
    count: rows.length,
    running: rows.filter(({ State }) => State === 'running' || State === 'paused').length,
    above,
  };
}

type Port = { IP: string; PrivatePort: number; PublicPort: number; Type: string };

function portWords({ IP, PrivatePort, PublicPort, Type }: Port): string {
  const inside = `${PrivatePort}/${Type || 'tcp'}`;
  if (PublicPort === 0) return inside;
  // An engine that listens on all addresses says so once for each version of the protocol.
  const address = IP === '' || IP === '0.0.0.0' || IP === '::' ? '' : `${IP.includes(':') ? `[${IP}]` : IP}:`;
  return `${address}${PublicPort} → ${inside}`;
}
