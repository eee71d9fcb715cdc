/** What a log-out did, in words. Pure. */
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

/** What the user is asked before everything is erased. */
export function confirmPhrase(count: number): string {
  return count === 1
    ? 'The login below is erased from the keychain and from this session.'
    : `All ${count} logins are erased from the keychain and from this session.`;
}
