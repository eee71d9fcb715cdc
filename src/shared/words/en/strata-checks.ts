/** Strata’s own checks of a Dockerfile: what they find, why it matters, and how it is mended. */
import { message } from '../message.js';

type Line = { line: string };
type Base = { image: string; times: string; smaller: string };
type File = { file: string };
type Keyword = { keyword: string };

export const strataChecks = {
  'why.AptUpdateApart':
    'The step with the update is reused for weeks, because its text doesn’t change. An install below it that does change then asks for versions that the servers no longer have, and fails, or gets old ones.',
  'why.CacheOrder':
    'A step is reused only while every line above it is unchanged. What changes least belongs on top: then an edit of the source repeats the quick steps below it, not the slow ones.',
  'why.LargeBase':
    'All of the base travels with every first push and pull, takes room on each machine, and has to be kept free of known holes. What only the build needs can stay in an earlier stage.',
  'why.LogsToFiles':
    'What a program writes to its output and error streams is kept by Docker and shown by `docker logs`. A log file is lost with the container, and grows in it until then.',
  'why.SecretInLayer':
    'A layer keeps what was put into it, also when a later line removes it, and the history keeps every ARG, ENV and RUN. Give the secret to the one step that needs it: `RUN --mount=type=secret,id=token …` reads it from /run/secrets/token, and nothing of it stays.',
  'why.WideCopy':
    'A step is reused only while all that was copied above it is unchanged. With just the files that name the dependencies copied first, they are installed again only when those change, not after every edit.',

  'strata.updateApart': message<{ command: string } & Line>(
    '{command} update runs in a step of its own: the install on line {line} goes by lists that may be old',
  ),
  'strata.updateApart.fix': 'Join it to the install',
  'strata.order.and': message<{ before: string; last: string }>('{before} and {last}'),
  'strata.order.copy': message<{ install: string } & Line>(
    '{install} runs again whenever a file changes that line {line} copies, and needs none of them',
  ),
  'strata.order.argument': message<{ name: string; install: string } & Line>(
    '{name} has another value in each build, so {install} on line {line} runs again each time without using it',
  ),
  'strata.order.install': 'the install',
  'strata.order.fix': message<Line>('Move it above line {line}'),
  'strata.base.tools': message<Base>(
    '{image} brings compilers and libraries to build with, and is about {times, select, x2 {two} x3 {three} x4 {four} x5 {five} x7 {seven} other {one and a half}} times the size of {smaller}',
  ),
  'strata.base.system': message<Base>(
    '{image} brings a larger Debian, and is about {times, select, x2 {two} x3 {three} x4 {four} x5 {five} x7 {seven} other {one and a half}} times the size of {smaller}',
  ),
  'strata.base.documentation': message<Base>(
    '{image} brings documentation and locales, and is about {times, select, x2 {two} x3 {three} x4 {four} x5 {five} x7 {seven} other {one and a half}} times the size of {smaller}',
  ),
  'strata.logs': message<{ program: string; access: string; error: string }>(
    '{program} writes its log to {access}, where docker logs doesn’t find it: link it to /dev/stdout, and {error} to /dev/stderr',
  ),
  'strata.logs.fix': 'Link the logs to the streams',
  'strata.copy': message<{ copy: string; install: string; names: string; patterns: string } & Line>(
    '{copy} brings every file before {install} on line {line}, which reads {names}: COPY {patterns} first, and the rest below it',
  ),
  'strata.copy.install': 'the install',
  'strata.copy.fix': message<{ patterns: string }>('COPY {patterns} first'),
  'strata.secret.settings': message<File>(
    '{file} is made to hold settings and passwords: once it is copied, everyone who has the image can read it',
  ),
  'strata.secret.key': message<File>(
    '{file} is named like a private key: once it is copied, everyone who has the image can read it',
  ),
  'strata.secret.store': message<File>(
    '{file} is named like a store of keys: once it is copied, everyone who has the image can read it',
  ),
  'strata.secret.logins': message<File>(
    '{file} is made to hold logins: once it is copied, everyone who has the image can read it',
  ),
  'strata.secret.registries': message<File>(
    '{file} is made to hold registry logins: once it is copied, everyone who has the image can read it',
  ),
  'strata.secret.keysAndLogins': message<File>(
    '{file} is made to hold keys and logins: once it is copied, everyone who has the image can read it',
  ),
  'strata.secret.credentials': message<File>(
    '{file} is named like a file of credentials: once it is copied, everyone who has the image can read it',
  ),
  'strata.token.aws': message<Keyword>('An AWS access key stands in the {keyword} line'),
  'strata.token.github': message<Keyword>('A GitHub token stands in the {keyword} line'),
  'strata.token.gitlab': message<Keyword>('A GitLab token stands in the {keyword} line'),
  'strata.token.npm': message<Keyword>('An npm token stands in the {keyword} line'),
  'strata.token.slack': message<Keyword>('A Slack token stands in the {keyword} line'),
  'strata.token.stripe': message<Keyword>('A Stripe key stands in the {keyword} line'),
  'strata.token.google': message<Keyword>('A Google key stands in the {keyword} line'),
  'strata.token.privateKey': message<Keyword>('A private key stands in the {keyword} line'),
  'strata.token.address': message<Keyword>('A password in an address stands in the {keyword} line'),
  'strata.passed': message<{ name: string }>(
    'This step uses {name} from an ARG or ENV, so its value stays in the image’s history',
  ),
  'strata.passed.why': message<{ name: string; id: string }>(
    'Everyone who has the image can read its history. Take the ARG or ENV out and write `RUN --mount=type=secret,id={id},env={name} …`: the step finds {name} as before, and nothing of it stays.',
  ),
} as const;
