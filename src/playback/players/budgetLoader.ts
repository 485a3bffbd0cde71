/** Limits the requests of hls.js to the request budget. */
import type {
  HlsConfig,
  Loader,
  LoaderCallbacks,
  LoaderConfiguration,
  LoaderContext,
} from 'hls.js';
import { type RequestBudget, SPENT_STATUS } from '../requestBudget';
import type { HlsLibrary } from './hlsLibrary';

type LoaderType = new (config: HlsConfig) => Loader<LoaderContext>;

/** The loader of hls.js with a budget for playlists, init segments and clips. */
export function budgetLoader({ DefaultConfig }: HlsLibrary, budget: RequestBudget): LoaderType {
  return class extends (DefaultConfig.loader as LoaderType) {
    override load(
      context: LoaderContext,
      config: LoaderConfiguration,
      callbacks: LoaderCallbacks<LoaderContext>,
    ) {
      const { url } = context;
      if (!budget.take(url)) {
        const text = 'asked for too often';
        callbacks.onError({ code: SPENT_STATUS, text }, context, null, this.stats);
        return;
      }
      super.load(context, config, {
        ...callbacks,
        onSuccess: (response, stats, ...more) => {
          budget.received(url, stats.loaded);
          callbacks.onSuccess(response, stats, ...more);
        },
        onError: (error, ...more) => {
          // A network failure does not count here: its retries have a limit of their own (`ladder.ts`).
          if (error.code >= 400) budget.blame(url);
          callbacks.onError(error, ...more);
        },
      });
    }
  };
}
