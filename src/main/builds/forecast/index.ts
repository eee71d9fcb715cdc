/** Forecasts of builds: the contract's answers, and what follows builds to learn from them. */
import type { BuildStep } from '../../../shared/build-progress.js';
import type { Handler } from '../../../shared/contract/define.js';
import type { forecast } from '../../../shared/contract/forecast.js';
import type { EngineService } from '../../engine/index.js';
import type { BuildObserver } from '../observer.js';
import { createForecaster } from './forecaster.js';
import type { ForecastMemory } from './memory.js';

type Calls = Pick<typeof forecast, 'build'>;

export type ForecastsParts = {
  readonly engine: EngineService;
  /** One for all engines. */
  readonly memory: ForecastMemory;
  readonly log: (message: string, error: unknown) => void;
  /** Told when a project's forecast has changed by what was learnt. */
  readonly onLearnt: (folder: string) => void;
};

export type Forecasts = {
  readonly calls: { readonly [K in keyof Calls]: Handler<Calls[K]> };
  readonly observer: BuildObserver;
  /** Resolves when all builds that have ended are learnt from. */
  readonly settled: () => Promise<void>;
};

export function createForecasts({ engine, memory, log, onLearnt }: ForecastsParts): Forecasts {
  const forecaster = createForecaster(engine, memory);
  let learning: Promise<void> = Promise.resolve();
  return {
    settled: () => learning,
    calls: { build: ({ options, edited }) => forecaster.forecast(options, edited) },
    observer: (options) => {
      const steps = new Map<string, Omit<BuildStep, 'transfers'>>();
      return {
        report(report) {
          if (report.type === 'step') steps.set(report.step.id, report.step);
        },
        ended() {
          // A build that failed has taught what came before.
          const learnt = forecaster
            .learn(options, [...steps.values()])
            .then(() => onLearnt(options.folder))
            .catch((error: unknown) => log(`nothing was learnt from the build of ${options.folder}`, error));
          learning = Promise.all([learning, learnt]).then(() => undefined);
        },
      };
    },
  };
}
