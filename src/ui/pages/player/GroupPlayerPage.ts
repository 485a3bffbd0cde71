import type { Lightning } from '@lightningjs/sdk';
import { type Placed, placePicture } from '../../../app/picturePlace';
import { GROUP_KEYS, type KeyMeaning } from '../../../app/playerKeys';
import type { SessionRequest } from '../../../app/sessions';
import type { Box } from '../../../app/stage';
import type { SessionView } from '../../../playback/controller/controller';
import { Picture } from '../../components/Picture';
import type { Shell } from '../../shell';
import { screen } from '../../theme';
import { otherWay } from './groupContent';
import { Captions } from './overlay/Captions';
import { GROUP_PANEL, GROUP_PLATE, GroupPanel } from './overlay/GroupPanel';
import { KeyHints } from './overlay/KeyHints';
import { NextCard } from './overlay/NextCard';
import { OtherWay, type WaySpec } from './overlay/OtherWay';
import { PauseCard } from './overlay/PauseCard';
import { PlayerHead } from './overlay/PlayerHead';
import { RoutineLine } from './overlay/RoutineLine';
import { PlayerPage } from './PlayerPage';
import { GAP, lineBox, linePlace, type PlayerPlaces, type Slot, worthOf } from './playerPlaces';

const PANEL_Y = linePlace.y - 20 - GROUP_PLATE.bottom - GROUP_PANEL.h;
/** The panel's plate. */
const PLATE: Box = {
  x: screen.left - GROUP_PLATE.side,
  y: PANEL_Y - GROUP_PLATE.top,
  w: GROUP_PANEL.w + 2 * GROUP_PLATE.side,
  h: GROUP_PANEL.h + GROUP_PLATE.top + GROUP_PLATE.bottom,
};
/** Width of the corner for the other way, the cards and the pause, px. */
const CORNER_W = 480;
const HEAD_H = 86;
/** Largest size of the captions, px. */
const CAPTIONS = { w: 1200, h: 300 } as const;
/** Lower edge of what stands above the panel, px. */
const LOW = PLATE.y - GAP;

/** The player for a group. People read it from six metres, and one person leads the group with the remote. */
export class GroupPlayerPage extends PlayerPage {
  override readonly pageName = 'group';
  /** The normal size, since everything on this page is large. */
  override readonly textSize = 'normal';
  private way: WaySpec | undefined;

  static override _template(): Lightning.Component.Template<never> {
    return {
      Poster: {
        type: Picture,
        w: screen.w,
        h: screen.h,
        corner: 0,
        pictogramPlace: { x: 0.64, y: 0.4, h: 0.42 },
      },
      // Dims the video alone, so that names and counts stay readable during a pause.
      Pause: { type: PauseCard },
      Head: { type: PlayerHead, x: screen.left, y: screen.top },
      Way: { type: OtherWay },
      Panel: { type: GroupPanel, x: screen.left, y: PANEL_Y },
      Next: { type: NextCard },
      Captions: { type: Captions },
      Line: { type: RoutineLine, ...linePlace },
      Hints: { type: KeyHints },
    } as unknown as Lightning.Component.Template<never>;
  }

  protected override get keys(): readonly KeyMeaning[] {
    return GROUP_KEYS;
  }

  override open(shell: Shell, request: SessionRequest): void {
    shell.drawAt(this.textSize);
    super.open(shell, request);
  }

  private get drawnWay(): OtherWay | undefined {
    return (this as Lightning.Component).tag('Way') as OtherWay | undefined;
  }

  protected override drawExercise(view: SessionView, shell: Shell) {
    this.way = otherWay(view.exercise, shell);
    if (this.way) this.drawnWay?.show(this.way);
    super.drawExercise(view, shell);
  }

  /** The film fills the screen; the panel, and a corner that has room beside the body, stand in front of it. */
  protected override placesFor(
    view: SessionView,
    shell: Shell,
    hasCaptions: boolean,
  ): PlayerPlaces {
    const body = this.bodyOf(view, shell);
    const head = this.headSize;
    const reserved = this.slotHeight(view, shell, { w: CORNER_W, h: LOW - screen.top }, false);
    const way = this.way ? OtherWay.sizeOf(this.way) : { w: 0, h: 0 };
    const corners = [
      { x: screen.right - CORNER_W, top: screen.top, isRight: true },
      { x: screen.left, top: screen.top + HEAD_H, isRight: false },
    ];
    const captionsH = hasCaptions ? this.captionsHeight(shell, CAPTIONS) : 0;
    const captions = { x: screen.left, y: LOW - captionsH, w: CAPTIONS.w, h: captionsH };
    const choices = corners.map(({ isRight, top, x }): PlayerPlaces & Placed => {
      const covered: Box[] = [
        PLATE,
        lineBox,
        { x: screen.left, y: screen.top, ...head },
        { x, y: top, w: CORNER_W, h: reserved },
        { x: isRight ? screen.right - way.w : x, y: top, ...way },
        captions,
      ].filter(({ h }) => h > 0);
      return {
        ...placePicture(body, covered),
        arrangement: { hints: 'beside', slot: 'beside' },
        hints: { x: screen.right, y: PLATE.y + PLATE.h - 6, room: GROUP_PANEL.w },
        slot: { x, y: LOW, w: CORNER_W, h: LOW - top },
        captions: { ...CAPTIONS, x: screen.left, y: LOW },
        reserved,
        covered,
      };
    });
    const [right, left] = choices as [PlayerPlaces, PlayerPlaces];
    // Captions stand on the left.
    return !hasCaptions && worthOf(left) > worthOf(right) ? left : right;
  }

  /** Captions stand above the panel. The card of what comes next takes the corner of the other way. */
  protected override drawCaptions(shell: Shell) {
    super.drawCaptions(shell);
    const { places, view } = this;
    const next = this.getByRef('Next');
    const way = this.drawnWay;
    if (!places || !view || !next || !way) return;
    const { slot } = places;
    const top = slot.y - slot.h;
    Object.assign(next, { y: top + next.h, alpha: 1 });
    const isRight = slot.x > screen.left;
    way.visible = this.way !== undefined && !next.visible && view.pause !== 'paused';
    Object.assign(way, { x: isRight ? screen.right - way.w : slot.x, y: top });
  }

  /** Where the pause stands: at the top of the corner. */
  protected override pausePlace(slot: Slot): Slot {
    const h = this.pauseHeight(slot.w);
    return { ...slot, y: slot.y - slot.h + h };
  }

  /** The hints stay, so that the person who leads the group can read them at any moment. */
  protected override get hintsStay(): boolean {
    return true;
  }
}
