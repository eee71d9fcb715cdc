/** What RUN is lent by its flags: folders, secrets, networks. */
import { say } from '../../words/index.js';
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
    } else if (name === 'network' && value === 'none') phrases.push(say('run.network.none'));
    else if (name === 'network' && value === 'host') phrases.push(say('run.network.host'));
    else if (name === 'security' && value === 'insecure') phrases.push(say('run.insecure'));
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
  const at = target === undefined ? 'none' : code(target);
  const from = fields.get('from');
  switch (type) {
    case 'cache':
      return say('run.mount.cache', { at });
    case 'secret': {
      const name = code(fields.get('id') ?? target?.split('/').at(-1) ?? '');
      const variable = fields.get('env');
      return variable === undefined
        ? say('run.mount.secret', { name, at })
        : say('run.mount.secretVariable', { name, variable: code(variable) });
    }
    case 'ssh':
      return say('run.mount.ssh');
    case 'tmpfs':
      return say('run.mount.memory', { at });
    case 'bind': {
      const path = fields.get('source') ?? fields.get('src') ?? '';
      const isWhole = /^[./]*$/.test(path);
      if (from === undefined)
        return isWhole
          ? say('run.mount.project', { at })
          : say('run.mount.ofProject', { path: code(path), at });
      const source = sourceName(from, place);
      return isWhole
        ? say('run.mount.source', { source, at })
        : say('run.mount.ofSource', { path: code(path), source, at });
    }
    default:
      return say('run.mount.other', { at });
  }
}
