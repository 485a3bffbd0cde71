import { describe, expect, it } from 'vitest';
import { distance } from '../../../tools/instructor/math';
import { movements } from '../../../tools/instructor/movements/index';
import { camera, project } from '../../../tools/instructor/render/camera';
import { bendOf, SIDES } from '../../../tools/instructor/skeleton/solve';
import { clipOf, contact, furthest, joints, movingClips, skeletons } from './film';
import { jointAngles, LIMITS, neckStretch, sunk } from './measure';

/** Flesh and mat together yield by at most this, metres. */
const GIVES_WAY = 0.022;
/** A contact may slide by at most this, metres. */
const SLIDE = 0.01;
/** Largest change of a joint's speed between two frames, metres a frame. */
const LEAP = 0.004;
/** The same for a change of sides, which has one second for the whole way. */
const LEAP_ACROSS = 0.0075;
/** The overlay's panel in a picture of 1280 x 720. */
const PANEL = { left: 64, right: 533, top: 427, bottom: 640 };

/** Exercises with a near camera, which leaves the legs out of the picture. */
const CLOSE_UP = ['bekken-stand', 'bekken-stand--muur'];
const LEGS = /knee|ankle|toes/;

const between = (value: number, [low, high]: readonly number[]): boolean =>
  value >= low - 0.5 && value <= high + 0.5;

describe.each(
  movements.map((movement) => [movement.id, movement] as const),
)('%s', (_, movement) => {
  it('keeps every joint within its limits, and reaches what it reaches for', () => {
    for (const clip of movingClips(movement)) {
      for (const s of skeletons(clip, 3)) {
        for (const side of SIDES) {
          const angles = jointAngles(s, side);
          for (const joint of ['knee', 'elbow', 'hip'] as const) {
            const ok = between(angles[joint], LIMITS[joint]);
            expect(ok, `${clip.name}: ${side} ${joint} at ${angles[joint]}`).toBe(true);
          }
          const { hip, knee, ankle, miss } = s.legs[side];
          expect(bendOf(hip, knee, ankle), clip.name).toBeLessThan(150);
          expect(miss, `${clip.name}: ${side} foot out of reach`).toBeLessThan(0.005);
          expect(s.arms[side].miss, `${clip.name}: ${side} hand out of reach`).toBeLessThan(0.005);
        }
        const stretch = neckStretch(s);
        expect(stretch, `${clip.name}: neck`).toBeGreaterThan(LIMITS.neckStretch[0]);
        expect(stretch, `${clip.name}: neck`).toBeLessThan(LIMITS.neckStretch[1]);
      }
      for (const shot of clip.shots) {
        if (shot.kind !== 'pose') continue;
        const { lumbar, thorax } = shot.pose;
        expect(between(lumbar.flex, LIMITS.lumbarFlex), `${clip.name}: ${lumbar.flex}`).toBe(true);
        expect(between(lumbar.side, LIMITS.lumbarSide), `${clip.name}: ${lumbar.side}`).toBe(true);
        expect(between(thorax.flex, LIMITS.thoraxFlex), `${clip.name}: ${thorax.flex}`).toBe(true);
        expect(between(thorax.side, LIMITS.thoraxSide), `${clip.name}: ${thorax.side}`).toBe(true);
      }
    }
  });

  it('never sinks into the ground', () => {
    for (const clip of movingClips(movement))
      for (const s of skeletons(clip, 20))
        for (const { part, depth } of sunk(s))
          expect(depth, `${clip.name}: ${part}`).toBeLessThanOrEqual(GIVES_WAY);
  });

  it('keeps its contacts where they are', () => {
    const entries = Object.entries(movement.contacts);
    expect(entries.length).toBeGreaterThan(0);
    for (const [name, contacts] of entries) {
      const clips = movement.clips.filter(
        (clip) => clip.name === name || new RegExp(`^${name}-\\d$`).test(clip.name),
      );
      expect(clips.length, name).toBeGreaterThan(0);
      const frames = clips.flatMap((clip) => skeletons(clip));
      for (const one of contacts) {
        const start = contact(frames[0], one);
        const slid = Math.max(...frames.map((s) => distance(start, contact(s, one))));
        expect(slid, `${name}: ${one}`).toBeLessThan(SLIDE);
      }
    }
  });

  it('moves without jerks: no joint leaps from one frame to the next', () => {
    for (const clip of movingClips(movement)) {
      if (clip.shots.some((shot) => shot.kind === 'mix')) continue;
      const frames = skeletons(clip);
      for (let i = 2; i < frames.length; i++) {
        const now = furthest(frames[i - 1], frames[i]).moved;
        const before = furthest(frames[i - 2], frames[i - 1]).moved;
        const leap = clip.name.startsWith('to-') ? LEAP_ACROSS : LEAP;
        expect(Math.abs(now - before), `${clip.name} frame ${i}`).toBeLessThan(leap);
        expect(now, `${clip.name} frame ${i}`).toBeLessThan(0.06);
      }
    }
  });

  it('stands clear of the overlay, inside the picture', () => {
    const lens = camera(movement.view, 1280, 720);
    for (const clip of movingClips(movement))
      for (const s of skeletons(clip, 15))
        for (const [joint, place] of Object.entries(joints(s))) {
          if (CLOSE_UP.includes(movement.id) && LEGS.test(joint)) continue;
          const [x, y] = project(lens, place);
          const hidden = x > PANEL.left && x < PANEL.right && y > PANEL.top && y < PANEL.bottom;
          expect(hidden, `${clip.name}: ${joint} at ${x.toFixed()}, ${y.toFixed()}`).toBe(false);
          expect(x > 30 && x < 1250 && y > 30 && y < 690, `${clip.name}: ${joint}`).toBe(true);
        }
  });

  it('breathes without a jump: every breath begins and ends at rest', () => {
    for (const clip of movement.clips) {
      const [, group, length, second] = /^(.*)-(\d)-(\d)$/.exec(clip.name) ?? [];
      if (!group) continue;
      expect(clip.shots).toHaveLength(30);
      const filled = clip.shots.map((shot) => (shot.kind === 'pose' ? shot.pose.breath : NaN));
      if (second === '1') expect(filled[0]).toBe(0);
      if (second === length) expect(filled[29]).toBeLessThanOrEqual(0.04);
      for (let i = 1; i < 30; i++) expect(Math.abs(filled[i] - filled[i - 1])).toBeLessThan(0.15);
      const next = movement.clips.find((one) => one.name === `${group}-${length}-${+second + 1}`);
      if (!next) continue;
      const [shot] = next.shots;
      expect(Math.abs((shot.kind === 'pose' ? shot.pose.breath : NaN) - filled[29])).toBeLessThan(
        0.15,
      );
    }
    expect(clipOf(movement, movement.clips[0].name)).toBe(movement.clips[0]);
  });
});
