/**
 * The film on an exercise's page. It plays in a loop without sound, and is opened again only when the
 * exercise needs another picture.
 */
import type { AppServices } from '../../../app/services';
import type { Exercise } from '../../../catalogue/types';
import { mediaKey } from '../../../catalogue/variant';
import type { Player } from '../../../playback/players/player';
import { pictureBox } from './exercisePlaces';

/** Names the picture that an exercise needs: its variant and its parts. */
const pictureKey = (exercise: Exercise): string =>
  [mediaKey(exercise), ...exercise.parts.map(({ id }) => id)].join(' ');

export class Preview {
  private player: Player | undefined;
  private shown = '';

  /** @param showVideo called with true once the video has a frame; until then a picture covers it */
  constructor(private readonly showVideo: (isPlaying: boolean) => void) {}

  /** Plays the film of the exercise on the page. */
  open(exercise: Exercise, services: Pick<AppServices, 'openPreview' | 'video'>): void {
    this.close();
    this.shown = pictureKey(exercise);
    this.player = services.openPreview(exercise, {
      frame: () => this.showVideo(true),
      state: () => {},
      failed: () => this.showVideo(false),
    });
    if (this.player) services.video.show(pictureBox());
  }

  close(): void {
    this.player?.close();
    this.player = undefined;
    this.showVideo(false);
  }

  /** True when the film that plays is not the one that this exercise needs. */
  isOutdated(exercise: Exercise): boolean {
    return this.player !== undefined && this.shown !== pictureKey(exercise);
  }
}
