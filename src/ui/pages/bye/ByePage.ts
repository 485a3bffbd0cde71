import type { Lightning } from '@lightningjs/sdk';
import { ButtonList } from '../../components/ButtonList';
import type { Shell } from '../../shell';
import { colours, screen, type } from '../../theme';
import { ground, Page } from '../Page';

interface Spec extends Lightning.Component.TemplateSpec {
  Ground: object;
  Title: object;
  Text: object;
  Buttons: typeof ButtonList;
}

const TITLE_Y = 400;

/** The last screen, on a set that can't close the app. OK starts the app again. */
export class ByePage extends Page<Spec> implements Lightning.Component.ImplementTemplateSpec<Spec> {
  readonly pageName = 'bye';
  private shell: Shell | undefined;

  static override _template(): Lightning.Component.Template<Spec> {
    const middle = screen.w / 2;
    return {
      Ground: ground(),
      Title: { x: middle, mountX: 0.5, y: TITLE_Y, color: colours.text },
      Text: { x: middle, mountX: 0.5, y: TITLE_Y + 106, color: colours.soft },
      Buttons: { type: ButtonList, x: middle, mountX: 0.5, y: TITLE_Y + 206 },
    };
  }

  /** Called by the route table before the page opens. */
  open(shell: Shell): void {
    this.shell = shell;
    const { t } = shell.services;
    this.patch({
      Title: { text: { ...type.display, text: t('bye.title') } },
      Text: { text: { ...type.lead, text: t('bye.text') } },
      Buttons: {
        buttons: [{ id: 'again', label: t('bye.again'), primary: true, press: () => shell.home() }],
      },
    });
  }

  /**
   * On a set that sends the app to the background, the app opens on its start screen and not on the
   * goodbye.
   */
  override wake(): void {
    this.shell?.home();
  }

  override _getFocused(): Lightning.Component | undefined {
    return this.getByRef('Buttons');
  }

  override _handleBack(): void {
    this.shell?.home();
  }
}
