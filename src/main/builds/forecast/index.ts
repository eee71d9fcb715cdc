/** Forecasts of builds: the contract's answers, and what follows builds to learn from them. */
import { join } from 'node:path';
import type { BuildStep } from '../../../shared/build-progress.js';
import type { Handler } from '../../../shared/contract/define.js';
import type { forecast } from '../../../shared/contract/forecast.js';
import type { EngineService } from '../../engine/index.js';
import type { OnDamaged } from '../../files/index.js';
import type { BuildObserver } from '../observer.js';
import { createForecaster } from './forecaster.js';

type Calls = Pick<typeof forecast, 'build'>;

export type ForecastsParts = {
  readonly engine: EngineService;
  /** Strata's own folder; what is learnt lies there. */
  readonly home: string;
  readonly onDamaged: OnDamaged;
  readonly log: (message: string, error: unknown) => void;
  /** Told when a project's forecast has changed by what was learnt. */
  readonly onLearnt: (folder: string) => void;
};

export type Forecasts = {
  readonly calls: { readonly [K in keyof Calls]: Handler<Calls[K]> };
  readonly observer: BuildObserver;
  /** Erases all that was learnt from builds. */
  readonly forget: () => Promise<void>;
};

export function createForecasts({ engine, home, onDamaged, log, onLearnt }: ForecastsParts): Forecasts {
  const forecaster = createForecaster(engine, join(home, 'forecasts'), onDamaged);
  return {
    forget: forecaster.forget,
    calls: { build: ({ options, edited }) => forecaster.forecast(options, edited) },
    observer: (options) => {
      const steps = new Map<string, Omit<BuildStep, 'transfers'>>();
      return {
        report(report) {
          if (report.type === 'step') steps.set(report.step.id, report.step);
        },
        ended() {
          // A build that failed has taught what came before.
          forecaster
            .learn(options, [...steps.values()])
            .then(() => onLearnt(options.folder))
            .catch((error: unknown) => log(`nothing was learnt from the build of ${options.folder}`, error));
        },
      };
    },
  };
}
