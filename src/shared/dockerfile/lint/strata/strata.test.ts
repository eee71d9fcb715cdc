import { describe, expect, it } from 'vitest';
import { findings, fixed } from '../../../../../tests/support/dockerfile-lint.js';

const lines = (...text: readonly string[]): string => [...text, ''].join('\n');
const places = (rule: string, text: string) => findings(rule, text).map(({ line }) => line);
const message = (rule: string, text: string) => findings(rule, text)[0]?.message;

describe('CacheOrder', () => {
  it.each<[why: string, text: string, found: readonly number[]]>([
    [
      'system packages below the source',
      lines('FROM a', 'COPY . .', 'RUN apt-get update && apt-get install -y x'),
      [3],
    ],
    ['a folder counts as source', lines('FROM a', 'COPY src /app/src', 'RUN apk add x'), [3]],
    [
      'the list was copied before the source',
      lines('FROM a', 'COPY package*.json .', 'COPY . .', 'RUN npm ci'),
      [4],
    ],
    ['packages named in the command', lines('FROM a', 'COPY . /app', 'RUN pip install flask'), [3]],
    ['the source below the packages', lines('FROM a', 'RUN apk add x', 'COPY . .'), []],
    ['a single file changes seldom', lines('FROM a', 'COPY entry.sh /app/', 'RUN apk add x'), []],
    [
      'the copy may matter to the system',
      lines('FROM a', 'COPY apt/ /etc/apt/', 'RUN apt-get install x'),
      [],
    ],
    [
      'what pins the versions comes with the source',
      lines('FROM a', 'COPY package.json .', 'COPY . .', 'RUN npm ci'),
      [],
    ],
    ['the install reads the project', lines('FROM a', 'COPY . .', 'RUN pip install .'), []],
    ['the step does more', lines('FROM a', 'COPY . .', 'RUN apk add x && make'), []],
    ['from another stage', lines('FROM a', 'COPY --from=b / /app', 'RUN apk add x'), []],
    ['a commit above the packages', lines('FROM a', 'ARG GIT_COMMIT', 'RUN apk add x'), [2]],
    ['a commit that the step uses', lines('FROM a', 'ARG GIT_COMMIT', 'RUN apk add x=$GIT_COMMIT'), []],
    ['an argument that seldom changes', lines('FROM a', 'ARG VERSION', 'RUN apk add x'), []],
  ])('%s', (_why, text, found) => {
    expect(places('CacheOrder', text)).toEqual(found);
  });

  it('names the line that the install waits for', () => {
    expect(message('CacheOrder', lines('FROM a', 'COPY . .', 'RUN apk add x'))).toBe(
      'apk add runs again whenever a file changes that line 2 copies, and needs none of them',
    );
  });

  it('moves the install, with its comments, above the copy and its own', () => {
    const text = lines(
      ...['FROM a:1', 'WORKDIR /app', '# the source', 'COPY . .', 'EXPOSE 80'],
      ...['# the tools', 'RUN apk add --no-cache \\', '    x=1', 'USER me', 'CMD ["x"]'],
    );
    expect(fixed('CacheOrder', text)).toBe(
      lines(
        ...['FROM a:1', 'WORKDIR /app', '# the tools', 'RUN apk add --no-cache \\', '    x=1'],
        ...['# the source', 'COPY . .', 'EXPOSE 80', 'USER me', 'CMD ["x"]'],
      ),
    );
  });

  it.each([
    ['another step stands between', lines('FROM a', 'COPY . .', 'RUN make', 'RUN apk add x')],
    ['the user changes between', lines('FROM a', 'COPY . .', 'USER root', 'RUN apk add x')],
    ['a variable is set between', lines('FROM a', 'COPY . .', 'ENV A=b', 'RUN apk add x')],
    [
      'the folder matters',
      lines('FROM a', 'COPY go.mod go.sum ./', 'COPY . .', 'WORKDIR /y', 'RUN go mod download'),
    ],
  ])('moves nothing where %s', (_why, text) => {
    const [finding] = findings('CacheOrder', text);
    expect(finding).toBeDefined();
    expect(finding?.fix).toBeUndefined();
  });
});

describe('WideCopy', () => {
  it.each<[text: string, found: readonly number[]]>([
    [lines('FROM node', 'WORKDIR /app', 'COPY . .', 'RUN npm ci'), [3]],
    [lines('FROM node', 'COPY ./ /app/', 'RUN yarn && yarn build'), [2]],
    [lines('FROM ruby', 'ADD . /app', 'RUN bundle install'), [2]],
    [lines('FROM node', 'COPY package*.json ./', 'RUN npm ci', 'COPY . .', 'RUN npm run build'), []],
    [lines('FROM node AS a', 'COPY package.json ./', 'FROM a', 'COPY . .', 'RUN npm ci'), []],
    [lines('FROM a', 'COPY . .', 'RUN apk add x'), []],
    [lines('FROM a', 'COPY . .', 'RUN pip install -e .'), []],
    [lines('FROM a', 'COPY . .', 'RUN --mount=type=bind,source=.,target=/x npm ci'), []],
    [lines('FROM a', 'COPY . .', 'RUN make'), []],
  ])('%j', (text, found) => {
    expect(places('WideCopy', text)).toEqual(found);
  });

  it('says what to copy first', () => {
    expect(message('WideCopy', lines('FROM node', 'COPY . .', 'RUN npm ci'))).toBe(
      'COPY . . brings every file before npm ci on line 3, which reads package.json and package-lock.json: COPY package*.json first, and the rest below it',
    );
  });

  it.each([
    [
      lines('FROM go:1', 'WORKDIR /src', 'COPY --link . .', 'RUN go mod download', 'RUN go build'),
      lines(
        ...['FROM go:1', 'WORKDIR /src', 'COPY --link go.mod go.sum* ./', 'RUN go mod download'],
        ...['COPY --link . .', 'RUN go build'],
      ),
    ],
    [
      lines('FROM py:1', 'COPY . /app', 'RUN pip install --no-cache-dir -r requirements.txt'),
      lines(
        ...['FROM py:1', 'COPY requirements.txt /app/'],
        ...['RUN pip install --no-cache-dir -r requirements.txt', 'COPY . /app'],
      ),
    ],
  ])('copies the list of dependencies first: %j', (text, after) => {
    expect(fixed('WideCopy', text)).toBe(after);
  });

  it('changes nothing where the project’s own scripts may run', () => {
    expect(
      findings('WideCopy', lines('FROM a', 'WORKDIR /a', 'COPY . .', 'RUN npm ci'))[0]?.fix,
    ).toBeUndefined();
  });
});

describe('AptUpdateApart', () => {
  it.each<[text: string, found: readonly number[]]>([
    [lines('FROM a', 'RUN apt-get update', 'COPY x y', 'RUN apt-get install -y x'), [2]],
    [lines('FROM a', 'RUN apt-get -qq update && echo', 'RUN apt-get -y install x'), [2]],
    [lines('FROM a', 'RUN apt-get update && apt-get install -y x'), []],
    [lines('FROM a', 'RUN apt-get update', 'RUN apt-get update && apt-get install x'), []],
    [lines('FROM a', 'RUN apt-get update', 'FROM b', 'RUN apt-get install x'), []],
    [lines('FROM a', 'RUN apt-get update'), []],
  ])('%j', (text, found) => {
    expect(places('AptUpdateApart', text)).toEqual(found);
  });

  it('is fixed by joining the two', () => {
    const install = 'apt-get install -y --no-install-recommends x=1 \\\n    && rm -rf /var/lib/apt/lists/*';
    expect(fixed('AptUpdateApart', lines('FROM a:1', 'RUN apt-get update', `RUN ${install}`))).toBe(
      lines('FROM a:1', `RUN apt-get update && ${install}`),
    );
  });

  it('joins nothing that would mean something else', () => {
    const text = lines('FROM a', 'RUN apt-get update', 'RUN apt-get install x || true');
    expect(findings('AptUpdateApart', text)[0]?.fix).toBeUndefined();
  });
});

describe('LargeBase', () => {
  it.each([
    ['FROM node', 'node:slim'],
    ['FROM node:20', 'node:20-slim'],
    ['FROM node:20-bookworm', 'node:20-bookworm-slim'],
    ['FROM python:3.12-bookworm', 'python:3.12-slim-bookworm'],
    ['FROM debian:12', 'debian:12-slim'],
    ['FROM docker.io/library/golang:1.22', 'golang:1.22-alpine'],
    ['ARG V=7\nFROM redis:$V', 'redis:7-alpine'],
    ['FROM node:20 AS a\nFROM a', 'node:20-slim'],
  ])('%j could be %s', (text, smaller) => {
    expect(message('LargeBase', text)).toContain(smaller);
  });

  it.each([
    'FROM node:20-slim',
    'FROM python:3.12-slim-bookworm',
    'FROM node:20-alpine3.19',
    'FROM node:20 AS build\nFROM nginx:1.25-alpine',
    'FROM ghcr.io/me/node:20',
    'FROM php:8.3-apache',
    'FROM scratch',
    'FROM alpine',
  ])('%j is left alone', (text) => {
    expect(findings('LargeBase', text)).toEqual([]);
  });
});

describe('LogsToFiles', () => {
  const START = 'CMD ["nginx", "-g", "daemon off;"]';

  it.each<[text: string, found: readonly number[]]>([
    [lines('FROM debian', 'RUN apt-get update && apt-get install -y nginx', START), [2]],
    [
      lines('FROM alpine AS a', 'RUN apk add apache2', 'FROM a', 'ENTRYPOINT exec /usr/sbin/apachectl -k'),
      [2],
    ],
    [
      lines(
        'FROM debian',
        'RUN apt-get install nginx=1.2 && ln -sf /dev/stdout /var/log/nginx/access.log',
        START,
      ),
      [],
    ],
    [lines('FROM debian', 'RUN apt-get install nginx', 'CMD ["nginx", "-g", "error_log stderr;"]'), []],
    [lines('FROM nginx', START), []],
    [lines('FROM debian', 'RUN apt-get install nginx', 'CMD ["sh"]'), []],
  ])('%j', (text, found) => {
    expect(places('LogsToFiles', text)).toEqual(found);
  });

  it('is fixed in the step that installs', () => {
    expect(fixed('LogsToFiles', lines('FROM alpine:3', 'RUN apk add --no-cache nginx=1.2', START))).toBe(
      lines(
        ...['FROM alpine:3', 'RUN apk add --no-cache nginx=1.2 \\'],
        ...['  && ln -sf /dev/stdout /var/log/nginx/access.log \\'],
        ...['  && ln -sf /dev/stderr /var/log/nginx/error.log', START],
      ),
    );
  });
});

describe('SecretInLayer', () => {
  const TOKEN = `ghp_${'a1B2'.repeat(9)}`;

  it.each<[text: string, found: readonly number[]]>([
    [lines('FROM a', 'COPY .env /app/'), [2]],
    [lines('FROM a', 'COPY id_rsa config /root/.ssh/'), [2]],
    [lines('FROM a', 'ADD .npmrc .'), [2]],
    [lines('FROM a', 'ENV X=1', `ENV T=${TOKEN}`), [3]],
    [lines('FROM a', 'RUN git clone https://me:hunter22@example.org/x.git'), [2]],
    [lines('FROM a', 'ARG NPM_TOKEN', 'RUN npm config set token ${NPM_TOKEN} && npm ci'), [3]],
    [lines('FROM a', 'ARG TOKEN', 'RUN git clone https://$TOKEN@example.org/x.git'), [3, 3]],
    [lines('FROM a', 'COPY .env.example /app/.env'), []],
    [lines('FROM a', 'COPY id_rsa.pub /x/'), []],
    [lines('FROM a', 'COPY --from=b .env /x/'), []],
    [lines('FROM a', 'ARG TOKEN', 'RUN --mount=type=secret,id=t,env=TOKEN curl -H "$TOKEN" x'), []],
    [lines('FROM a', 'RUN git clone https://x:$(cat /run/secrets/t)@example.org/x.git'), []],
    [lines('FROM a', 'ADD https://example.org/a@b:1 /x/'), []],
  ])('%j', (text, found) => {
    expect(places('SecretInLayer', text)).toEqual(found);
  });

  it('never repeats the secret, and says where it belongs', () => {
    const [finding] = findings('SecretInLayer', lines('FROM a', `ENV T=${TOKEN}`));
    expect(finding?.message).toBe('A GitHub token stands in the ENV line');
    expect(JSON.stringify(finding)).not.toContain(TOKEN);
    expect(finding?.reason).toContain('--mount=type=secret');
  });
});
