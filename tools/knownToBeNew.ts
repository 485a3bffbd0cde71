/**
 * Built-ins that are newer than the oldest supported engine and that the scripts may still use, each with
 * the reason. `test/browser/scripts.test.ts` checks that there are no others.
 */

const FRAMES = 'frames.ts: asked after first; without it the stage’s frames read currentTime';
const ROOM =
  'tv/setFacts.ts: of an estimate that is asked for within a try; without it plain storage is counted';
const QUALITY =
  'hls.js: asked after first; Lightning’s SDK: only in its player’s texture mode, which is not used';
const PLACE = 'SDK: old engines have it too, but show no interface object to be measured by';
const HLS =
  'playback/players, recovery: properties of hls.js and of ours, no built-ins where they are named';
const OWN = 'no built-in here: a property that the library defines by another way than a literal';

export const KNOWN_TO_BE_NEW: Record<string, string> = {
  requestVideoFrameCallback: FRAMES,
  cancelVideoFrameCallback: FRAMES,
  presentationTime: FRAMES,
  quota: ROOM,
  usage: ROOM,
  wakeLock: 'tv/screenSaver.ts, phone/wake.ts: asked after first; without it the screen may dim',
  getVideoPlaybackQuality: QUALITY,
  totalVideoFrames: QUALITY,
  droppedVideoFrames: QUALITY,
  randomUUID: 'hls.js: tried, and done without where it throws',
  getCurrentPosition: PLACE,
  latitude: PLACE,
  longitude: PLACE,
  localService: 'a voice of speechSynthesis; old engines have it too, by no interface object',
  next: 'of a generator; old engines have it too, by no interface object',
  destroy: 'on the phone, of hls.js, which is a file of its own there',
  config: HLS,
  retry: HLS,
  stats: HLS,
  getInfo: OWN,
  invalidReason: OWN,
  latency: OWN,
};
