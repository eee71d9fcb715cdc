import { describe, expect, it } from 'vitest';
import { parseDockerfile } from './parse.js';

const problems = (text: string) =>
  parseDockerfile(text)
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ message }) => message);

describe('what the engine would refuse', () => {
  it.each([
    ['USER', 'USER requires exactly one argument'],
    ['LABEL', 'LABEL requires at least one argument'],
    ['ARG', 'ARG requires at least one argument'],
    ['EXPOSE', 'EXPOSE requires at least one argument'],
    ['ONBUILD', 'ONBUILD requires at least one argument'],
    ['ENV a', 'ENV must have two arguments'],
    ['ENV a=b c', `Syntax error - can't find = in "c". Must be of the form: name=value`],
    ['ENV =b', 'ENV names can not be blank'],
    [
      'ENV a="b',
      'failed to process "\\"b": unexpected end of statement while looking for matching double-quote',
    ],
    [
      'COPY a',
      'COPY requires at least two arguments, but only one was provided. Destination could not be determined',
    ],
    ['COPY a <<EOF\nEOF', 'COPY cannot accept a heredoc as a destination'],
    [
      'COPY --from=$A a b',
      'variable expansion is not supported for --from, define a new stage with FROM using ARG from global scope as a workaround',
    ],
    ['COPY --from=1 a b', 'invalid stage index 1'],
    [
      'COPY --chmod=64a a b',
      "invalid chmod parameter: '64a'. it should be octal string and between 0 and 07777",
    ],
    ['COPY --frm=x a b', 'unknown flag: --frm (did you mean from?)'],
    ['COPY --link=maybe a b', 'expecting boolean value for flag --link, not: maybe'],
    ['COPY --from a b', 'missing a value on flag: --from'],
    ['COPY --from=a --from=b a b', 'duplicate flag specified: --from'],
    ['ADD --checksum=sha256:x a b c', "checksum can't be specified for multiple sources"],
    ['RUN --mount=typ=tmpfs x', "unexpected key 'typ' in 'typ=tmpfs' (did you mean type?)"],
    ['RUN --mount=type=tmp x', 'unsupported mount type "tmp" (did you mean tmpfs?)'],
    ['RUN --mount=type=secret x', 'invalid secret mount. one of source, target required'],
    [
      'RUN --mount=from=$A,target=/x x',
      "'from' doesn't support variable expansion, define alias stage instead",
    ],
    ['RUN --mount=target x', "invalid field 'target' must be a key=value pair"],
    ['RUN --mount=type=cache,target=/x,sharing=lock x', 'unsupported sharing value "lock"'],
    ['ADD --checksum=sha256:x a b', 'checksum requires HTTP(S) or Git sources'],
    ['RUN --mount=type=tmpfs,target=/x,size=big x', 'invalid value for size: big'],
    ['RUN --mount=type=cache,target=/ x', 'invalid mount target "/"'],
    ['ſHELL x', 'unknown instruction: ſHELL'],
    ['RUN --network=hots x', 'invalid network mode "hots"'],
    ['SHELL bash', 'SHELL requires the arguments to be in JSON form'],
    ['SHELL []', 'SHELL requires at least one argument'],
    ['VOLUME [" "]', 'VOLUME specified can not be an empty string'],
    ['HEALTHCHECK NONE x', 'HEALTHCHECK NONE takes no arguments'],
    ['HEALTHCHECK x', 'Unknown type "X" in HEALTHCHECK (try CMD)'],
    ['HEALTHCHECK CMD', 'Missing command after HEALTHCHECK CMD'],
    ['HEALTHCHECK --interval=5 CMD x', 'time: missing unit in duration "5"'],
    ['HEALTHCHECK --interval=50ns CMD x', 'Interval "interval" cannot be less than 1ms'],
    ['HEALTHCHECK --retries=-1 CMD x', '--retries cannot be negative (-1)'],
    ['ONBUILD FROM x', "FROM isn't allowed as an ONBUILD trigger"],
    ['ONBUILD ONBUILD RUN x', "Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed"],
    ['MAINTAINER --boo x', 'unknown flag: --boo'],
    ['FNTRYPOINT x', 'unknown instruction: FNTRYPOINT (did you mean ENTRYPOINT?)'],
    ['runn x', 'unknown instruction: runn (did you mean run?)'],
    ['FROM a b', 'FROM requires either one or three arguments'],
    [
      'FROM a AS 1b',
      'invalid name for build stage: "1b", name can\'t start with a number or contain symbols',
    ],
  ])('%j', (line, message) => {
    expect(problems(`FROM scratch\n${line}`)).toEqual([expect.stringContaining(message)]);
  });

  it.each([
    ['', 'file with no instructions'],
    ['# nothing\n', 'file with no instructions'],
    ['ARG a', 'dockerfile contains no stages to build'],
    ['RUN a\nFROM b', 'no build stage in current context'],
  ])('a file like %j', (text, message) => {
    expect(problems(text)).toEqual([message]);
  });

  it.each([
    'RUN --mount=type=cache,target=/x,id=$ID,sharing=locked,uid=$U --mount=type=bind,rw,from=a,source=b,target=/c x',
    'RUN --mount=type=secret,id=a,required,mode=0400 --mount=type=ssh --network=none --security=insecure x',
    'ADD --keep-git-dir=true --checksum=sha256:1 --chmod=u=rwX,go=rX --unpack --link --exclude=a --exclude=b https://x/y z',
    'COPY --parents --chmod=$MODE --chown=1:2 a b',
    'HEALTHCHECK --interval=1m30s --timeout=1.5s --start-period=0s --start-interval=5s --retries=0 CMD x',
    'ENV a="${B:?must be set}" b=',
    'RUN --mount=type=tmpfs,target=/x,size=1.5g x',
    'ADD --checksum=sha256:1 git@example.com:a.git /b',
    'RUN',
    'ENTRYPOINT []',
    'ARG --anything a=1 b',
  ])('is none of %j', (line) => {
    expect(problems(`FROM scratch\n${line}`)).toEqual([]);
  });
});
