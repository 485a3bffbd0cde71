/** Numbers that describe a pose of one exercise: angles, heights, shares. */
export type Params = Readonly<Record<string, number>>;

/** The smoothest way from rest to rest (least jerk): 0 to 1 for a share of the time of 0 to 1. */
export const ease = (t: number): number => t * t * t * (10 - 15 * t + 6 * t * t);

/** The numbers between `a` and `b`: `t` of 0 gives `a`, 1 gives `b`. */
export function mixParams<P extends Params>(a: P, b: P, t: number): P {
  const out: Record<string, number> = {};
  for (const [name, value] of Object.entries(a)) out[name] = value + (b[name] - value) * t;
  return out as P;
}

/** Numbers that a movement passes, at a share of its time from 0 to 1. */
export interface Key<P extends Params> {
  readonly at: number;
  readonly pose: P;
}

/**
 * A path through keys. The numbers pass the keys without a stop (Catmull-Rom). The whole path is
 * eased, so it begins and ends at rest.
 */
export function through<P extends Params>(keys: readonly Key<P>[], t: number): P {
  const time = ease(t);
  let i = 0;
  while (i < keys.length - 2 && keys[i + 1].at < time) i++;
  const [from, to] = [keys[i], keys[i + 1]];
  const before = keys[i - 1] ?? from;
  const after = keys[i + 2] ?? to;
  const span = to.at - from.at;
  const u = Math.min(1, Math.max(0, (time - from.at) / span));
  const out: Record<string, number> = {};
  for (const name of Object.keys(from.pose)) {
    const value = (key: Key<P>): number => key.pose[name];
    const slope = (a: Key<P>, b: Key<P>): number =>
      b.at === a.at ? 0 : ((value(b) - value(a)) / (b.at - a.at)) * span;
    out[name] = hermite(value(from), value(to), slope(before, to), slope(from, after), u);
  }
  return out as P;
}

function hermite(a: number, b: number, da: number, db: number, t: number): number {
  const t2 = t * t;
  const t3 = t2 * t;
  return (
    a * (2 * t3 - 3 * t2 + 1) + da * (t3 - 2 * t2 + t) + b * (3 * t2 - 2 * t3) + db * (t3 - t2)
  );
}
