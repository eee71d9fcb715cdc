/** What is wrong with the name of an image. */
import { message } from '../message.js';

type Part = { part: string };

export const reference = {
  'reference.missing': 'An image name is missing',
  'reference.wrong': message<{ text: string }>('“{text}” is not an image name'),
  'reference.remedy': 'A name looks like app, team/app:1.2 or registry.example.com/team/app:1.2.',
  'reference.empty': 'It is empty.',
  'reference.id': '64 hex digits are an image id; a name can not look like one.',
  'reference.host': message<Part>("“{part}” is not a registry's host name."),
  'reference.long': message<{ most: string }>('The name is longer than {most} characters.'),
  'reference.path.missing': 'The repository is missing.',
  'reference.path.emptyPart': 'There is an empty part between two slashes, or at an end.',
  'reference.path.uppercase': message<Part>(
    '“{part}” has uppercase letters; a repository is written in lowercase.',
  ),
  'reference.path.space': message<Part>('“{part}” has a space in it.'),
  'reference.path.separator': message<Part>(
    '“{part}” begins or ends with a separator; letters and digits belong there.',
  ),
  'reference.path.letters': message<Part>(
    '“{part}” may hold only a-z, 0-9 and single separators (. _ __ -) between them.',
  ),
  'reference.tag.empty': 'There is nothing after the colon; a tag belongs there.',
  'reference.tag.long': 'The tag is longer than 128 characters.',
  'reference.tag.wrong': message<{ tag: string }>(
    '“{tag}” is not a tag: letters, digits, “_”, “.” and “-”, and neither “.” nor “-” first.',
  ),
  'reference.digest.wrong': message<{ digest: string }>(
    '“{digest}” is not a digest such as sha256:… with 64 hex digits.',
  ),
  'reference.digest.unknown': message<{ algorithm: string }>(
    '“{algorithm}” is not a known digest algorithm.',
  ),
  'reference.digest.length': message<{ algorithm: string; count: string }>(
    'A {algorithm} digest has {count} lowercase hex digits.',
  ),
} as const;
