/**
 * What the page may load and run. Built into the page, and sent with it by our server and by the
 * web servers we write configurations for: the page alone is enough, the header adds who may frame it.
 */

/** Everything comes from where the app lies. `blob:` is what the app itself makes. */
const DIRECTIVES: readonly (readonly [string, string])[] = [
  ['default-src', "'none'"],
  ['script-src', "'self'"],
  ['style-src', "'self'"],
  ['font-src', "'self'"],
  // What a canvas or a QR code makes of data.
  ['img-src', "'self' data: blob:"],
  // Playlists are composed in the page; hls.js hands its video over as a blob.
  ['media-src', "'self' blob:"],
  ['connect-src', "'self' blob:"],
  // Lightning's image worker is made from a text of its own.
  ['worker-src', "'self' blob:"],
  // The same for engines from before worker-src, Chromium 58 and older.
  ['child-src', 'blob:'],
  ['frame-src', "'none'"],
  ['manifest-src', "'self'"],
  ['base-uri', "'self'"],
  ['form-action', "'none'"],
];

/** For the page's own `<meta>`, where `frame-ancestors` isn't allowed. */
const PAGE_POLICY = DIRECTIVES.map((pair) => pair.join(' ')).join('; ');

/** Sent with every answer. */
export const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': `${PAGE_POLICY}; frame-ancestors 'none'`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

/** Where the page's file leaves room for the policy. */
const PLACE = '{policy}';

/** @throws Error when the page has no place for it: without the policy it must not be built */
export function withPolicy(page: string): string {
  if (!page.includes(PLACE)) throw new Error(`tools/page/index.html: no ${PLACE} for the policy`);
  return page.replace(PLACE, PAGE_POLICY);
}
