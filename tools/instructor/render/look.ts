/**
 * Number of the pictures' look. Raise it when the look changes only in some poses, which the few
 * sample pictures could miss. Every kept picture is then drawn again.
 */
export const LOOK = 1;
