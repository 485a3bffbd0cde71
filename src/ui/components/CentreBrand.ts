import { Lightning } from '@lightningjs/sdk';
import { colours, type } from '../theme';
import { cutLine, textWidth } from '../theme/measure';

/** A long name is cut to no less than this, px; with less room it is left out. */
const LEAST_ABOUT = 420;

/** The names and the logo at the top of a screen. */
export interface BrandSpec {
  /** The app's own name. */
  app: string;
  /** The centre's name, or the source of the exercises. */
  about: string;
  /** Path of the centre's logo, a file beside the app; undefined: the centre has none. */
  logo: string | undefined;
  /** Widest that the brand may be, px: it makes room for larger buttons. */
  room: number;
}

interface Spec extends Lightning.Component.TemplateSpec {
  brand: BrandSpec;
  Logo: object;
  Words: { App: object; About: object };
}

/** Measures of the logo, px. A logo that would be wider than `most` is drawn smaller. */
const LOGO = { h: 48, most: 260, gap: 24 } as const;
const GAP = 32;

/** The centre's logo if its file can be read, the app's name, and the source of the exercises. */
export class CentreBrand
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  private shown: string | undefined;

  static override _template(): Lightning.Component.Template<Spec> {
    return {
      // A nearly transparent element loads its texture. It becomes visible once the texture is loaded,
      // so a broken logo leaves no gap.
      Logo: { y: (type.label.lineHeight - LOGO.h) / 2, alpha: 0.001 },
      Words: { App: { color: colours.mint }, About: { y: 4, color: colours.soft } },
    };
  }

  override _build() {
    const logo = this.getByRef('Logo');
    logo?.on('txLoaded', () => this.show());
    logo?.on('txError', () => this.patch({ Logo: { alpha: 0.001 }, Words: { x: 0 } }));
  }

  set brand({ about, app, logo, room }: BrandSpec) {
    const aboutX = textWidth(app, type.label) + GAP;
    const logoW = logo ? LOGO.most + LOGO.gap : 0;
    const forAbout = room - logoW - aboutX;
    const isRoom = Math.min(LEAST_ABOUT, textWidth(about, type.small)) <= forAbout;
    this.patch({
      Words: {
        App: { text: { ...type.label, text: app } },
        About: {
          visible: isRoom,
          x: aboutX,
          text: { ...type.small, text: isRoom ? cutLine(about, type.small, forAbout) : ' ' },
        },
      },
    });
    if (logo === this.shown) return;
    this.shown = logo;
    this.patch({ Logo: { alpha: 0.001, src: logo }, Words: { x: 0 } });
  }

  /** Shows the loaded logo in its own proportions, as large as `LOGO` allows. */
  private show() {
    const logo = this.getByRef('Logo');
    const wide = logo?.texture?.getRenderWidth() ?? 0;
    const high = logo?.texture?.getRenderHeight() ?? 0;
    if (!wide || !high) return;
    const ratio = Math.min(LOGO.h / high, LOGO.most / wide);
    const [w, h] = [wide * ratio, high * ratio];
    this.patch({
      Logo: { alpha: 1, w, h, y: (type.label.lineHeight - h) / 2 },
      Words: { x: w + LOGO.gap },
    });
  }
}
