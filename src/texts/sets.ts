/** Names of sets. */
import type { Platform } from '../tv/platform';

/** As makers call their sets; the same in every language. */
export const SET_NAMES: Record<Platform, string> = {
  webos: 'LG webOS',
  tizen: 'Samsung Tizen',
  hbbtv: 'HbbTV',
  firetv: 'Amazon Fire TV',
  androidtv: 'Android',
  rdk: 'RDK',
  pc: 'PC',
};
