import type { Lightning } from '@lightningjs/sdk';
import { GROUP_KEYS, type KeyMeaning } from '../../../app/playerKeys';
import type { SessionRequest } from '../../../app/sessions';
import type { Box } from '../../../app/stage';
import type { SessionView } from '../../../playback/controller/controller';
import { Picture } from '../../components/Picture';
import type { Shell } from '../../shell';
import { colours, screen } from '../../theme';
import { otherWay } from './groupContent';
import { CAPTIONS, Captions } from './overlay/Captions';
import { ASIDE, GroupAside } from './overlay/GroupAside';
import { GROUP_PANEL, GroupPanel } from './overlay/GroupPanel';
import { KeyHints } from './overlay/KeyHints';
import { NEXT, NextCard } from './overlay/NextCard';
import { PauseCard } from './overlay/PauseCard';
import { RoutineLine } from './overlay/RoutineLine';
import { PlayerPage } from './PlayerPage';
import type { LowHeights, LowPlaces } from './playerPlaces';

/** Place of the video, px. It covers no text. */
const VIDEO: Box = { x: 0, y: 0, w: 1200, h: 675 };
const ASIDE_X = screen.right - ASIDE.w;
const LINE_Y = screen.bottom - 12;
const HINTS_BOTTOM = LINE_Y - 12;
const PANEL_Y = HINTS_BOTTOM - 56 - GROUP_PANEL.h;
/** Lower edge of the parts over the video, px: they stay above the video's lower edge. */
const OVER_VIDEO = VIDEO.h - 16;
const CAPTIONS_GAP = 16;

/** The player for a group. People read it from six metres, and one person leads the group with the remote. */
export class GroupPlayerPage extends PlayerPage {
  override readonly pageName = 'group';
  /** The normal size, since everything on this page is large. */
  override readonly textSize = 'normal';

  static override _template(): Lightning.Component.Template<never> {
    return {
      Poster: {
        type: Picture,
        w: VIDEO.w,
        h: VIDEO.h,
        corner: 0,
        pictogramPlace: { x: 0.5, y: 0.5, h: 0.5 },
      },
      Side: {
        rect: true,
        x: VIDEO.w,
        w: screen.w - VIDEO.w,
        h: VIDEO.h,
        color: colours.ground,
      },
      Band: { rect: true, y: VIDEO.h, w: screen.w, h: screen.h - VIDEO.h, color: colours.ground },
      // Dims the video alone, so that names and counts stay readable during a pause.
      Pause: { type: PauseCard },
      Head: { type: GroupAside, x: ASIDE_X, y: screen.top },
      Panel: { type: GroupPanel, x: screen.left, y: PANEL_Y },
      Next: { type: NextCard, x: VIDEO.w - NEXT.w - 24, y: OVER_VIDEO },
      Captions: { type: Captions, x: VIDEO.w - CAPTIONS.w / 2 - 24, y: OVER_VIDEO },
      Line: { type: RoutineLine, x: screen.left, y: LINE_Y },
      Hints: { type: KeyHints, x: screen.right, y: HINTS_BOTTOM, room: GROUP_PANEL.w },
    } as unknown as Lightning.Component.Template<never>;
  }

  protected override get box(): Box {
    return VIDEO;
  }

  protected override get keys(): readonly KeyMeaning[] {
    return GROUP_KEYS;
  }

  /** Places captions and the next card over the video's lower edge. */
  protected override placeLow({ captions }: LowHeights): LowPlaces {
    const y = OVER_VIDEO - (captions ? captions + CAPTIONS_GAP : 0);
    return { captions: OVER_VIDEO, next: { y, alpha: 1 } };
  }

  /** Places the pause card over the video, beside the names. */
  protected override get pauseCorner() {
    return { right: VIDEO.w - 24, top: screen.top };
  }

  override open(shell: Shell, request: SessionRequest): void {
    shell.drawAt(this.textSize);
    super.open(shell, request);
  }

  protected override drawExercise(view: SessionView, shell: Shell) {
    super.drawExercise(view, shell);
    (this.tag('Head') as GroupAside | undefined)?.showWay(otherWay(view.exercise, shell));
  }

  /** The hints stay, so that the person who leads the group can read them at any moment. */
  protected override get hintsStay(): boolean {
    return true;
  }
}
