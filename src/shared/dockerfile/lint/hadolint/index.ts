/** hadolint's rules under its own codes, made anew from what its wiki says of each. */
import type { Rule } from '../rule.js';
import { registryRules } from './allowed-registries.js';
import { apkRules } from './apk.js';
import { aptRules } from './apt.js';
import { commandRules } from './commands.js';
import { copyRules } from './copy.js';
import { environmentRules } from './environment-rules.js';
import { folderRules } from './folder.js';
import { fromRules } from './from.js';
import { gemRules } from './gem.js';
import { goRules } from './go.js';
import { labelSchemaRules } from './label-schema.js';
import { labelRules } from './labels.js';
import { npmRules } from './npm.js';
import { pipRules } from './pip.js';
import { pipefailRules } from './pipefail.js';
import { pragmaRules } from './pragma.js';
import { rpmRules } from './rpm.js';
import { settingsRules } from './settings.js';
import { structureRules } from './structure.js';
import { unpackingRules } from './unpacking.js';
import { userRules } from './user.js';
import { yarnRules } from './yarn.js';
import { zypperRules } from './zypper.js';

/** In the order of their codes. */
export const hadolintRules: readonly Rule[] = [
  ...[
    pragmaRules,
    folderRules,
    commandRules,
    userRules,
    fromRules,
    registryRules,
    aptRules,
    unpackingRules,
    settingsRules,
  ],
  ...[pipRules, npmRules, apkRules, copyRules, gemRules, rpmRules, zypperRules, structureRules],
  ...[environmentRules, labelRules, labelSchemaRules, yarnRules, goRules, pipefailRules],
]
  .flat()
  .sort((one, other) => (one.name < other.name ? -1 : 1));
