/** The first steps: the sample project, and the guided tour through the five ideas that the screens are built on. */
import { message } from '../message.js';

export const start = {
  'start.sample': 'Open the sample project',
  'start.sample.failed': 'The sample project could not be written',
  'start.sample.failed.detail': message<{ folder: string }>('It belongs into {folder}.'),
  'start.sample.failed.remedy': 'Look whether the disk is full and the folder is yours, then try again.',
  'start.tour': 'Take the tour',

  'start.tour.title': 'Tour',
  'start.tour.step': message<{ step: number; count: number }>('Step {step} of {count}'),
  'start.tour.next': 'Next',
  'start.tour.back': 'Back',
  'start.tour.stop': 'Stop the tour',
  'start.tour.done': 'Done',

  'start.tour.images.title': 'What an image is',
  'start.tour.images': message<{ count: number }>(
    '{count, plural, one {There is # image} other {There are # images}} on this engine. An image is an ordered list of filesystem changes plus the settings to run it.',
  ),
  'start.tour.images.none':
    'There is no image on this engine yet. An image is an ordered list of filesystem changes plus the settings to run it. The sample project makes one: open it and press “Build”.',
  'start.tour.images.unknown':
    'Your images show here as soon as an engine answers. An image is an ordered list of filesystem changes plus the settings to run it.',
  'start.tour.layers.title': 'Layers',
  'start.tour.layers': message<{ image: string }>(
    'This is what {image} is made of, the base at the bottom. Each band is a layer: named by its digest, stored once, and shared by every image that stands on it.',
  ),
  'start.tour.tags.title': 'Tags',
  'start.tour.tags': message<{ image: string; id: string }>(
    'A tag is a movable pointer. {image} stands for {id} now; a build, a pull or you can move it to another image.',
  ),
  'start.tour.containers.title': 'Containers',
  'start.tour.containers': message<{ image: string }>(
    'A container is one writable layer on top of {image}. What it writes lies there, and the image stays as it is.',
  ),
  'start.tour.noImage':
    'There is no image to show this with. Go back, build the sample project, and come here again.',
  'start.tour.build.title': 'Builds',
  'start.tour.build': message<{ project: string }>(
    'A build replays the Dockerfile of {project} and reuses a layer while nothing above it has changed. The cache forecast says before a build which steps will run, and why.',
  ),
  'start.tour.build.none':
    'A build replays a Dockerfile and reuses a layer while nothing above it has changed. Open a project folder, or the sample project, to see it with real files.',
  'start.tour.end.title': 'That was all',
  'start.tour.end':
    'Registries keeps logins and lets you look into registries; Disk frees space and says before how much. Every action is found by its name in the command palette, and “?” lists the keys.',
} as const;
