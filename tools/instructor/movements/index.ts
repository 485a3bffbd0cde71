import { brug } from './brug';
import { fietsen } from './fietsen';
import type { Movement } from './types';
import { zijplank } from './zijplank';

/** Every exercise there is film of, in the brochure's order. */
export const movements: readonly Movement[] = [brug, zijplank, fietsen];
