/** The lint rule that keeps the folders of docs/architecture.md apart: who may import whom, and through which door. */
import { isBuiltin } from 'node:module';
import { dirname, relative, resolve, sep } from 'node:path';

const ELECTRON_FOLDERS = new Set(['app', 'ipc']);

/**
 * `{ side: 'main', domain: 'images', file: 'list.ts' }` for src/main/images/list.ts; no domain for src/main/index.ts.
 * @typedef {{ side: string, domain: string, file: string }} Place
 * @param {string} root @param {string} path @returns {Place}
 */
function placeOf(root, path) {
  const [top = '', side = '', ...rest] = relative(root, path).split(sep);
  if (top !== 'src') return { side: 'outside', domain: '', file: '' };
  const domain = rest.length > 1 ? (rest[0] ?? '') : '';
  return { side, domain, file: rest.slice(domain ? 1 : 0).join('/') };
}

/** @param {string} file */
const isEntry = (file) => /^index(\.(js|ts))?$/.test(file);
/** @param {string} file */
const isTest = (file) => /\.test\.ts$/.test(file);

/**
 * The reason why a file may not import `specifier`, or null.
 * @param {string} root @param {string} fromFile @param {string} specifier
 */
function objection(root, fromFile, specifier) {
  const from = placeOf(root, fromFile);
  if (from.side === 'outside') return null;
  const isPackage = !specifier.startsWith('.');

  if (specifier === 'electron' || specifier.startsWith('electron/')) {
    if (from.side === 'preload') return null;
    if (from.side === 'main' && (from.domain === '' || ELECTRON_FOLDERS.has(from.domain))) return null;
    return 'Only src/main/app, src/main/ipc, the files of src/main itself and the preload know electron; take what is needed as a parameter.';
  }
  if (from.side === 'shared' && isBuiltin(specifier) && !isTest(fromFile))
    return 'src/shared runs in the renderer too, so it imports nothing of node.';
  if (from.side === 'renderer' && isBuiltin(specifier) && !isTest(fromFile))
    return 'The renderer has no node; ask main through the contract.';
  if (isPackage) return null;

  const to = placeOf(root, resolve(dirname(fromFile), specifier));
  if (to.side === 'outside')
    return isTest(fromFile) && /\/tests\/support\//.test(specifier)
      ? null
      : 'The app imports nothing from outside src.';
  if (from.side === 'shared' && to.side !== 'shared') return 'src/shared imports only from src/shared.';
  if (from.side === 'preload' && to.side !== 'shared') return 'The preload imports only from src/shared.';
  if (from.side === 'renderer' && !['renderer', 'shared'].includes(to.side) && !isTest(fromFile))
    return 'The renderer imports only from itself and src/shared; ask main through the contract.';
  if (from.side === 'main' && !['main', 'shared'].includes(to.side))
    return 'Main imports only from itself and src/shared.';
  if (from.side === 'main' && to.side === 'main' && from.domain !== to.domain) {
    const isShell = from.domain === '' || ELECTRON_FOLDERS.has(from.domain);
    const toShell = to.domain === '' || ELECTRON_FOLDERS.has(to.domain);
    if (!isShell && toShell)
      return 'Only the composition root imports everything; a domain takes what it needs as a parameter.';
    if (!toShell && !isEntry(to.file))
      return `Import from ../${to.domain}/index.js: a domain shows itself only there.`;
  }
  if (from.side === 'renderer' && to.side === 'renderer') {
    if (from.domain === 'components' && ['screens', 'app'].includes(to.domain))
      return 'A component knows no screen.';
    if (from.domain === 'state' && ['screens', 'components', 'app'].includes(to.domain))
      return 'State knows nothing that shows it.';
  }
  return null;
}

/** @type {import('eslint').ESLint.Plugin} */
export const boundaries = {
  rules: {
    imports: {
      meta: { type: 'problem', schema: [], messages: { crossed: '{{reason}}' } },
      create(context) {
        /** @param {{ source?: { type: string, value?: unknown } | null }} node */
        const check = ({ source }) => {
          if (source?.type !== 'Literal' || typeof source.value !== 'string') return;
          const reason = objection(context.cwd, context.filename, source.value);
          if (reason)
            context.report({
              node: /** @type {import('eslint').AST.Token} */ (source),
              messageId: 'crossed',
              data: { reason },
            });
        };
        return {
          ImportDeclaration: check,
          ImportExpression: check,
          ExportNamedDeclaration: check,
          ExportAllDeclaration: check,
        };
      },
    },
  },
};
