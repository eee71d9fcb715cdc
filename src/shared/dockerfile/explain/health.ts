/** HEALTHCHECK: how a container is looked after, with its times in words. */
import type { HealthcheckInstruction } from '../syntax.js';
import type { Words } from './explanation.js';
import { code, commandWords, list, settings } from './phrases.js';

export function explainHealthcheck({ command, isNone, flags }: HealthcheckInstruction): Words {
  if (isNone) return settings('Switches off the health check that the base image may have.');
  if (!command) return settings('Checks whether a container works, but names no command for it.');
  // Nought means the usual one, as if it weren't there.
  const flag = (name: string): string | null =>
    flags.find((one) => one.name === name && !/^0*[a-z]*$/.test(one.value ?? ''))?.value ?? null;
  const retries = flag('retries') ?? '3';
  const often = period(flag('interval') ?? '30s').replace(ONE, '');
  const fails = retries === '1' ? 'once' : `${code(retries).replace(/^`(\d+)`$/, '$1')} times in a row`;
  const grace = flag('start-period');
  return settings(
    `Runs ${code(commandWords(command))} in the container every ${often}. A run that takes longer than ${period(flag('timeout') ?? '30s')} has failed; when it fails ${fails}, the container counts as unhealthy.`,
    '',
    `Docker only marks the container and restarts nothing.${grace === null ? '' : ` Failures in the first ${period(grace).replace(ONE, '')} don’t count.`}`,
  );
}

/** “every minute” instead of “every 1 minute”. */
const ONE = /^1 (?=[a-z]+$)/;
const UNITS: Readonly<Record<string, string>> = {
  h: 'hour',
  m: 'minute',
  s: 'second',
  ms: 'millisecond',
};

/** `1m30s` as “1 minute and 30 seconds”; what is no such time as it is written. */
function period(text: string): string {
  if (!/^(?:\d+(?:\.\d+)?(?:h|ms|m|s))+$/.test(text)) return code(text);
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(h|ms|m|s)/g)].map(([, number = '', unit = '']) => {
    const name = UNITS[unit] ?? unit;
    return `${String(Number(number))} ${name}${Number(number) === 1 ? '' : 's'}`;
  });
  return list(parts);
}
