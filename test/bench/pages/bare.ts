/**
 * The smallest Lightning app that is comparable: the same library, start script, policy and fonts, and one
 * focused component with a word in it.
 */
import { Launch, Lightning, Utils } from '@lightningjs/sdk';
import { runWithoutEval } from '../../../src/ui/lightning/withoutEval';

class OneButton extends Lightning.Component {
  static override _template() {
    return {
      rect: true,
      w: 400,
      h: 100,
      color: 0xff2f6f66,
      Label: { x: 40, y: 24, text: { text: 'Start', fontFace: 'Lexend', fontSize: 40 } },
    };
  }
  override _focus() {
    this.patch({ color: 0xff8ee0c8 });
  }
}

class Bare extends Lightning.Component {
  static getFonts() {
    return [400, 600].map((weight) => ({
      family: weight === 400 ? 'Lexend' : 'LexendBold',
      url: Utils.asset(`fonts/lexend-${weight}.woff2`),
    }));
  }
  static override _template() {
    return { Button: { type: OneButton, x: 96, y: 54 } };
  }
  override _getFocused() {
    return this.tag('Button') as Lightning.Component;
  }
}

/** Starts the app. It tells the bench where the focus is, as the real app does. */
export default function start(
  appSettings: Record<string, unknown>,
  platformSettings: Record<string, unknown>,
  appData: object,
): unknown {
  runWithoutEval();
  const application = Launch(
    Bare as never,
    appSettings as never,
    platformSettings as never,
    appData as never,
  ) as unknown as {
    focusPath?: unknown[];
  };
  Object.assign(window, {
    // The focus path: application, app and button.
    beweegMee: {
      state: () => ({ focus: (application.focusPath?.length ?? 0) >= 3 ? 'button' : '' }),
    },
  });
  return application;
}
