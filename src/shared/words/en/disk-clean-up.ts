/** Cleaning up on the screen “Disk”: the rules, what they offer and why, the review, and what came of it. */
import { message } from '../message.js';

type Count = { count: number };

export const diskCleanUp = {
  'disk.cleanUp': 'Clean up',
  'disk.cleanUp.cancel': 'Cancel the clean-up',
  'disk.cleanUp.help':
    'Counted with the rest of the selection: what several share is freed once, with the last of them, though each names it.',

  'disk.rules': 'What may go',
  'disk.rules.untagged': 'Untagged images, which newer builds of the same name have left behind',
  'disk.rule.unusedDays': 'Unused images',
  'disk.rule.unusedDays.before': 'Images unused for',
  'disk.rule.unusedDays.after':
    'days: no container was made from them, and nobody built, pulled or tagged them since',
  'disk.rule.unusedDays.number': 'Days an image is unused',
  'disk.rule.keepTags': 'Older tags',
  'disk.rule.keepTags.before': 'In each repository, all but the newest',
  'disk.rule.keepTags.after': 'tags',
  'disk.rule.keepTags.number': 'Tags to keep in each repository',
  'disk.rule.cacheDays': 'Unused build cache',
  'disk.rule.cacheDays.before': 'Build cache that no build used for',
  'disk.rule.cacheDays.after': 'days',
  'disk.rule.cacheDays.number': 'Days the build cache is unused',
  'disk.rule.cacheGigabytes': 'Large build cache',
  'disk.rule.cacheGigabytes.before': 'Build cache beyond',
  'disk.rule.cacheGigabytes.after': 'GB, the longest unused first',
  'disk.rule.cacheGigabytes.number': 'Gigabytes of build cache to keep',
  'disk.rules.wrong': message<{ number: number }>('A number from 0 up; until then it is {number}.'),

  'disk.selection': 'Selection',
  'disk.selection.none': 'Nothing falls under these rules.',
  'disk.selection.frees': message<{ bytes: string; chosen: number; all: number }>(
    '{bytes} would be freed by {chosen, number} of {all, number}.',
  ),
  'disk.review': 'Review and remove',

  'disk.reclaimable': 'Reclaimable',
  'disk.reclaimable.all': 'All that is not in use',
  'disk.reclaimable.name': 'Name',
  'disk.reclaimable.why': 'Why',
  'disk.reclaimable.frees': 'Frees',
  'disk.reclaimable.usedBy': message<{ count: number; name: string }>(
    '{count, plural, one {in use by the container {name}} other {in use by # containers}}',
  ),
  'disk.kind.tag': 'Image',
  'disk.kind.image': 'Image',
  'disk.kind.cache': 'Build cache',
  'disk.reason.untagged': 'untagged',
  'disk.reason.unused': 'unused',
  'disk.reason.older-tag': 'older tag',
  'disk.reason.cache-unused': 'unused cache',
  'disk.reason.cache-large': 'beyond the cache’s limit',
  'disk.note.name': message<{ name: string }>('only the name: {name} is the same image'),
  'disk.note.record': 'a record that stays builds on it',
  'disk.note.image': 'an image has the same files',
  'disk.note.containers': 'its containers keep its layers',
  'disk.note.cache': 'the build cache holds its layers',
  'disk.note.others': 'other images stand on its layers',

  'disk.review.title': 'Review what goes',
  'disk.review.remove': 'Remove',
  'disk.review.keep': 'Keep all',
  'disk.review.nothing': 'All that is chosen is in use, so nothing would go.',
  'disk.review.frees': message<{ bytes: string; what: string }>('{bytes} would be freed by removing {what}.'),
  'disk.review.names': message<Count>('{count, plural, one {# name of an image} other {# names of images}}'),
  'disk.review.images': message<Count>('{count, plural, one {# untagged image} other {# untagged images}}'),
  'disk.review.records': message<Count>(
    '{count, plural, one {# record of the build cache} other {# records of the build cache}}',
  ),
  'disk.review.none': 'nothing',
  'disk.review.held': message<{ bytes: string }>(
    '{bytes} more stay, because the build cache holds the same layers. They go with its records.',
  ),
  'disk.review.list': 'What goes',
  'disk.review.force': message<Count>(
    '{count, plural, one {Also remove the one that is in use by containers.} other {Also remove the # that are in use by containers.}} The containers stay and keep their layers, so this frees nothing by itself; one that runs keeps its image, without the name.',
  ),
  'disk.review.again': 'What was built here can only be built again, what was pulled only pulled again.',

  'disk.report': message<{ freed: string; parts: string }>('{freed} freed: {parts}.'),
  'disk.report.removed': message<Count>('{count, number} removed'),
  'disk.report.untagged': message<Count>(
    '{count, plural, one {# lost only its name} other {# lost only their name}}',
  ),
  'disk.report.refused': message<Count>('{count, number} refused'),
  'disk.report.cancelled': 'It was cancelled: the rest was not touched.',
  'disk.result': 'Last clean-up',
  'disk.result.away': 'Put the report away',
  'disk.result.stayed': 'What stayed',
  'disk.result.refused': message<{ why: string }>('Refused: {why}'),
  'disk.result.untagged': message<{ why: string }>('Only the name went; the image stays. {why}'),
  'disk.result.putBack': 'Put back',
  'disk.result.putBack.one': message<{ name: string }>('Put {name} back'),
  'disk.result.isBack': 'The name is back.',
  'disk.result.removed': 'Removed',
} as const;
