/** The HbbTV application that a page is, where it is one. */

/** What is used of it. All of it may be missing, or throw. */
export interface HbbtvApplication {
  show?(): void;
  destroyApplication?(): void;
  privateData?: { keyset?: { setValue?(mask: number): void } };
}

/** Kept between calls: some sets hand out an application only while its manager is in the page. */
let manager: HTMLObjectElement | undefined;

/** Undefined where the page is no such application. */
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
