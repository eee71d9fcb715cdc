/** What RUN is lent by its flags: folders, secrets, networks. */
import type { CommandInstruction } from '../syntax.js';
import type { Place } from './explanation.js';
import { code } from './phrases.js';
import { sourceName } from './stages.js';

export type Loans = {
  /** “with the secret `npm`, which is in no layer”. */
  readonly phrases: readonly string[];
  readonly hasSecret: boolean;
  /** Whether files of the project folder, or of a stage or image, are lent. */
  readonly hasFiles: boolean;
};

export function loansOf({ flags }: CommandInstruction, place: Place): Loans {
  const phrases: string[] = [];
  const types = new Set<string>();
  for (const { name, value } of flags) {
    if (name === 'mount') {
      const fields = fieldsOf(place.scope.shown(value ?? ''));
      const type = (fields.get('type') ?? 'bind').toLowerCase();
      types.add(type);
      phrases.push(mountPhrase(type, fields, place));
    } else if (name === 'network' && value === 'none') phrases.push('without a network');
    else if (name === 'network' && value === 'host')
      phrases.push('in the network of the builder’s own computer');
    else if (name === 'security' && value === 'insecure')
      phrases.push('with all rights on the builder’s computer');
  }
  return { phrases, hasSecret: types.has('secret'), hasFiles: types.has('bind') };
}

/** Later ones of a name replace earlier ones. */
const fieldsOf = (mount: string): ReadonlyMap<string, string> =>
  new Map(
    mount.split(',').map((part) => {
      const equals = part.indexOf('=');
      return equals < 0 ? [part, ''] : [part.slice(0, equals), part.slice(equals + 1)];
    }),
  );

function mountPhrase(type: string, fields: ReadonlyMap<string, string>, place: Place): string {
  const target = fields.get('target') ?? fields.get('dst') ?? fields.get('destination');
  const at = target === undefined ? '' : ` at ${code(target)}`;
  const from = fields.get('from');
  switch (type) {
    case 'cache':
      return `with a folder${at} that is kept between builds and is in no layer`;
    case 'secret': {
      const id = fields.get('id') ?? target?.split('/').at(-1) ?? '';
      const variable = fields.get('env');
      return `with the secret ${code(id)}${variable === undefined ? at : ` as the variable ${code(variable)}`}, which is in no layer`;
    }
    case 'ssh':
      return 'with your ssh agent, whose keys are in no layer';
    case 'tmpfs':
      return `with a folder in memory${at}`;
    case 'bind': {
      const source = fields.get('source') ?? fields.get('src') ?? '';
      const isWhole = /^[./]*$/.test(source);
      const owner = from === undefined ? 'the project folder' : sourceName(from, place);
      return `with ${isWhole ? '' : `${code(source)} of `}${owner} lent to it${at}`;
    }
    default:
      return `with a mount${at}`;
  }
}
