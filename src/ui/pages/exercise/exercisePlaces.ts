/** Places on an exercise's page at the current text size, px at 1080p. */

import type { Box } from '../../../app/stage';
import { buttonH } from '../../components/Button';
import { atSize, screen } from '../../theme';

/** Box of the picture. It is smaller at the larger text sizes. */
export const pictureBox = (): Box =>
  atSize<Box>(
    { x: screen.left, y: 188, w: 880, h: 495 },
    { x: screen.left, y: 200, w: 800, h: 450 },
    { x: screen.left, y: 210, w: 712, h: 400 },
  );
/** Box of the instruction, right of the picture. */
export function howBox(): Box {
  const { h, w, x, y } = pictureBox();
  const left = x + w + 32;
  return { x: left, y, w: screen.right - left, h };
}
/** Y of the dose. */
export const doseY = (): number => pictureBox().y + pictureBox().h + atSize(28, 26, 22);
/** Y of the buttons, below the dose. */
export const buttonsY = (): number => screen.bottom - buttonH();
