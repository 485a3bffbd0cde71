/** The video of the moment: made anew for each try, heard as long as it is the one. */
import type { Player, PlayerEvents, PlayerState } from '../players/player';

/** Holds one player with video at a time. */
export class VideoHolder {
  player: Player | undefined;
  /** What the player last said of itself; `closed` without one. */
  state: PlayerState = 'closed';

  /**
   * @param create undefined where there is no video
   * @param events of the player that is held; of one that was let go nothing is heard
   */
  constructor(
    private readonly create: (events: PlayerEvents) => Player | undefined,
    private readonly events: Required<PlayerEvents>,
  ) {}

  /** Lets the player go and makes another. @returns false where there is no video */
  make(): boolean {
    this.drop();
    const { events } = this;
    let made: Player | undefined;
    const isMine = () => made !== undefined && made === this.player;
    made = this.create({
      frame: (time, shownAt) => {
        if (isMine()) events.frame(time, shownAt);
      },
      state: (state) => {
        if (!isMine()) return;
        this.state = state;
        events.state(state);
      },
      trouble: (trouble) => (isMine() ? events.trouble(trouble) : 'poster'),
      failed: (reason) => {
        if (isMine()) events.failed(reason);
      },
    });
    this.player = made;
    return made !== undefined;
  }

  /** Nothing is heard of it while it closes. */
  drop(): void {
    const { player } = this;
    this.player = undefined;
    this.state = 'closed';
    player?.close();
  }
}
