/** What a log-out did, in words. */
import type { JobSummary } from '../../../shared/contract/jobs.js';
import type { LogoutReport } from '../../../shared/contract/registry.js';
import { currentLanguage, localeOf, say } from '../../../shared/words/index.js';

/** `Erased: docker.io and ghcr.io.`; a log-out that found nothing says so. */
export function erasedPhrase(report: LogoutReport): string {
  if (report.erased.length === 0) {
    return report.left.length === 0 ? say('registries.erased.none') : say('registries.erased.nothing');
  }
  const list = new Intl.ListFormat(localeOf(currentLanguage()), { type: 'conjunction' });
  return say('registries.erased', { count: report.erased.length, names: list.format(report.erased) });
}

/** Which pushes go on with a login that is erased: the engine has it until they end. Empty where there are none. */
export function pendingPhrase(jobs: readonly JobSummary[], { erased }: LogoutReport): string {
  const destinations = jobs.flatMap(({ call, status, subject = '' }) => {
    const isMeant = erased.some((name) => subject.startsWith(`${name}/`) || isHubs(name, subject));
    return call === 'registry.push' && status === 'running' && isMeant ? [subject] : [];
  });
  if (destinations.length === 0) return '';
  return say('registries.pushesLeft', { count: destinations.length, places: destinations.join(', ') });
}

/** Docker Hub's names needn't say so. */
const isHubs = (name: string, destination: string): boolean =>
  name === 'docker.io' && !/^[^/]*[.:][^/]*\/|^localhost\//.test(destination);
