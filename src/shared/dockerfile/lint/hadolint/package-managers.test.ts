import { describe, expect, it } from 'vitest';
import { findings, fixed } from '../../../../../tests/support/dockerfile-lint.js';

/** Whether a rule finds something in a RUN of the command. */
const fires = (rule: string, command: string, above = '') =>
  findings(rule, `FROM example.org/base:1\n${above}RUN ${command}\n`).length > 0;
const mended = (rule: string, command: string) =>
  fixed(rule, `FROM example.org/base:1\nRUN ${command}\n`).split('\n')[1]?.replace('RUN ', '');

/** Commands in which a rule finds something, and in which it doesn't. */
const PINNING: Readonly<Record<string, readonly [readonly string[], readonly string[]]>> = {
  DL3018: [
    ['apk add jq', 'apk --no-cache add a=1 b', 'apk add -t .build gcc'],
    ['apk add jq=1 "a>2" b~3 "c<4"', 'apk add ./x.apk', 'apk add -t .build $PKGS', 'apk del jq', 'apk add'],
  ],
  DL3033: [
    ['yum install -y jq', 'yum -y install a-1 b-devel', 'yum module install nodejs'],
    ['yum install -y jq-1.6', 'yum install ./x.rpm', 'yum module install nodejs:18', 'yum update'],
  ],
  DL3041: [
    ['dnf install -y jq', 'microdnf install jq', 'dnf in jq'],
    ['dnf install jq-2:1.6', 'dnf group install Tools', 'dnf module install php:8', 'dnf remove jq'],
  ],
  DL3037: [
    ['zypper in jq', 'zypper -n install a=1 b'],
    ['zypper in jq=1', 'zypper in "jq>=1"', 'zypper in x.rpm', 'zypper rm jq'],
  ],
  DL3013: [
    [
      'pip install flask',
      'pip3.11 install a==1 b',
      'python3 -m pip install flask',
      'pipx install poetry',
      'pip install git+https://host/a.git',
    ],
    [
      ...[
        'pip install flask==1',
        "pip install 'a>=1,<2' b~=3",
        'pip install -r reqs.txt',
        'pip install .',
        'pip install -e .[dev]',
      ],
      ...[
        'pip install ./dist/x.whl',
        'pip install git+ssh://git@host/a.git@v1',
        'pip install -c limits.txt a',
        'pip freeze',
      ],
      ...['python3 app.py install x', 'pip install -i https://mirror/ a==1', 'pip install $WHAT'],
    ],
  ],
  DL3016: [
    [
      'npm install express',
      'npm i -g @scope/tool',
      'npm install me/repo',
      'npm install git+https://host/a.git',
    ],
    [
      ...[
        'npm install',
        'npm ci',
        'npm i express@4 @scope/tool@1',
        'npm install ./local /abs x.tgz',
        'npm install --prefix here a@1',
      ],
      ...['npm install me/repo#v1', 'npm run install', 'npm install $TOOLS'],
    ],
  ],
  DL3028: [
    ['gem install rails', 'gem i a:1 b'],
    [
      'gem install rails:7',
      'gem install rails -v 7',
      'gem install x.gem',
      'gem install a:1 -- --with b',
      'gem update',
    ],
  ],
  DL3062: [
    ['go install host/x', 'go install host/x@latest', 'go get -u host/x', 'go run -mod mod host/x arg'],
    [
      'go install host/x@v1',
      'go install ./...',
      'go install std',
      'go run main.go host/y',
      'go get',
      'go build host/x',
    ],
  ],
};

describe('packages without a version', () => {
  for (const [rule, [found, quiet]] of Object.entries(PINNING))
    it(`are what ${rule} is about, and nothing else`, () => {
      expect(found.filter((command) => !fires(rule, command))).toEqual([]);
      expect(quiet.filter((command) => fires(rule, command))).toEqual([]);
    });

  it('may have it from a variable of the file', () => {
    const install = 'dnf install -y git-${version}';
    expect(fires('DL3041', install)).toBe(true);
    expect(fires('DL3041', install, 'ARG version\n')).toBe(false);
    expect(fires('DL3041', install, 'ENV version=2.5\n')).toBe(false);
    expect(fires('DL3041', install, 'ENV version=devel\n')).toBe(true);
    expect(fires('DL3041', install, 'ENV version=2\nFROM other:1\n')).toBe(true);
  });
});

describe('questions that nobody answers', () => {
  it('are answered by the fix', () => {
    expect(mended('DL3030', 'yum install jq-1 && yum clean all')).toBe(
      'yum install -y jq-1 && yum clean all',
    );
    expect(mended('DL3038', 'dnf install jq-1 && dnf clean all')).toBe(
      'dnf install -y jq-1 && dnf clean all',
    );
    expect(mended('DL3034', 'zypper in jq=1 && zypper cc')).toBe('zypper in -y jq=1 && zypper cc');
    expect(fires('DL3030', 'yum -y install jq') || fires('DL3038', 'dnf --assumeyes install jq')).toBe(false);
    expect(fires('DL3034', 'zypper --non-interactive in jq')).toBe(false);
  });

  it('are not asked of a whole distribution', () => {
    expect(fires('DL3035', 'zypper -n dup')).toBe(true);
    expect(fires('DL3035', 'zypper -n up')).toBe(false);
  });
});

describe('downloads that stay in the layer', () => {
  it('are cleaned away by the fix', () => {
    expect(mended('DL3032', 'yum install -y jq-1')).toBe('yum install -y jq-1 && yum clean all');
    expect(mended('DL3040', 'microdnf upgrade')).toBe('microdnf upgrade && microdnf clean all');
    expect(mended('DL3036', 'zypper in -y jq=1')).toBe('zypper in -y jq=1 && zypper clean --all');
    expect(mended('DL3060', 'yarn install')).toBe('yarn install && yarn cache clean');
    expect(mended('DL3019', 'apk add jq=1')).toBe('apk add --no-cache jq=1');
    expect(mended('DL3042', 'python -m pip install a==1')).toBe('python -m pip install --no-cache-dir a==1');
  });

  it('are no matter when they are cleaned away after, or never in the layer', () => {
    for (const [rule, command] of [
      ['DL3032', 'yum install -y a && rm -rf /var/cache/yum'],
      ['DL3040', '--mount=type=cache,target=/var/cache/libdnf5 dnf install -y a'],
      ['DL3036', 'zypper in -y a; zypper cc -a'],
      ['DL3060', '--mount=type=tmpfs,target=/root/.cache yarn install'],
      ['DL3019', '--mount=type=cache,dst=/var/cache/apk apk add a'],
      ['DL3042', '--mount=type=cache,target=/home/me/.cache/pip pip install a'],
    ] as const)
      expect([rule, fires(rule, command)]).toEqual([rule, false]);
    expect(fires('DL3040', 'dnf install -y a && yum clean all')).toBe(true);
    expect(fires('DL3032', 'yum clean all && yum install -y a')).toBe(true);
  });

  it('of pip are no matter where its switch is on', () => {
    expect(fires('DL3042', 'PIP_NO_CACHE_DIR=1 pip install a')).toBe(false);
    expect(fires('DL3042', 'export PIP_NO_CACHE_DIR=on; pip install a')).toBe(false);
    expect(fires('DL3042', 'pip install a', 'ENV PIP_NO_CACHE_DIR=true\n')).toBe(false);
    expect(fires('DL3042', 'pip install a', 'ENV PIP_NO_CACHE_DIR=off\n')).toBe(true);
    expect(fires('DL3042', 'PIP_NO_CACHE_DIR=0 pip install a', 'ENV PIP_NO_CACHE_DIR=1\n')).toBe(true);
  });
});
