import type { View } from '../render/camera';
import type { Room } from '../render/room';
import type { Pose } from '../skeleton/pose';

/** One picture: a pose, or a mix of two pictures (a dissolve). */
export type Shot =
  | { readonly kind: 'pose'; readonly pose: Pose }
  | { readonly kind: 'mix'; readonly from: Pose; readonly to: Pose; readonly share: number };

/** A clip: one picture per frame, at 30 frames a second. */
export interface Clip {
  readonly name: string;
  readonly shots: readonly Shot[];
}

/** A part of the body that remains on the ground; tests check it. */
export type Contact =
  | 'leftFoot'
  | 'rightFoot'
  | 'leftHand'
  | 'rightHand'
  | 'leftElbow'
  | 'rightElbow'
  | 'head';

/** Everything to film of one exercise. */
export interface Movement {
  /** The exercise's id in the catalogue. */
  readonly id: string;
  readonly room: Room;
  readonly view: View;
  /** A second view, shown small in the upper right corner. */
  readonly inset?: View;
  readonly clips: readonly Clip[];
  /** The pose of the poster. */
  readonly poster: Pose;
  /** Contacts that keep their place, by the clip's name without breath and seconds. */
  readonly contacts: Readonly<Record<string, readonly Contact[]>>;
}
