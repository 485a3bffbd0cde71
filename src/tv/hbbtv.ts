/** The HbbTV application of a page, where the page is one. */

/** The used part of its interface. Every member may be missing, or throw. */
export interface HbbtvApplication {
  show?(): void;
  destroyApplication?(): void;
  privateData?: { keyset?: { setValue?(mask: number): void } };
}

/**
 * Kept between calls, because some sets give the application only while its manager is in the page.
 */
let manager: HTMLObjectElement | undefined;

/** The page's HbbTV application; undefined where the page is none. */
export function hbbtvApplication(page: Document): HbbtvApplication | undefined {
  try {
    if (!manager?.isConnected || manager.ownerDocument !== page) {
      manager = page.createElement('object');
      manager.type = 'application/oipfApplicationManager';
      Object.assign(manager.style, { position: 'absolute', width: '0', height: '0' });
      page.body.appendChild(manager);
    }
    const { getOwnerApplication } = manager as {
      getOwnerApplication?(of: Document): HbbtvApplication | null;
    };
    return getOwnerApplication?.call(manager, page) ?? undefined;
  } catch {
    return undefined;
  }
}
