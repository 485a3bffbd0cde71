/** Converts the errors of hls.js to the faults of the ladder. */
import type { ErrorData } from 'hls.js';
import { isRefused } from '../players/hlsConfig';
import type { Fault, PlaybackTrouble } from './ladder';

function faultOf({ details, fatal, frag, response, type }: ErrorData): Fault | undefined {
  const status = response?.code ?? 0;
  if (details === 'fragLoadError' || details === 'fragLoadTimeOut') {
    if (frag?.sn === 'initSegment' && isRefused(status)) return 'missing';
    // hls.js treats a refused clip as a passing error and requests it for ever.
    if (isRefused(status)) return 'refused';
    return status >= 500 ? 'server' : 'network';
  }
  // hls.js frees room and requests the same clip again, hundreds of times a second.
  if (details === 'bufferFullError') return 'full';
  // hls.js calls none of these fatal: it would leave a hole, or start again for ever.
  if (details === 'fragParsingError' || details === 'mediaSourceRequiresReset') return 'garbled';
  if (details === 'bufferAppendError') return 'media';
  if (!fatal) return undefined;
  if (type === 'mediaError') return 'media';
  return frag || status === 0 ? 'network' : 'missing';
}

/** @returns undefined for an error from which hls.js recovers by itself */
export function troubleOf(data: ErrorData, exercise: string): PlaybackTrouble | undefined {
  const fault = faultOf(data);
  if (!fault) return undefined;
  const { details, frag } = data;
  const address = data.url ?? frag?.url;
  const trouble: PlaybackTrouble = {
    fault,
    ...(data.fatal ? { isFinal: true } : {}),
    reason: `${exercise}: ${details}${address ? ` (${address})` : ''}`,
  };
  if (!frag || frag.sn === 'initSegment') return trouble;
  return { ...trouble, until: frag.start + frag.duration };
}
