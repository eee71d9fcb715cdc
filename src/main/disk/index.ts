/** The engine's disk: measured in the background, and cleaned up. */
import type { Handler } from '../../shared/contract/define.js';
import type { disk } from '../../shared/contract/disk.js';
import { FailureError } from '../../shared/failure.js';
import { say } from '../../shared/words/index.js';
import { cleanUp } from './clean-up.js';
import { measure, type Measurement, type Measuring } from './measure.js';

type Calls = typeof disk;
type Answers = { readonly [K in 'measure' | 'usage' | 'cleanUp']: Handler<Calls[K]> };

export type DiskParts = Measuring & {
  /** Told when there is a newer measurement. */
  readonly onMeasured: (measuredAt: number) => void;
};

/** The contract's answers about the disk. The last measurement is kept until Strata ends, or looks at another engine. */
export function createDisk({ onMeasured, ...measuring }: DiskParts): Answers {
  let kept: { readonly address: string; readonly measurement: Measurement } | null = null;
  const address = (): string => measuring.engine.status().endpoint.address;
  const last = (): Measurement | null => (kept?.address === address() ? kept.measurement : null);
  return {
    measure: {
      title: () => say('jobTitles.measure'),
      async run(_, run) {
        const engine = address();
        const measurement = await measure(measuring, last(), run);
        kept = { address: engine, measurement };
        const { measuredAt } = measurement.usage;
        onMeasured(measuredAt);
        return { measuredAt };
      },
    },
    usage: () => Promise.resolve(last()?.usage ?? null),
    cleanUp: {
      title: ({ tags, images, cache }) => {
        const count = tags.length + images.length + cache.length;
        return say('jobTitles.cleanUp', { count });
      },
      async run(chosen, run) {
        const usage = last()?.usage;
        if (usage) return cleanUp(measuring.engine, usage, chosen, run);
        throw new FailureError({
          code: 'not-found',
          title: say('diskFailures.nothingRemoved'),
          detail: say('diskFailures.unmeasured'),
          remedy: say('diskFailures.unmeasured.remedy'),
        });
      },
    },
  };
}
