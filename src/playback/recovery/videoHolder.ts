/** Holds the current video player. Each try gets a new one, and events of the earlier ones are ignored. */
import type { Player, PlayerEvents, PlayerState } from '../players/player';

/** Holds one player with video at a time. */
export class VideoHolder {
  player: Player | undefined;
  /** The last reported state of the player; `closed` without a player. */
  state: PlayerState = 'closed';

  /**
   * @param create makes a player; undefined where there is no video
   * @param events events of the current player; those of a released player are ignored
   */
  constructor(
    private readonly create: (events: PlayerEvents) => Player | undefined,
    private readonly events: Required<PlayerEvents>,
  ) {}

  /**
   * Releases the player and makes another.
   * @returns false where there is no video
   */
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

  /** Releases the player; its events are ignored while it closes. */
  drop(): void {
    const { player } = this;
    this.player = undefined;
    this.state = 'closed';
    player?.close();
  }
}
