/** Past builds of a project: the list, the trend, one of them, and how it differs from the one before. */
import { message } from '../message.js';

type Count = { count: number };
type Step = { step: string };

export const history = {
  'history.title': 'History',
  'history.count': message<Count>('{count, plural, one {{count} build} other {{count} builds}}'),
  'history.reading': 'Reading past builds',
  'history.none': 'No build of this folder yet. Each one is kept here, with why it differed.',
  'history.list': 'Past builds',
  'history.fewer': 'Show fewer',
  'history.all': message<Count>('Show all {count}'),
  'history.outcome.running': 'Running',
  'history.outcome.done': 'Done',
  'history.outcome.failed': 'Failed',
  'history.outcome.cancelled': 'Cancelled',
  'history.outcome.interrupted': 'Interrupted',
  'history.cached': message<{ cached: number; steps: number }>('{cached} of {steps} cached'),

  'history.trend.height': message<{ longest: string }>('Height: duration, up to {longest}.'),
  'history.trend.cached': 'from the cache',
  'history.trend.ran': 'ran',
  'history.trend.notDone': 'not done',
  'history.trend.started': 'Started',
  'history.trend.outcome': 'Outcome',
  'history.trend.duration': 'Duration',
  'history.trend.cachedColumn': 'Cached',

  'history.build': message<{ name: string }>('Build of {name}'),
  'history.build.interrupted': 'Strata or the engine ended before the build did, so nothing came of it.',
  'history.build.compared': 'Compared with the build before',
  'history.build.comparing': 'Comparing',
  'history.build.first': 'It is the first of its Dockerfile and target.',
  'history.build.same': 'Nothing differs.',
  'history.build.reading': 'Reading the build',
  'history.build.steps': 'Steps',
  'history.build.readingOutput': 'Reading what it said',
  'history.build.noOutput': 'This step said nothing that was kept.',
  'history.build.options': 'Options',
  'history.build.remove': 'Remove from history',

  'history.option': message<{ title: string; values: string }>('{title}: {values}'),
  'history.option.stage': 'Target stage',
  'history.option.platform': 'Platform',
  'history.option.arguments': 'Build arguments',
  'history.option.hidden': 'Given, but not kept',
  'history.option.labels': 'Labels',
  'history.option.secrets': 'Secrets',
  'history.option.names': 'Also named',
  'history.option.cacheIgnored': 'Cache ignored',
  'history.option.cacheIgnoredOf': message<{ stage: string }>('Cache ignored of {stage}'),
  'history.option.pullBase': 'Base images pulled',
  'history.option.network': 'Network',
  'history.option.cacheFrom': 'Cache taken from',

  'history.files.changed': message<Count>(
    '{count, plural, one {{count} file changed} other {{count} files changed}}',
  ),
  'history.files.added': message<Count>(
    '{count, plural, one {{count} file was added} other {{count} files were added}}',
  ),
  'history.files.removed': message<Count>(
    '{count, plural, one {{count} file was removed} other {{count} files were removed}}',
  ),
  'history.files.other': message<Count>(
    '{count, plural, one {{count} file is another one} other {{count} files are other ones}}',
  ),
  'history.files.named': message<{ what: string; names: string }>('{what}: {names}'),
  'history.files.more': message<Count>('{count} more'),

  'history.lost.new': message<Step>('{step} ran because the line is new.'),
  'history.lost.line': message<Step & { before: string }>(
    '{step} ran again because the line changed; it was {before}.',
  ),
  'history.lost.files': message<Step & { files: string }>('{step} ran again because {files}.'),
  'history.lost.variable': message<Step>('{step} ran again because a variable that it sees changed.'),
  'history.lost.arguments': message<Step & { names: string }>(
    '{step} ran again because {names} was given another value.',
  ),
  'history.lost.base': message<Step & { image: string }>(
    '{step} ran again because the image {image} is another one.',
  ),
  'history.lost.above': message<Step & { above: string; line: number }>(
    '{step} ran again because {above} (line {line}) did.',
  ),
  'history.lost.ignored': message<Step>('{step} ran because the cache was ignored.'),
  'history.lost.unknown': message<Step>(
    '{step} ran again; nothing that was recorded says why. Its cache may have been removed.',
  ),

  'history.differs.followed': message<Count>(
    '{count, plural, one {{count} step} other {{count} steps}} below ran again with it.',
  ),
  'history.differs.ignored': message<Count>(
    '{count, plural, one {{count} step} other {{count} steps}} ran because the cache was ignored.',
  ),
  'history.differs.reused': message<Count & { time: string }>(
    '{count, plural, one {{count} step was} other {{count} steps were}} reused that ran before, which saved {time}.',
  ),
  'history.differs.slower': message<Step & { time: string; longer: string }>(
    '{step} took {time}, {longer} longer.',
  ),
  'history.differs.faster': message<Step & { time: string; less: string }>(
    '{step} took {time}, {less} less.',
  ),
  'history.differs.nothing': 'Nothing differs from the build before.',
  'history.differs.more': message<Count>(
    '{count, plural, one {{count} more difference} other {{count} more differences}} in the history.',
  ),
} as const;
