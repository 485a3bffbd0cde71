/** The part of the figure to which a piece of surface belongs. It decides the paint. */
export const Owner = {
  Trunk: 0,
  Neck: 1,
  LegLeft: 2,
  ArmLeft: 3,
  LegRight: 4,
  ArmRight: 5,
  Sock: 6,
  Cuff: 7,
  Hand: 8,
  Head: 9,
  Hair: 10,
  Ball: 11,
  Wood: 12,
  Wall: 13,
} as const;
export type Owner = (typeof Owner)[keyof typeof Owner];
