/** Why an archive could not be saved, loaded or imported, and what to do about it. */
import { message } from '../message.js';

export const archiveFailures = {
  'archiveFailures.noFile': 'It is no plain file.',
  'archiveFailures.noTar': 'It is no tar archive, or it is damaged.',
  'archiveFailures.noList': 'Its list of images can’t be read.',
  'archiveFailures.noArchive.remedy':
    'Choose an archive that “docker save” or Strata wrote: a .tar, plain or compressed.',

  'archiveFailures.import': message<{ file: string }>('{file} was not imported'),
  'archiveFailures.holdsImages':
    'It holds images, with their layers and settings; imported, it would become one layer of archives.',
  'archiveFailures.holdsImages.remedy': 'Load it instead.',

  'archiveFailures.read': message<{ file: string }>('{file} could not be read'),
  'archiveFailures.load': message<{ file: string }>('{file} was not loaded'),
  'archiveFailures.noImages':
    'It holds files of a filesystem, not images: there are no layers and no settings in it.',
  'archiveFailures.noImages.remedy': 'Import it instead: that makes it an image of one layer.',
  'archiveFailures.noneCame': 'The engine named no image that it found in it.',
  'archiveFailures.noneCame.remedy': 'Look whether it is an archive that “docker save” wrote.',

  'archiveFailures.saveOne': message<{ image: string }>('{image} was not saved'),
  'archiveFailures.saveMany': message<{ count: number }>('The {count} images were not saved'),
  'archiveFailures.cantSave': message<{ image: string }>('{image} could not be saved'),
  'archiveFailures.noImage': message<{ image: string }>('There is no image {image}'),
  'archiveFailures.cut': 'The engine stopped before the archive was whole.',
  'archiveFailures.cut.remedy': 'Look whether the engine is well, then try again.',

  'archiveFailures.file.denied': 'You aren’t allowed to use this place.',
  'archiveFailures.file.denied.remedy': 'Choose another place, or change who may use it.',
  'archiveFailures.file.full': 'The disk is full.',
  'archiveFailures.file.full.remedy': 'Free some space on it, or choose another disk.',
  'archiveFailures.file.tooLarge': 'The disk takes no file as large as this.',
  'archiveFailures.file.tooLarge.remedy': 'Free some space on it, or choose another disk.',
  'archiveFailures.file.gone': 'The file or its folder isn’t there.',
  'archiveFailures.file.gone.remedy': 'Look whether it was moved, then choose it again.',
  'archiveFailures.file.longName': 'The name is too long.',
  'archiveFailures.file.longName.remedy': 'Choose a shorter one.',
  'archiveFailures.file.folder': 'It is a folder.',
  'archiveFailures.file.folder.remedy': 'Choose a file.',
} as const;
