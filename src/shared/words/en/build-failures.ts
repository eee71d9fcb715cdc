/** Why a build failed or can’t begin, and what to do about it. */
import { message } from '../message.js';

export const buildFailures = {
  'buildFailures.notBuilt': message<{ name: string }>('{name} could not be built'),

  'buildFailures.classic.secrets': 'takes no secrets',
  'buildFailures.classic.ssh': 'reaches no ssh agent',
  'buildFailures.classic.stage': 'can’t ignore the cache of one stage',
  'buildFailures.classic': message<{ what: string }>('This engine’s builder {what}'),
  'buildFailures.classic.detail': 'Only BuildKit does, and this engine doesn’t have it.',
  'buildFailures.classic.remedy': 'Build with an engine that has BuildKit, or without that option.',

  'buildFailures.step': message<{ step: string }>('A step failed: {step}'),
  'buildFailures.exit.at': message<{ code: string; file: string; line: number }>(
    'Its command ended with exit code {code}, at {file} line {line}.',
  ),
  'buildFailures.exit': message<{ code: string }>('Its command ended with exit code {code}.'),
  'buildFailures.exit.remedy': 'Look at the output of the step, correct the instruction, and build again.',
  'buildFailures.noSource': message<{ path: string }>('There is nothing to copy: {path}'),
  'buildFailures.noSource.at': message<{ file: string; line: number }>(
    'The instruction at {file} line {line} copies something that isn’t in what was sent.',
  ),
  'buildFailures.noSource.detail': 'The instruction copies something that isn’t in what was sent.',
  'buildFailures.noSource.remedy':
    'Check the path, which counts from the project folder, and whether .dockerignore leaves it out.',
  'buildFailures.noStage': message<{ stage: string }>('There is no stage “{stage}”'),
  'buildFailures.noStage.detail': message<{ file: string }>('{file} has no FROM … AS with that name.'),
  'buildFailures.noStage.remedy': 'Choose another target stage.',
  'buildFailures.unknownInstruction': message<{ word: string }>('unknown instruction “{word}”'),
  'buildFailures.syntax': message<{ file: string; line: number }>('{file} has a syntax error at line {line}'),
  'buildFailures.syntax.remedy': 'Correct the line, and build again.',
  'buildFailures.said': message<{ words: string }>('It said: {words}'),
  'buildFailures.cancelled': 'The build was cancelled',
  'buildFailures.cancelled.detail': 'Nothing was tagged.',
  'buildFailures.interrupted': message<{ name: string }>('The build of {name} was interrupted'),
  'buildFailures.interrupted.detail': 'The connection to the engine ended before the build had.',
  'buildFailures.interrupted.remedy':
    'Look whether the engine is running, then build again; finished steps come from its cache.',
  'buildFailures.givenUp':
    'The engine gave it up, though no step had failed. It does so when it loses the connection to Strata, after a pause for instance, and when it is stopped.',

  'buildFailures.secret.twice': 'Two secrets have this id.',
  'buildFailures.secret.twice.remedy': 'Rename one of them.',
  'buildFailures.secret.large': message<{ file: string }>('{file} has more than 500 KB.'),
  'buildFailures.secret.large.remedy': 'The engine takes no secret as large as that.',
  'buildFailures.secret.noFile': message<{ file: string }>('There is no file {file}.'),
  'buildFailures.secret.unreadable': message<{ file: string }>('The file {file} can’t be read.'),
  'buildFailures.secret.path': 'Correct its path under “Secrets”.',
  'buildFailures.secret.noVariable': message<{ name: string }>(
    'The environment that Strata runs in has no variable {name}.',
  ),
  'buildFailures.secret.noVariable.remedy': 'Start Strata where it is set, or take the secret from a file.',
  'buildFailures.noAgent': 'There is no ssh agent for the build',
  'buildFailures.noAgent.detail': 'The environment that Strata runs in has no SSH_AUTH_SOCK.',
  'buildFailures.noAgent.remedy':
    'Start an agent, add the key with ssh-add, and start Strata from there; or build without it.',
  'buildFailures.secret': message<{ id: string }>('The secret “{id}” can’t be given to the build'),

  'buildFailures.ownError': 'The build ended in an error of Strata’s own',
  'buildFailures.ownError.detail': 'The log has the details.',

  'buildFailures.stillRuns': 'That build still runs',
  'buildFailures.stillRuns.detail': 'Its record is written when it has ended.',
  'buildFailures.stillRuns.remedy': 'Cancel the build, or remove it when it has ended.',
  'buildFailures.notKept': 'That build is no longer kept',
  'buildFailures.notKept.detail':
    'It was removed, let go to keep within the limit, or its record could not be read.',
  'buildFailures.notKept.remedy': 'Choose another build of the list.',

  'buildFailures.classic.and': message<{ first: string; second: string }>('{first}, and {second}'),

  'buildFailures.moreCharacters': message<{ count: number }>('({count} more characters)'),
} as const;
