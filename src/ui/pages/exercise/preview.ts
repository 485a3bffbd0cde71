/** The film of an exercise's page: in a loop, without sound, opened anew only when another picture is wanted. */
import type { AppServices } from '../../../app/services';
import type { Exercise } from '../../../catalogue/types';
import { mediaKey } from '../../../catalogue/variant';
import type { Player } from '../../../playback/players/player';
import { pictureBox } from './exercisePlaces';

/** Which picture an exercise wants: of which variant, and of which parts. */
const pictureKey = (exercise: Exercise): string =>
  [mediaKey(exercise), ...exercise.parts.map(({ id }) => id)].join(' ');

export class Preview {
  private player: Player | undefined;
  private shown = '';

  /** @param showVideo told whether the video has a frame to show: until then a picture stands in front */
  constructor(private readonly showVideo: (isPlaying: boolean) => void) {}

  /** Plays what the page shows. */
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

  /** It plays another picture than this exercise wants. */
  isOutdated(exercise: Exercise): boolean {
    return this.player !== undefined && this.shown !== pictureKey(exercise);
  }
}
