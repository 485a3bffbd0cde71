/** What the SDK's own types leave out and this app uses. */
import '@lightningjs/sdk';
import '@lightningjs/core';
import '@lightningjs/sdk/src/Router';
import type { AppServices } from '../app/services';

declare module '@lightningjs/sdk/src/Router' {
  /** The router's requests by address, also those that have ended elsewhere. */
  const navigateQueue: Map<string, { cancel(): void }>;
}

declare module '@lightningjs/sdk' {
  /** The third argument of `Launch`: how the app gets its services once it has a stage. */
  interface AppData {
    loadServices(): Promise<AppServices>;
  }
}
