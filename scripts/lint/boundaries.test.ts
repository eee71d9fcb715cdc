import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { boundaries } from './boundaries.js';

const cwd = '/project';

function objections(file: string, code: string): string[] {
  const config: Linter.Config = {
    files: ['**/*.ts'],
    plugins: { boundaries },
    rules: { 'boundaries/imports': 'error' },
  };
  const found = new Linter({ cwd }).verify(code, [config], { filename: `${cwd}/${file}` });
  // Anything else would mean that the rule wasn't asked.
  expect(found.filter(({ ruleId }) => ruleId !== 'boundaries/imports')).toEqual([]);
  return found.map(({ message }) => message);
}

describe('the walls between the folders', () => {
  it.each([
    ['src/main/images/list.ts', "import { app } from 'electron'"],
    ['src/main/images/list.ts', "import '../engine/connection.js'"],
    ['src/main/images/list.ts', "await import('../engine/connection.js')"],
    ['src/main/images/list.ts', "export * from '../../renderer/app/client.js'"],
    ['src/main/images/list.ts', "import '../index.js'"],
    ['src/main/images/list.ts', "import '../ipc/jobs.js'"],
    ['src/main/index.ts', "import './images/list.js'"],
    ['src/main/app/window.ts', "import '../images/list.js'"],
    ['src/shared/units.ts', "import 'node:fs'"],
    ['src/shared/units.ts', "import 'fs/promises'"],
    ['src/renderer/state/images.ts', "import 'path'"],
    ['src/renderer/state/images.ts', "import '../../main/images/index.js'"],
    ['src/renderer/state/images.ts', "import '../components/Dialog.svelte'"],
    ['src/renderer/components/list.ts', "import '../screens/image/tabs.js'"],
    ['src/preload/index.ts', "import '../main/ipc/router.js'"],
    ['src/main/images/list.ts', "import '../../../tests/support/engine.js'"],
  ])('%s may not: %s', (file, code) => expect(objections(file, code)).toHaveLength(1));

  it.each([
    ['src/main/index.ts', "import 'electron'; import './images/index.js'"],
    ['src/main/app/window.ts', "import 'electron'"],
    ['src/main/images/list.ts', "import '../engine/index.js'; import './tags.js'; import 'node:fs'"],
    ['src/main/images/list.test.ts', "import '../../../tests/support/engine.js'"],
    [
      'src/renderer/screens/image/tabs.ts',
      "import '../../components/list.js'; import '../../../shared/units.js'",
    ],
    ['scripts/start.ts', "import '../src/main/index.js'"],
  ])('%s may: %s', (file, code) => expect(objections(file, code)).toEqual([]));
});
