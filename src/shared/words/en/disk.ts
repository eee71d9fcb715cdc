/** The screen “Disk”: what takes space, which layers images share, the rules of a clean-up, and what came of it. */
import { message } from '../message.js';

type Count = { count: number };
type Bytes = { bytes: string };
type Counted = { some: string; last: string };

export const disk = {
  'disk.title': 'Disk',
  'disk.measured': 'Measured',
  'disk.measured.when': message<{ age: string }>('Measured {age}'),
  'disk.measured.outdated': message<{ age: string }>('Measured {age}; images have changed since'),
  'disk.measure': 'Measure',
  'disk.measure.again': 'Measure again',
  'disk.measure.cancel': 'Cancel measuring',
  'disk.measure.first':
    'The engine looks at every image, container and volume. On a large one that takes minutes; it goes on while you use other screens.',
  'disk.unmeasured': 'Not measured',
  'disk.unmeasured.help': 'What takes space is known once the engine has added it up.',
  'disk.empty': 'Nothing takes space yet',
  'disk.empty.help':
    'Images, containers, volumes and the build cache show here. A layer that several images stand on is stored once, so it counts once.',
  'disk.build': 'Build an image',
  'disk.cancelling': 'Cancelling…',
  'disk.progress': message<{ current: number; total: number; time: string }>(
    '{current, number} of {total, number}, {time}',
  ),
  'disk.more': message<Count>('and {count, number} more'),
  'disk.list.and': message<Counted>('{some} and {last}'),
  'disk.list.more': message<{ some: string; count: number }>('{some} and {count, number} more'),

  'disk.space': message<{ size: string }>('Space {size}'),
  'disk.space.byKind': 'Space by kind',
  'disk.space.images': 'Images',
  'disk.space.images.words': message<Count>(
    'in layers of their own, {count, plural, one {# image} other {# images}}',
  ),
  'disk.space.shared': 'Shared layers',
  'disk.space.shared.words': message<Count>(
    '{count, plural, one {# layer} other {# layers}}, each stored once under several images',
  ),
  'disk.space.containers': 'Containers',
  'disk.space.containers.words': message<Count>(
    'written by {count, plural, one {# container} other {# containers}}',
  ),
  'disk.space.volumes': 'Volumes',
  'disk.space.volumes.words': message<Count>('{count, plural, one {# volume} other {# volumes}}'),
  'disk.space.volumes.unknown': message<Count & { unknown: number }>(
    '{count, plural, one {# volume} other {# volumes}}, {unknown} of unknown size',
  ),
  'disk.space.cache': 'Build cache',
  'disk.space.cache.words': message<Count>(
    '{count, plural, one {# record} other {# records}} that no image shares',
  ),

  'disk.shared': 'Shared layers',
  'disk.shared.several': 'stored once for several',
  'disk.shared.one': 'of one image',
  'disk.shared.none': 'No two images stand on the same layer.',
  'disk.shared.saved': message<Bytes>(
    'Images that are built upon the same base have its layers in common. Each is stored once: apart they would take {bytes} more.',
  ),
  'disk.shared.apart': message<Count>(
    '{count, plural, one {# image shares no layer with another.} other {# images share no layer with another.}}',
  ),
  'disk.shared.rest': message<Count>(
    '{count, plural, one {# more base that images share is in the table.} other {# more bases that images share are in the table.}}',
  ),
  'disk.map': 'Layers under images',
  'disk.map.point': 'Point at a band to see what it is.',
  'disk.band.under': message<Count>('under {count, number}'),
  'disk.band.branches': message<Count>('{count, number} more branches'),
  'disk.band.layer': 'A layer',
  'disk.band.layers': message<{ instruction: string; count: number }>(
    '{count, plural, one {{instruction} and 1 layer more} other {{instruction} and {count} layers more}}',
  ),
  'disk.band.of': message<{ size: string; images: string }>('{size}, of {images}'),
  'disk.band.only': message<{ size: string; images: string }>('{size}, only in {images}'),
  'disk.band.shared': message<{ size: string; images: string; count: number }>(
    '{size} once, under {count, number} images: {images}',
  ),
  'disk.table.name': 'Layers that images share',
  'disk.table.layers': 'Layers',
  'disk.table.images': 'Images',
  'disk.table.size': 'Size',
  'disk.table.saves': 'Saves',

  'disk.record.context': 'Files of a build context',
  'disk.record.sent': message<{ source: string }>('The sent {source}'),
  'disk.record.mount': 'A cache mount',
  'disk.record.copy': 'COPY or ADD',
  'disk.record.base': 'A local image, as a base',
  'disk.record.unknown': 'A record of type unknown',
  'disk.record.type': message<{ type: string }>('A record of type {type}'),

  'disk.measuring.sum': 'The engine adds up what everything takes',
  'disk.measuring.layers': 'Reading the layers of each image',
} as const;
