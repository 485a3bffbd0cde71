/** The symbols of the phone page and the sheet. The build puts them into the pages' style sheets. */
export const PAGE_ICONS = [
  'alert-triangle',
  'arrow-down',
  'arrow-left',
  'arrow-up',
  'check',
  'chevrons-left',
  'chevrons-right',
  'clock',
  'copy',
  'heart',
  'message-circle',
  'minus',
  'pause',
  'play',
  'plus',
  'printer',
  'rotate-ccw',
  'skip-back',
  'skip-forward',
  'sliders',
  'trash-2',
  'volume-2',
  'volume-x',
  'x',
] as const;

export type PageIcon = (typeof PAGE_ICONS)[number];
