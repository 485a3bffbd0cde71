/** Where things stand on an exercise's page, at the text size of now, px. */

import type { Box } from '../../../app/stage';
import { buttonH } from '../../components/Button';
import { atSize, screen } from '../../theme';

/** Larger words below it and beside it leave it less room. */
export const pictureBox = (): Box =>
  atSize<Box>(
    { x: screen.left, y: 188, w: 880, h: 495 },
    { x: screen.left, y: 200, w: 800, h: 450 },
    { x: screen.left, y: 210, w: 712, h: 400 },
  );
/** The instruction, to its right. */
export function howBox(): Box {
  const { h, w, x, y } = pictureBox();
  const left = x + w + 32;
  return { x: left, y, w: screen.right - left, h };
}
/** Where the dose begins. */
export const doseY = (): number => pictureBox().y + pictureBox().h + atSize(28, 26, 22);
/** Where the buttons stand, below it. */
export const buttonsY = (): number => screen.bottom - buttonH();
