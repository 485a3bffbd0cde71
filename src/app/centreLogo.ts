/** The centre's logo. The second script reads it, since home can do without for a moment. */
import { CENTRE_FILE } from '../session/centre/centre';
import { log } from '../tv/log';
import { loadSecondScript } from './loading/secondScript';

export class CentreLogo {
  /** For staff: why it can't be shown; undefined as long as nothing is wrong. */
  problem: string | undefined;
  private loading: Promise<HTMLImageElement | undefined> | undefined;

  /** @param path of the file, beside the app's page */
  constructor(private readonly path: string) {}

  /** The decoded picture, loaded once; undefined where it can't be shown. Whoever asks after that loads it again. */
  picture(): Promise<HTMLImageElement | undefined> {
    this.loading ??= loadSecondScript(2)
      .then(({ readLogo }) => readLogo(this.path))
      .then((picture) => {
        this.problem = undefined;
        return picture;
      })
      .catch((error) => {
        this.problem = `${CENTRE_FILE}: logo: ${this.path} can't be shown (${error})`;
        log.add('warning', 'files', this.problem);
        this.loading = undefined;
        return undefined;
      });
    return this.loading;
  }
}
