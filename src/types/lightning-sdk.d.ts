/** What the SDK's own types leave out and this app uses. */
import '@lightningjs/sdk';
import '@lightningjs/core';
import type { AppServices } from '../app/services';

declare module '@lightningjs/sdk' {
  /** The third argument of `Launch`: how the app gets its services once it has a stage. */
  interface AppData {
    loadServices(): Promise<AppServices>;
  }
}
