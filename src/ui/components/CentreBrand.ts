import { Lightning } from '@lightningjs/sdk';
import type { CentreLogo } from '../../app/centreLogo';
import { secondScriptScreens } from '../secondScriptScreens';
import { colours, type } from '../theme';
import { cutLine, textWidth } from '../theme/measure';

/** A long name is cut to no less than this, px; with less room it is left out. */
const LEAST_ABOUT = 300;

/** The names and the logo at the top of a screen. */
export interface BrandSpec {
  /** The app's own name. */
  app: string;
  /** The centre's name, or the source of the exercises. */
  about: string;
  /** The centre's logo; undefined: the centre has none. */
  logo: Pick<CentreLogo, 'picture'> | undefined;
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
  private shown: BrandSpec['logo'];

  static override _template(): Lightning.Component.Template<Spec> {
    return {
      Logo: { visible: false },
      Words: { App: { color: colours.mint }, About: { y: 4, color: colours.soft } },
    };
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
    this.patch({ Logo: { visible: false, texture: null }, Words: { x: 0 } });
    void logo?.picture().then((picture) => {
      if (logo !== this.shown) return;
      if (picture) this.show(picture);
      // The brand asks again when it is set again.
      else this.shown = undefined;
    });
  }

  /** Shows the logo. A broken logo leaves no gap. */
  private show(picture: HTMLImageElement) {
    // The second script has read the picture, so it is there.
    const { h, texture, w } = secondScriptScreens().logoTexture(picture, LOGO);
    const y = Math.round((type.label.lineHeight - h) / 2);
    this.patch({ Logo: { visible: true, w, h, y, texture }, Words: { x: w + LOGO.gap } });
  }
}
