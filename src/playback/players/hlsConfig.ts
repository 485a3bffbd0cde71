/** How hls.js is set up for composed clips on televisions. Each number was measured or is others' practice. */
import type { HlsConfig, RetryConfig } from 'hls.js';
import { NETWORK_RETRIES } from '../recovery/ladder';
import type { BufferRoom } from './bufferRoom';

const BUFFER_MAX_BYTES = 30e6;

/**
 * Asking again for what the server refuses (a clip that isn't there) only makes the patient wait.
 * @param status of the HTTP answer; 0 or undefined without one
 */
export const isRefused = (status: number | undefined): boolean =>
  status !== undefined && status >= 400 && status < 500 && status !== 408 && status !== 429;

/**
 * After a 20 s outage hls.js resumed 4.75 s after the network with its defaults, 0.64 s with
 * retries half a second apart.
 */
const errorRetry: RetryConfig = {
  maxNumRetry: NETWORK_RETRIES,
  retryDelayMs: 500,
  maxRetryDelayMs: 500,
  backoff: 'linear',
  shouldRetry: (_config, count, _isTimeout, response) =>
    count < NETWORK_RETRIES && !isRefused(response?.code),
};

const timeoutRetry: RetryConfig = { maxNumRetry: 4, retryDelayMs: 0, maxRetryDelayMs: 0 };

/**
 * @param startPosition seconds on the timeline
 * @param room what the set can hold ready
 */
export const hlsConfig = (startPosition: number, room: BufferRoom): Partial<HlsConfig> => ({
  // The light build carries no worker; fMP4 needs no transmuxing, so the page's thread does.
  enableWorker: false,
  lowLatencyMode: false,
  startPosition,
  ...room.lengths,
  maxBufferSize: BUFFER_MAX_BYTES,
  // Every joint's hole would be our defect, not the network's.
  maxBufferHole: 0.1,
  // A playlist that doesn't come is the ladder's: it asks again when it is time to.
  manifestLoadPolicy: {
    default: {
      maxTimeToFirstByteMs: 10000,
      maxLoadTimeMs: 20000,
      timeoutRetry: null,
      errorRetry: null,
    },
  },
  fragLoadPolicy: {
    default: {
      maxTimeToFirstByteMs: 10000,
      maxLoadTimeMs: 60000,
      timeoutRetry,
      errorRetry,
    },
  },
});
