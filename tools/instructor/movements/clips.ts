import { BREATHS } from '../../../src/timeline/clips';
import type { Pose } from '../skeleton/pose';
import type { Clip, Shot } from './types';

export const FPS = 30;
/** Number of fillings of the lungs in which a breath is filmed. */
const LEVELS = 14;
/** Depth of a breath by its length in seconds: a short breath is shallow. */
const DEPTH: Readonly<Record<number, number>> = { 1: 0.25, 2: 0.55, 3: 0.8, 4: 1, 5: 1 };

const shot = (pose: Pose): Shot => ({ kind: 'pose', pose });

/**
 * A movement of `frames` frames along a path (0 to 1). Its first frame is the pose in which it
 * starts. The pose in which it ends is the first frame of the next clip, so that no frame shows
 * twice.
 */
export function move(name: string, frames: number, path: (t: number) => Pose): Clip {
  return { name, shots: Array.from({ length: frames }, (_, i) => shot(path(i / frames))) };
}

/** The same pictures in reverse order. `end` is the pose in which the other clip ends. */
export function backward(name: string, of: Clip, end: Pose): Clip {
  return { name, shots: [shot(end), ...of.shots.slice(1).reverse()] };
}

/** Cuts a clip into clips of one second: `enter` becomes `enter-1`, `enter-2`. */
export function seconds(of: Clip): Clip[] {
  return Array.from({ length: of.shots.length / FPS }, (_, i) => ({
    name: `${of.name}-${i + 1}`,
    shots: of.shots.slice(i * FPS, (i + 1) * FPS),
  }));
}

/** Filling of the lungs (0 to 1) at a time in a breath; both in seconds. */
function breathAt(length: number, time: number): number {
  const full = (DEPTH[length] * (1 - Math.cos((2 * Math.PI * time) / length))) / 2;
  return Math.round(full * LEVELS) / LEVELS;
}

/**
 * A pose held while breathing, for each length of breath, in clips of one second:
 * `hold-4-1` is the first second of a breath of four.
 */
export function breathing(group: string, pose: Pose): Clip[] {
  return BREATHS.flatMap((length) => {
    const shots = Array.from({ length: length * FPS }, (_, i) =>
      shot({ ...pose, breath: breathAt(length, i / FPS) }),
    );
    return seconds({ name: `${group}-${length}`, shots });
  });
}

/** One second of rest, where two waiting poses are the same. */
export function resting(name: string, pose: Pose): Clip {
  const [breath] = breathing(name, pose);
  return { name, shots: breath.shots };
}

/** A dissolve of one second from one pose to another. */
export function dissolve(name: string, from: Pose, to: Pose): Clip {
  const shots = Array.from({ length: FPS }, (_, i): Shot => {
    const t = i / FPS;
    const share = t * t * (3 - 2 * t);
    return share === 0 ? shot(from) : { kind: 'mix', from, to, share };
  });
  return { name, shots };
}
