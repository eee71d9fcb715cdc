import { describe, expect, it } from 'vitest';
import { parseDockerfile } from '../../../shared/dockerfile/parse.js';
import { lineOfStep } from './step-line.js';

const lineIn = (text: string) => {
  const dockerfile = parseDockerfile(text);
  return (name: string) => lineOfStep(name, dockerfile);
};

describe('the line of a step', () => {
  it('is that of the nth counted instruction, settings not counted', () => {
    const line = lineIn('FROM a\nENV X=1\nWORKDIR /app\nEXPOSE 80\nCOPY . .\nRUN make\nCMD x');
    expect(line('[1/4] FROM docker.io/library/a@sha256:12')).toBe(1);
    expect(line('[2/4] WORKDIR /app')).toBe(3);
    expect(line('[3/4] COPY . .')).toBe(5);
    expect(line('[4/4] RUN make')).toBe(6);
  });

  it('is found in its stage, by the name or the number of it', () => {
    const line = lineIn('ARG V\nFROM a:$V AS Build\nRUN one\n\nFROM b\nRUN two\nCOPY --from=build /x /y');
    expect(line('[build 2/2] RUN one')).toBe(3);
    expect(line('[stage-1 1/3] FROM docker.io/library/b')).toBe(5);
    expect(line('[stage-1 3/3] COPY --from=build /x /y')).toBe(7);
    expect(line('[linux/arm/v7 build 2/2] RUN one')).toBe(3);
    expect(line('[linux/amd64->arm64 build 2/2] RUN one')).toBe(3);
  });

  it('is found among ten steps and more, whose numbers stand in a column', () => {
    const runs = Array.from({ length: 11 }, (_, at) => `RUN echo ${at}`).join('\n');
    expect(lineIn(`FROM a\n${runs}`)('[ 3/12] RUN echo 1')).toBe(3);
    expect(lineIn(`FROM a AS one\n${runs}\nFROM b`)('[one  3/12] RUN echo 1')).toBe(3);
    expect(lineIn(`FROM a AS one\n${runs}\nFROM b`)('[one 12/12] RUN echo 10')).toBe(12);
  });

  it('takes into account that a FROM without a pull is not counted', () => {
    expect(lineIn('FROM scratch\nCOPY a /\nCOPY b /')('[1/2] COPY a /')).toBe(2);
    expect(lineIn('FROM a AS x\nRUN one\nFROM x\nRUN two\nRUN three')('[stage-1 1/2] RUN two')).toBe(4);
  });

  it('goes by the words where a base image adds instructions of its own', () => {
    const line = lineIn('FROM onbuild\nRUN one\nRUN two');
    expect(line('[4/5] RUN one')).toBe(2);
    expect(line('[2/5] RUN from the base')).toBeNull();
  });

  it('is that of the instruction, also after a heredoc', () => {
    expect(lineIn('FROM a\nRUN <<EOF\nRUN not\nEOF\nRUN last')('[3/3] RUN last')).toBe(5);
  });

  it('is that of the nth instruction of all for the classic builder', () => {
    const line = lineIn('FROM a\nENV X=1\nRUN make');
    expect(line('Step 2/3 : ENV X=1')).toBe(2);
    expect(line('Step 3/3 : RUN make')).toBe(3);
  });

  it.each([
    '[internal] load build definition from Dockerfile',
    'exporting to image',
    '[internal] load build context',
    '[2/2] COPY of another Dockerfile',
    '[other 1/2] RUN make',
    '[9/2] RUN none',
    '',
  ])('is unknown for %j', (name) => {
    expect(lineIn('FROM a\nRUN make')(name)).toBeNull();
  });
});
