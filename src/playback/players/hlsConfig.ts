/** How hls.js is set up for composed clips on televisions. Each number was measured or is others' practice. */
import type { HlsConfig, RetryConfig } from 'hls.js';

/** hls.js's default back buffer keeps everything: 728 of 735 s; 10 s keeps 35 s. */
const BACK_BUFFER_SECONDS = 10;
const BUFFER_SECONDS = 20;
const BUFFER_MAX_SECONDS = 50;
const BUFFER_MAX_BYTES = 30e6;

/**
 * After a 20 s outage hls.js resumed 4.75 s after the network with its defaults, 0.64 s with
 * retries half a second apart. About a minute of them; then the poster and the clock take over.
 */
const RETRIES = 120;

/**
 * Asking again for what the server refuses (a clip that isn't there) only makes the patient wait.
 * @param status of the HTTP answer; 0 or undefined without one
 */
export const isRefused = (status: number | undefined): boolean =>
  status !== undefined && status >= 400 && status < 500 && status !== 408 && status !== 429;

const errorRetry: RetryConfig = {
  maxNumRetry: RETRIES,
  retryDelayMs: 500,
  maxRetryDelayMs: 500,
  backoff: 'linear',
  shouldRetry: (_config, count, _isTimeout, response) =>
    count < RETRIES && !isRefused(response?.code),
};

const timeoutRetry: RetryConfig = { maxNumRetry: 4, retryDelayMs: 0, maxRetryDelayMs: 0 };

/** @param startPosition seconds on the timeline */
export const hlsConfig = (startPosition: number): Partial<HlsConfig> => ({
  // The light build carries no worker; fMP4 needs no transmuxing, so the page's thread does.
  enableWorker: false,
  lowLatencyMode: false,
  startPosition,
  backBufferLength: BACK_BUFFER_SECONDS,
  maxBufferLength: BUFFER_SECONDS,
  maxMaxBufferLength: BUFFER_MAX_SECONDS,
  maxBufferSize: BUFFER_MAX_BYTES,
  // Every joint's hole would be our defect, not the network's.
  maxBufferHole: 0.1,
  fragLoadPolicy: {
    default: {
      maxTimeToFirstByteMs: 10000,
      maxLoadTimeMs: 60000,
      timeoutRetry,
      errorRetry,
    },
  },
});
