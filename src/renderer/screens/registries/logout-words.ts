/** What a log-out did, in words. Pure. */
import type { JobSummary } from '../../../shared/contract/jobs.js';
import type { LogoutReport } from '../../../shared/contract/registry.js';

/** `Erased: docker.io and ghcr.io.`; a log-out that found nothing says so. */
export function erasedPhrase(report: LogoutReport): string {
  if (report.erased.length === 0) {
    return report.left.length === 0 ? 'There was no login to erase.' : 'Nothing was erased.';
  }
  const names = new Intl.ListFormat('en', { type: 'conjunction' }).format(report.erased);
  const what = report.erased.length === 1 ? 'The login to' : 'The logins to';
  const verb = report.erased.length === 1 ? 'was' : 'were';
  return `${what} ${names} ${verb} erased.`;
}

/** Which pushes go on with a login that is erased: the engine has it until they end. Empty where there are none. */
export function pendingPhrase(jobs: readonly JobSummary[], { erased }: LogoutReport): string {
  const running = jobs.filter(({ call, status, title }) => {
    const destination = title.replace(/^Push /, '');
    const isMeant = erased.some((name) => destination.startsWith(`${name}/`) || isHubs(name, destination));
    return call === 'registry.push' && status === 'running' && isMeant;
  });
  if (running.length === 0) return '';
  const which = running.map(({ title }) => title.replace(/^Push /, '')).join(', ');
  return `${running.length === 1 ? 'A push is' : `${running.length} pushes are`} still on the way with it, to ${which}: cancel under Activity what should not arrive.`;
}

/** Docker Hub's names needn't say so. */
const isHubs = (name: string, destination: string): boolean =>
  name === 'docker.io' && !/^[^/]*[.:][^/]*\/|^localhost\//.test(destination);

/** What the user is asked before everything is erased. */
export function confirmPhrase(count: number): string {
  return count === 1
    ? 'The login below is erased from the keychain and from this session.'
    : `All ${count} logins are erased from the keychain and from this session.`;
}
