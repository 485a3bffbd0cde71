/** How hls.js is set up for composed clips on televisions. Each number was measured or is others' practice. */
import type { HlsConfig } from 'hls.js';

/** hls.js's default back buffer keeps everything: 728 of 735 s; 10 s keeps 35 s. */
const BACK_BUFFER_SECONDS = 10;
const BUFFER_SECONDS = 20;
const BUFFER_MAX_SECONDS = 50;
const BUFFER_MAX_BYTES = 30e6;

/**
 * After a 20 s outage hls.js resumed 4.75 s after the network with its defaults, 0.64 s with
 * these retries: a minute's worth, half a second apart.
 */
const RETRY = {
  maxNumRetry: 120,
  retryDelayMs: 500,
  maxRetryDelayMs: 1000,
  backoff: 'linear' as const,
};

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
      timeoutRetry: RETRY,
      errorRetry: RETRY,
    },
  },
});
