/** Why an image’s layers could not be read, and what to do about it. */
import { message } from '../message.js';

export const layerFailures = {
  'layerFailures.damaged.documents': 'its documents are too large',
  'layerFailures.damaged.missing': message<{ file: string }>('the layer {file} is missing or damaged'),

  'layerFailures.damaged.compressed': 'a compressed layer is damaged',

  'layerFailures.damaged.changed':
    'a file is not in it as it was when the layers were read, or is stored with holes',

  'layerFailures.damaged.entries': 'a layer has more entries than can be kept',

  'layerFailures.damaged.noIndex': 'there is no index.json in this folder',
  'layerFailures.damaged.manyLayers': 'it names more layers than images have',
  'layerFailures.damaged.manyImages': 'it names more images than a folder has',

  'layerFailures.damaged.noManifest': 'there is no manifest.json and no index.json',
  'layerFailures.damaged.otherLayers': 'an image has other layers than it says',
  'layerFailures.damaged.manifest': 'a manifest or configuration is missing or damaged',

  'layerFailures.damaged.checksum': 'a header has a wrong checksum',
  'layerFailures.damaged.extended': 'an extended header is damaged',
  'layerFailures.damaged.extendedNumber': 'an extended header holds a wrong number',
  'layerFailures.damaged.size': 'a file has an impossible size',
  'layerFailures.damaged.number': 'a header holds a wrong number',

  'layerFailures.damaged.cut': 'the archive ends in the middle of an entry',
  'layerFailures.damaged.extendedLarge': 'an extended header is too large',

  'layerFailures.damaged.memory': 'a compressed layer needs too much memory',
  'layerFailures.damaged.compressedCut': 'a compressed layer ends in the middle',

  'layerFailures.noFolder': message<{ path: string }>('There is no folder {path} in this image'),
  'layerFailures.noFolder.detail': 'What stands there is no folder, or nothing stands there.',
  'layerFailures.nothing': message<{ path: string }>('There is no {path} in this image'),
  'layerFailures.nothing.detail': 'Nothing stands there after this layer.',
  'layerFailures.noContent': message<{ path: string }>('{path} has no content of its own'),
  'layerFailures.noContent.detail': 'Only files have: this is a folder, a link, a device or a pipe.',
  'layerFailures.unread': message<{ id: string }>('The files of layer {id} are not known'),
  'layerFailures.unread.detail': 'This layer has not been read, or what was kept of it is gone.',
  'layerFailures.unread.remedy': 'Read the image’s layers again.',

  'layerFailures.read': 'The layers could not be read',

  'layerFailures.ended': 'Reading the layers was broken off',
  'layerFailures.ended.detail':
    'The process that reads layers ended before it had an answer: there may be too much in this image for this machine’s memory.',

  'layerFailures.readOf': message<{ image: string }>('The layers of {image} could not be read'),
  'layerFailures.packed': message<{ format: string }>(
    'It is packed with {format}, which Strata doesn’t unpack.',
  ),
  'layerFailures.packed.remedy': 'Load it, as an engine may unpack it; or unpack it first.',
  'layerFailures.damaged': message<{ why: string }>('This is no whole image archive: {why}.'),
  'layerFailures.damaged.remedy': 'Save the image again.',
  'layerFailures.diskFull': 'The disk that Strata writes to is full.',
  'layerFailures.diskFull.remedy': 'Free some space on it, then try again.',

  'layerFailures.noPlatform': message<{ name: string; platform: string }>(
    '{name} is not made for {platform}',
  ),
  'layerFailures.noPlatform.none': 'It names no platform at all.',
  'layerFailures.noPlatform.others': message<{ platforms: string }>('It is there for {platforms}.'),
  'layerFailures.noPlatform.remedy': 'Choose one of those.',
  'layerFailures.noImage': message<{ name: string }>('{name} can’t be looked into'),
  'layerFailures.noImage.detail': 'It is an artifact of another kind, not an image of layers.',
  'layerFailures.noImage.remedy': 'Choose an image.',
} as const;
