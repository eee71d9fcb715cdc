import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDockerfile } from '../parse.js';
import { explainFile } from './index.js';

const explain = (text: string, given = new Map<string, string>()) =>
  explainFile(parseDockerfile(text), given);
/** What is said of the last line. */
const last = (text: string) => explain(text).at(-1)!;
const fixture = (name: string) =>
  explain(
    readFileSync(new URL(`../../../../tests/fixtures/projects/${name}/Dockerfile`, import.meta.url), 'utf8'),
  );

describe('a line is explained with its own values', () => {
  it.each([
    [
      'FROM alpine:3.20',
      'Starts on the image `alpine:3.20`: its layers lie below all that follows, and its settings count until a line changes them.',
    ],
    ['FROM scratch', 'Starts from nothing: all that the image will hold comes from the lines below.'],
    [
      'ARG V=3\nFROM alpine:$V',
      'Starts on the image `alpine:3`: its layers lie below all that follows, and its settings count until a line changes them.',
    ],
    [
      'FROM a\nARG WHO=me',
      'Declares the build argument `WHO`, which is `me` unless `--build-arg` gives another value.',
    ],
    ['ARG V=1\nFROM a\nARG V', 'Brings the build argument `V` from above the first FROM into this stage.'],
    [
      'FROM a\nENV A=1 B="two words"',
      'Sets `A` to `1` and `B` to `two words`, for the lines below and in every container.',
    ],
    [
      'FROM a\nENV PATH=/opt/bin:$PATH',
      'Lets programs in `/opt/bin` be found by their names, for the lines below and in every container.',
    ],
    [
      'FROM a\nRUN apt-get update && apt-get install -y curl git && rm -rf /var/lib/apt/lists/*',
      'Reads which packages there are, installs `curl` and `git`, then deletes the package lists. As all of it is one step, what is deleted at its end never gets into a layer.',
    ],
    [
      'FROM a\nRUN npm ci --omit=dev',
      'Installs the packages exactly as the lock file names them, without those for development.',
    ],
    [
      'FROM a\nRUN pip install -r requirements.txt',
      'Installs the Python packages that `requirements.txt` names.',
    ],
    [
      'FROM a\nRUN --mount=type=cache,target=/c make all',
      'Runs `make all`, with a folder at `/c` that is kept between builds and is in no layer.',
    ],
    ['FROM a\nRUN ["a", "b c"]', "Runs `a 'b c'` without a shell."],
    ['FROM a\nRUN ["/bin/sh", "-c", "apk add git"]', 'Installs `git`.'],
    ['FROM a\nRUN curl -fsSL https://x.org/i | sh', 'Downloads `https://x.org/i` and runs it as a script.'],
    ['FROM a\nRUN curl -o /t.tgz https://x.org/t', 'Downloads `https://x.org/t` to `/t.tgz`.'],
    ['FROM a\nRUN echo hi >> "/etc/motd" 2>&1', 'Adds to `/etc/motd`.'],
    ['FROM a\nENV P="b c"\nRUN apk add $P', 'Installs `b` and `c`.'],
    ['FROM a\nRUN echo hi', 'Runs `echo hi`.'],
    [
      'FROM a\nRUN <<EOF\n#!/usr/bin/env python3\nprint(1)\nEOF',
      'Runs the script of 2 lines that follows with `python3`.',
    ],
    ['FROM a\nRUN python3 - <<EOF\nrm(1)\nEOF', 'Runs `python3 -` on the text that follows.'],
    ['FROM a\nRUN sudo make install', 'Runs `make install`.'],
    [
      'FROM a\nRUN rm -rf /src',
      'Deletes `/src`. The layers below still hold what it takes away: the image gets no smaller.',
    ],
    [
      'FROM a\nRUN chown -R me:me /app',
      'Gives `/app` to `me:me`. Each file that it changes is in this layer once more.',
    ],
    ['FROM a\nRUN chmod +x /run.sh', 'Lets `/run.sh` be run as a program.'],
    [
      'FROM a\nRUN cargo build --release && mvn -B package',
      'Compiles the Rust program, then builds the Java project.',
    ],
    ['FROM a\nSHELL ["powershell", "-c"]\nRUN rm x', 'Runs `rm x`.'],
    [
      'FROM a\nRUN addgroup -S web && adduser -S -G web web',
      'Makes the group `web`, then makes the user `web`.',
    ],
    [
      'FROM a AS b\nFROM c\nRUN --mount=from=b,source=/o,target=/m --mount=type=secret,id=k,env=K --mount=type=ssh --network=none t',
      'Runs `t`, with `/o` of the stage `b` (line 1) lent to it at `/m`, with the secret `k` as the variable `K`, which is in no layer, with your ssh agent, whose keys are in no layer and without a network.',
    ],
    ['FROM a\nRUN <<EOF\nadduser -D me\nEOF', 'Makes the user `me`.'],
    [
      'FROM a\nRUN ln -sf /dev/stdout /log',
      'Sends `/log` to the container’s output. There `docker logs` finds it.',
    ],
    ['FROM a\nRUN ./configure --x', 'Runs `./configure --x`.'],
    [
      'FROM a\nWORKDIR /app\nWORKDIR src',
      'Makes `/app/src` the folder that the lines below happen in, and makes it if it isn’t there.',
    ],
    ['FROM a\nWORKDIR /app\nCOPY package.json .', 'Copies `package.json` of the project folder into `/app`.'],
    [
      'FROM a\nCOPY . /src',
      'Copies the whole project folder, but for what the ignore file leaves out, into `/src`.',
    ],
    [
      'FROM a\nUSER me\nCOPY x /y',
      'Copies `x` of the project folder to `/y`. What is copied belongs to root, although lines here run as `me`: `--chown` would change that.',
    ],
    ['FROM a AS b\nFROM c\nCOPY --from=b /x /y', 'Copies `/x` from the stage `b` (line 1) to `/y`.'],
    [
      'FROM a\nCOPY --from=b:1 --chmod=755 /x /y',
      'Copies `/x` from the image `b:1` to `/y`, with the permissions `755`.',
    ],
    ['FROM a\nCOPY <<EOF /motd\nhi\nEOF', 'Writes the text that follows to `/motd`.'],
    ['FROM a\nADD https://x.org/f /f', 'Downloads `https://x.org/f` to `/f`.'],
    [
      'FROM a\nCOPY --chown=me --exclude=*.md *.js /y',
      'Copies what matches `*.js` of the project folder into `/y`, without `*.md`. What is copied belongs to `me`.',
    ],
    [
      'FROM a\nADD https://github.com/o/r.git#v1 /r',
      'Fetches the repository `https://github.com/o/r.git#v1` to `/r`.',
    ],
    [
      'FROM a\nADD --checksum=sha256:0 https://x.org/f /f',
      'Downloads `https://x.org/f` to `/f`, if it is what the checksum says.',
    ],
    ['FROM a\nCOPY --from=0 /x /y', 'Copies `/x` from the image `0` to `/y`.'],
    [
      'FROM a\nARG V',
      'Declares the build argument `V`, which is empty unless `--build-arg` gives it a value.',
    ],
    [
      'FROM a\nARG TARGETARCH',
      'Brings `TARGETARCH` into this stage: the builder itself fills in what the image is built for.',
    ],
    ['FROM a\nWORKDIR /', 'Makes `/` the folder that the lines below happen in.'],
    ['FROM a\nADD root.tar.gz /', 'Unpacks the archive `root.tar.gz` of the project folder into `/`.'],
    [
      'FROM a\nUSER me',
      'The RUN lines below, and the container, run as `me`, not as root. COPY still writes as root.',
    ],
    [
      'FROM a\nEXPOSE 80 443/tcp',
      'Documents that the program inside listens on ports `80` and `443`. It opens nothing.',
    ],
    [
      'FROM a\nVOLUME /data',
      'Keeps `/data` out of a container’s own layer: what is written there goes to a volume. What lines below change in it is lost with the classic builder.',
    ],
    [
      'FROM a\nLABEL org.opencontainers.image.source=https://x.org',
      'Notes on the image that its source code is at `https://x.org`.',
    ],
    [
      'FROM a\nSTOPSIGNAL SIGQUIT',
      '`docker stop` asks the program to end with `SIGQUIT` instead of `SIGTERM`.',
    ],
    [
      'FROM a\nSHELL ["/bin/bash", "-c"]',
      'From here on, commands in shell form are given to `/bin/bash -c` instead of `/bin/sh -c`.',
    ],
    ['FROM a\nHEALTHCHECK NONE', 'Switches off the health check that the base image may have.'],
    [
      'FROM a\nHEALTHCHECK --interval=5s CMD true',
      'Runs `true` in the container every 5 seconds. A run that takes longer than 30 seconds has failed; when it fails 3 times in a row, the container counts as unhealthy.',
    ],
    [
      'FROM a\nHEALTHCHECK --interval=1m --timeout=1m30s --retries=1 CMD ["curl", "-f", "localhost"]',
      'Runs `curl -f localhost` in the container every minute. A run that takes longer than 1 minute and 30 seconds has failed; when it fails once, the container counts as unhealthy.',
    ],
    [
      'FROM a\nLABEL team="web shop" org.opencontainers.image.version=2',
      'Notes on the image that `team` is `web shop` and its version is `2`.',
    ],
    [
      'FROM a\nENV A=1 B=2 C=3 D=4',
      'Sets 4 variables (`A`, `B`, `C` and `D`), for the lines below and in every container.',
    ],
    [
      'FROM a\nUSER 1000:web',
      'The RUN lines below, and the container, run as `1000` of the group `web`, not as root. COPY still writes as root.',
    ],
    [
      'FROM a\nEXPOSE 53/udp 8000-8010',
      'Documents that the program inside listens on ports `53` (UDP) and `8000-8010`. It opens nothing.',
    ],
    ['FROM a\nSTOPSIGNAL TERM', '`docker stop` asks the program to end with `TERM`, as it would anyway.'],
    [
      'FROM a\nENTRYPOINT ["top"]\nCMD x y',
      'Gives the ENTRYPOINT on line 2 its arguments: a container runs `top /bin/sh -c x y`.',
    ],
    ['FROM a\nCMD []', 'Takes away the CMD that the base image may have.'],
    [
      'FROM a\nCMD ["echo", "$HOME"]',
      "A container runs `echo '$HOME'` as its first process. No shell reads it, so `$HOME` stays as it is written.",
    ],
    [
      'FROM a\nONBUILD RUN make',
      'Does nothing in this build. It is kept in the image, for right after the FROM of a build on it: runs `make`.',
    ],
    [
      'FROM a\nCMD ["nginx", "-g", "daemon off;"]',
      "A container runs `nginx -g 'daemon off;'` as its first process.",
    ],
    [
      'FROM a\nCMD start me',
      'A container runs `start me` through `/bin/sh`, which gets the signals in its place.',
    ],
    [
      'FROM a\nCMD ["x"]\nENTRYPOINT ["top", "-b"]',
      'Every container runs `top -b` as its first process. The CMD on line 2 gives it its arguments.',
    ],
    [
      'FROM a\nENTRYPOINT ["top"]',
      'Every container runs `top` as its first process. A CMD of the base image falls away.',
    ],
    [
      'FROM a\nENTRYPOINT ["top"]\nCMD ["-b"]',
      'Gives the ENTRYPOINT on line 2 its arguments: a container runs `top -b`.',
    ],
    [
      'FROM a\nMAINTAINER me',
      'Notes `me` as the image’s author. It is an old form: `LABEL org.opencontainers.image.authors=…` says the same.',
    ],
    ['FROM a\nBOGUS x', '`BOGUS` is no instruction: the engine would refuse the file.'],
  ])('%s', (text, sentence) => {
    expect(last(text).text).toBe(sentence);
  });

  it('says which of several CMDs counts', () => {
    const [, first, second] = explain('FROM a\nCMD one\nCMD two');
    expect(first?.text).toBe('Counts for nothing: only one CMD is kept, and the one on line 3 replaces it.');
    expect(second?.text).toContain('`two`');
    expect(explain('FROM a\nCMD x\nENTRYPOINT top').at(1)?.text).toContain('takes no arguments');
  });

  it('knows the stages that a name may mean when only the build knows a variable in it', () => {
    const said = explain('FROM a AS bin-linux\nFROM a AS other\nFROM bin-$TARGETOS');
    expect(said[0]?.text).toContain('only what later lines take from it');
    expect(said[1]?.text).toContain('takes nothing from it');
  });

  it('is quick however long the file is', () => {
    const lines = Array.from({ length: 5_000 }, (_, at) => `ARG V${String(at)}\nRUN x\nCMD x\nENTRYPOINT y`);
    expect(explain(`FROM a\n${lines.join('\n')}`)).toHaveLength(20_001);
  });

  it('says what a stage is for', () => {
    const said = explain('FROM a AS one\nFROM b AS two\nFROM one\nFROM scratch\nCOPY --from=2 / /');
    expect(said[0]?.text).toContain('only what later lines take from it');
    expect(said[1]?.text).toContain('The last stage takes nothing from it');
    expect(said[2]?.text).toContain('where the stage `one` (line 1) ends');
    expect(said[3]?.text).toContain('the last stage');
  });
});

describe('an explanation tells what else a line means', () => {
  it('for the cache', () => {
    expect(last('FROM a:1').invalidatedBy).toContain('The tag `1` can be moved');
    expect(last(`FROM a@sha256:${'0'.repeat(64)}`).invalidatedBy).toContain('the same image always');
    expect(last('FROM a').invalidatedBy).toContain('`latest`');
    expect(last('FROM a\nCOPY . .').invalidatedBy).toBe(
      'Runs again when the content, name or mode of what it copies changes, or anything above changes. A new date alone doesn’t count.',
    );
    expect(last('FROM a\nRUN apk add tini').invalidatedBy).toContain('Newer versions');
    expect(last('FROM a\nRUN npm run build').invalidatedBy).not.toContain('Newer versions');
  });

  it('for the cache of RUN: the arguments above it, what it is lent, and no secrets', () => {
    expect(last('FROM a\nARG V\nRUN x').invalidatedBy).toBe(
      'Runs again when its text, the build argument `V` or anything above changes.',
    );
    expect(last('FROM a\nRUN --mount=target=/m x').invalidatedBy).toContain('a file that it is lent');
    expect(last('FROM a\nRUN --mount=type=secret,id=k x').invalidatedBy).toContain('makes no difference');
  });

  it('for layers: what changes files makes one, what sets settings doesn’t', () => {
    const makesLayer = (line: string) => last(`FROM a\n${line}`).makesLayer;
    expect(['RUN x', 'COPY a b', 'ADD a b', 'WORKDIR /x'].map(makesLayer)).toEqual([true, true, true, true]);
    expect(['ENV a=b', 'CMD x', 'EXPOSE 1', 'USER a', 'LABEL a=b', 'ARG a'].some(makesLayer)).toBe(false);
  });

  it('for run time', () => {
    expect(last('FROM a\nEXPOSE 3000').atRunTime).toContain('`docker run -p 8080:3000` is still needed');
    expect(last('FROM a\nEXPOSE 53/udp').atRunTime).toContain('`docker run -p 8080:53/udp`');
    expect(last('FROM a\nCMD ["x"]').atRunTime).toContain('If the base image has an ENTRYPOINT');
    expect(last('FROM scratch\nCMD ["x"]').atRunTime).not.toContain('ENTRYPOINT');
    expect(last('FROM a\nENV API_TOKEN=x').atRunTime).toContain('can read `API_TOKEN`');
    expect(last('FROM a\nHEALTHCHECK --start-period=1m CMD x').atRunTime).toContain('in the first minute');
    expect(last('FROM a\nARG X').atRunTime).toContain('only ENV stays');
    expect(last('FROM a\nARG API_TOKEN').atRunTime).toContain('`RUN --mount=type=secret`');
    expect(last('FROM a\nRUN service nginx start').atRunTime).toContain('no running program');
  });
});

describe('the Dockerfiles that the notes go through', () => {
  it('read like the notes: nginx', () => {
    const said = fixture('notes-nginx').map(({ text, atRunTime }) => `${text} ${atRunTime ?? ''}`.trim());
    expect(said[3]).toContain('nginx=1.13.6-1~stretch');
    expect(said[4]).toContain('the container’s output');
    expect(said[5]).toContain('is still needed');
    expect(said.at(-1)).toContain("A container runs `nginx -g 'daemon off;'`");
  });

  it('read like the notes: node', () => {
    expect(
      fixture('notes-node')
        .map(({ text }) => text)
        .slice(2, 6),
    ).toEqual([
      'Installs `tini`, then makes `/usr/src/app`.',
      'Makes `/usr/src/app` the folder that the lines below happen in, and makes it if it isn’t there.',
      'Copies `package.json` of the project folder to `/usr/src/app/package.json`.',
      'Installs the packages that `package.json` names, then empties the package cache.',
    ]);
  });
});

describe('whatever stands in a file', () => {
  it('is explained with the arguments that are given', () => {
    expect(explain('FROM a\nARG V=1', new Map([['V', '2']])).at(-1)?.text).toContain('`2` in this build');
    expect(explain('FROM a\nARG KEY_TOKEN=1', new Map([['KEY_TOKEN', 'hush']])).at(-1)?.text).not.toContain(
      'hush',
    );
    expect(explain('ARG V=1\nFROM a:$V', new Map([['V', '2']])).at(-1)?.text).toContain('`a:2`');
  });

  it('is shown bounded and inert', () => {
    const { text } = last(`FROM a\nENV A="${'x'.repeat(5_000)}\u202e\`"`);
    expect(text.length).toBeLessThan(200);
    expect(text).not.toMatch(/[\u202e\u0007]/);
    expect(text.split('`').length % 2).toBe(1);
    const mounts = '--mount=type=bind '.repeat(500);
    expect(last(`FROM a\nRUN ${mounts} x`).text.length).toBeLessThan(500);
  });

  it.each([
    '',
    'FROM',
    'COPY',
    'RUN',
    'FROM a\nCOPY x',
    'FROM a\nHEALTHCHECK',
    'ONBUILD',
    'FROM a\nENV',
    'CMD [',
  ])('may be broken: %j', (text) => {
    for (const { text: said } of explain(text)) expect(said).not.toBe('');
  });
});
