import { expect, it } from 'vitest';
import type { Movement } from '../../../tools/instructor/movements/types';
import { solve } from '../../../tools/instructor/skeleton/solve';
import { clipOf, furthest, movementOf } from './film';

/** Clips that follow one another in a timeline; `*` marks a joint across which the movement continues. */
const SEQUENCES: readonly (readonly [id: string, ...clips: string[]])[] = [
  ...[
    'brug',
    'brug--armen-gekruist',
    'rug-zitbal',
    'rug-buiklig',
    'rug-buiklig--beide-benen',
  ].flatMap((id) => [
    [id, 'ready-4-4', 'lift', 'hold-3-1'] as const,
    [id, 'hold-3-3', 'lower', 'ready-1-1'] as const,
  ]),
  ['zijplank', 'ready-left-5-5', 'lift-left', 'hold-left-4-1'],
  ['zijplank', 'hold-left-3-3', 'lower-left', 'ready-left-3-1'],
  ['zijplank', 'ready-left-1-1', 'to-ready-right', 'ready-right-4-1'],
  ['zijplank', 'ready-right-4-4', 'lift-right', 'hold-right-4-1'],
  ['zijplank', 'hold-right-3-3', 'lower-right', 'ready-right-3-1'],
  ['fietsen', 'ready-4-4', 'enter-1', 'enter-2', 'turn', 'turn', 'leave-1', 'leave-2', 'ready-1-1'],
  [
    'fietsen',
    ...['ready-4-4', 'enter-backward-1', 'enter-backward-2', 'turn-backward', 'turn-backward'],
    ...['leave-backward-1', 'leave-backward-2', 'ready-2-1'],
  ],
  ...[
    ...['bekken-ruglig', 'bekken-handen-knieen', 'bekken-zit', 'bekken-zit--zitbal'],
    ...['bekken-stand', 'bekken-stand--muur'],
  ].map((id) => [id, 'ready-4-4', 'hollow', 'round', 'hollow', 'round', 'ready-2-1'] as const),
  ...['rotatie-ruglig', 'rotatie-zitbal'].map(
    (id) =>
      [
        id,
        ...['ready-5-5', 'fall-left', 'back-left', 'fall-right', 'back-right'],
        ...['fall-left', 'back-left', 'fall-right', 'back-right', 'ready-2-1'],
      ] as const,
  ),
  ...['hamstrings-passief', 'quadriceps', 'heupbuigers'].flatMap((id) => [
    [id, 'ready-left-5-5', 'lift-left', 'hold-left-4-1'] as const,
    [id, 'hold-left-3-3', 'lower-left', 'ready-left-4-1'] as const,
    [id, 'ready-left-1-1', 'to-ready-right', 'ready-right-4-1'] as const,
    [id, 'ready-right-4-4', 'lift-right', 'hold-right-4-1'] as const,
    [id, 'hold-right-3-3', 'lower-right', 'ready-right-2-1'] as const,
  ]),
  ['brug-eenbenig', 'ready-1-1', 'lift-left', 'hold-left-3-1'],
  ['brug-eenbenig', 'hold-left-3-3', 'lower-left', 'ready-1-1', 'lift-right', 'hold-right-3-1'],
  ['superman', 'ready-1-1', 'lift-left', 'hold-left-3-1'],
  ['superman', 'hold-left-3-3', 'lower-left', 'ready-1-1', 'lift-right', 'hold-right-3-1'],
  [
    'schaar',
    'ready-4-4',
    'enter-1',
    'enter-2',
    'stroke',
    'stroke',
    'leave-1',
    'leave-2',
    'ready-1-1',
  ],
  [
    'benen-open-dicht',
    ...['ready-4-4', 'enter-1', 'enter-2', 'open', 'close', 'open', 'close'],
    ...['leave-1', 'leave-2', 'ready-1-1'],
  ],
  ['bolletje', 'ready-5-5', 'lift', 'hold-4-1'],
  ['bolletje', 'hold-3-3', 'lower', 'ready-2-1'],
  ['rek-onderrug-bil', 'ready-left-5-5', 'lift-left', 'hold-left-4-1'],
  ['rek-onderrug-bil', 'hold-left-3-3', 'lower-left', 'to-ready-right', 'ready-right-4-1'],
  ['rek-onderrug-bil', 'ready-right-4-4', 'lift-right', 'hold-right-4-1'],
  ['rek-bil', 'ready-left-5-5', 'lift-left', 'hold-left-4-1'],
  ['rek-bil', 'hold-left-3-3', 'lower-left', 'to-ready-right', 'ready-right-4-1'],
  ['rek-bil', 'ready-right-4-4', 'lift-right', 'hold-right-4-1'],
  ['rek-rug-schouders', 'ready-5-5', 'lift', 'hold-4-1'],
  ['rek-rug-schouders', 'hold-3-3', 'lower', 'to-ready-left', 'ready-left-4-1'],
  ['rek-rug-schouders', 'ready-left-4-4', 'side-lift-left', 'side-hold-left-4-1'],
  ['rek-rug-schouders', 'side-hold-left-3-3', 'side-lower-left', 'to-ready-right'],
  ['rek-rug-schouders', 'ready-right-4-4', 'side-lift-right', 'side-hold-right-4-1'],
  ['hamstrings-actief', 'ready-left-5-5', 'lift-left', 'hold-left-4-1'],
  ['hamstrings-actief', 'hold-left-3-3', 'lower-left', 'to-ready-right', 'ready-right-4-1'],
  ['hamstrings-actief', 'ready-right-4-4', 'lift-right', 'hold-right-4-1'],
];

/** The skeleton in one frame of a clip; negative numbers count from the end. */
function frame(movement: Movement, name: string, at: number) {
  const { shots } = clipOf(movement, name);
  const shot = shots.at(at);
  if (!shot) throw new Error(`${name} has no frame ${at}`);
  return solve(shot.kind === 'pose' ? shot.pose : shot.share < 0.5 ? shot.from : shot.to);
}

it.each(SEQUENCES)('%s: no joint between clips can be seen (%s …)', (id, ...clips) => {
  const movement = movementOf(id);
  for (let i = 1; i < clips.length; i++) {
    const [one, two] = [clips[i - 1], clips[i]];
    const before = furthest(frame(movement, one, -2), frame(movement, one, -1)).moved;
    const across = furthest(frame(movement, one, -1), frame(movement, two, 0)).moved;
    const after = furthest(frame(movement, two, 0), frame(movement, two, 1)).moved;
    // The step across the joint matches the steps on both sides, in place and in speed.
    const place = `${one} to ${two}: ${before}, ${across}, ${after}`;
    expect(Math.abs(across - before), place).toBeLessThan(0.0035);
    expect(Math.abs(after - across), place).toBeLessThan(0.0035);
    // Where something moves, no frame shows twice.
    if (before > 0.004 && after > 0.004) expect(across, place).toBeGreaterThan(0.003);
  }
});
