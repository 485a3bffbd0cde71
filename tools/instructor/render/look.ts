/**
 * Number of the pictures' look. Raise it when the look changes only in some poses, so that a few
 * sample pictures could miss it: every picture kept from before is then drawn again.
 */
export const LOOK = 1;
