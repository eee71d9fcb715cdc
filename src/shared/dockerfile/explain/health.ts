/** HEALTHCHECK: how a container is looked after, with its times in words. */
import { say } from '../../words/index.js';
import type { HealthcheckInstruction } from '../syntax.js';
import type { Words } from './explanation.js';
import { code, commandWords, list, sentences, settings } from './phrases.js';

export function explainHealthcheck({ command, isNone, flags }: HealthcheckInstruction): Words {
  if (isNone) return settings(say('explain.health.none'));
  if (!command) return settings(say('explain.health.nothing'));
  // Nought means the usual one, as if it weren't there.
  const flag = (name: string): string | null =>
    flags.find((one) => one.name === name && !/^0*[a-z]*$/.test(one.value ?? ''))?.value ?? null;
  const retries = flag('retries') ?? '3';
  const times =
    retries === '1'
      ? say('explain.health.once')
      : say('explain.health.inARow', { times: code(retries).replace(/^`(\d+)`$/, '$1') });
  const grace = flag('start-period');
  return settings(
    say('explain.health.check', {
      command: code(commandWords(command)),
      often: every(flag('interval') ?? '30s'),
      timeout: period(flag('timeout') ?? '30s'),
      times,
    }),
    '',
    sentences(say('explain.health.marks'), grace === null ? '' : inTheFirst(grace)),
  );
}

type Unit = 'h' | 'm' | 's' | 'ms';
type Part = { readonly count: number; readonly unit: Unit };

/** “every minute”, “every 5 seconds”. */
function every(text: string): string {
  const unit = oneOf(text);
  return unit ? say(`explain.health.every.${unit}`) : say('explain.health.every', { time: period(text) });
}

function inTheFirst(text: string): string {
  const unit = oneOf(text);
  return unit ? say(`explain.health.grace.${unit}`) : say('explain.health.grace', { time: period(text) });
}

/** The unit of what is one of it. */
function oneOf(text: string): Unit | null {
  const [first, ...others] = partsOf(text);
  return first?.count === 1 && others.length === 0 ? first.unit : null;
}

/** `1m30s` as “1 minute and 30 seconds”; what is no such time as it is written. */
function period(text: string): string {
  const parts = partsOf(text);
  return parts.length === 0
    ? code(text)
    : list(parts.map(({ count, unit }) => say(`explain.time.${unit}`, { count })));
}

function partsOf(text: string): readonly Part[] {
  if (!/^(?:\d+(?:\.\d+)?(?:h|ms|m|s))+$/.test(text)) return [];
  return [...text.matchAll(/(\d+(?:\.\d+)?)(h|ms|m|s)/g)].map(([, number, unit]) => ({
    count: Number(number),
    unit: unit as Unit,
  }));
}
