/** Takes the values of a build's secrets out of all that it says, before anything else sees it. */
import { looksSecret } from '../../shared/build-privacy.js';
import type { BuildReport } from '../../shared/build-progress.js';
import type { BuildOptions } from '../../shared/contract/build-options.js';
import type { Failure } from '../../shared/failure.js';
import { Secret, maskFor } from '../credentials/index.js';
import type { BuildSecrets } from './secrets.js';

export type BuildMask = {
  readonly report: (report: BuildReport) => BuildReport;
  readonly failure: (failure: Failure) => Failure;
};

/** Shorter ones would take half of the output with them, and are no secrets worth the name. In characters. */
const SHORTEST = 4;

/** What is masked: every secret, each of its lines, and arguments whose names say that they are secrets; in the forms that they take in texts. */
export function createBuildMask(secrets: BuildSecrets, { arguments: pairs }: BuildOptions): BuildMask {
  const values = [
    ...[...secrets.values()].map((secret) => Buffer.from(secret.reveal(), 'latin1').toString('utf8')),
    ...pairs.filter(({ name }) => looksSecret(name)).map(({ value }) => value),
  ];
  const parts = new Set(
    values.flatMap((value) => [value, value.trim(), ...value.split(/\r?\n/).map((line) => line.trim())]),
  );
  const worth = [...parts].filter((part) => part.length >= SHORTEST).map((part) => new Secret(part));
  if (worth.length === 0) return { report: (report) => report, failure: (failure) => failure };
  const mask = maskFor(worth);
  return {
    report(report) {
      switch (report.type) {
        case 'step': {
          const { name, error } = report.step;
          return { ...report, step: { ...report.step, name: mask(name), error: error && mask(error) } };
        }
        case 'output':
          return { ...report, lines: report.lines.map((line) => ({ ...line, text: mask(line.text) })) };
        case 'warning': {
          const { text, detail } = report.warning;
          return { ...report, warning: { ...report.warning, text: mask(text), detail: mask(detail) } };
        }
        default:
          return report;
      }
    },
    failure: (failure) => ({
      ...failure,
      title: mask(failure.title),
      detail: mask(failure.detail),
      ...(failure.cause === undefined ? {} : { cause: mask(failure.cause) }),
    }),
  };
}
