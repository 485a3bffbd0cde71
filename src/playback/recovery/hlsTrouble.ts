/** What hls.js reports, in the ladder's words. */
import type { ErrorData } from 'hls.js';
import { isRefused } from '../players/hlsConfig';
import type { Fault, PlaybackTrouble } from './ladder';

function faultOf({ details, fatal, frag, response, type }: ErrorData): Fault | undefined {
  const status = response?.code ?? 0;
  if (details === 'fragLoadError' || details === 'fragLoadTimeOut') {
    if (frag?.sn === 'initSegment' && isRefused(status)) return 'missing';
    // hls.js calls a refused clip a passing error and asks for it for ever.
    if (isRefused(status)) return 'refused';
    return status >= 500 ? 'server' : 'network';
  }
  // hls.js makes room and asks for the same clip again, hundreds of times a second.
  if (details === 'bufferFullError') return 'full';
  // None is fatal by itself: hls.js would leave a hole, or begin anew for ever.
  if (details === 'fragParsingError' || details === 'mediaSourceRequiresReset') return 'garbled';
  if (details === 'bufferAppendError') return 'media';
  if (!fatal) return undefined;
  if (type === 'mediaError') return 'media';
  return frag || status === 0 ? 'network' : 'missing';
}

/** @returns undefined for what hls.js gets over by itself */
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
