/**
 * Paces that a patient can choose. Each shows every clip on whole frames (`docs/decisions/001`).
 */
export const PACES = [0.5, 0.75, 1, 1.25] as const;

/**
 * The next pace, or the same one at the end of the list.
 * @param step -1 slower, 1 faster
 */
export function changePace(pace: number, step: -1 | 1): number {
  const at = PACES.indexOf(pace as (typeof PACES)[number]);
  return PACES[Math.min(Math.max(at + step, 0), PACES.length - 1)] ?? 1;
}
