/**
 * The security policy: what the page may load and run. It is in the page, and our server and the
 * configurations for other web servers send it too. Only the header can say who may frame the page.
 */

/** Everything comes from the app's own address; `blob:` is for data that the app makes. */
const DIRECTIVES: readonly (readonly [string, string])[] = [
  ['default-src', "'none'"],
  ['script-src', "'self'"],
  ['style-src', "'self'"],
  ['font-src', "'self'"],
  // Images that a canvas or a QR code makes.
  ['img-src', "'self' data: blob:"],
  // The page makes playlists, and hls.js gives its video to the element as a blob.
  ['media-src', "'self' blob:"],
  ['connect-src', "'self' blob:"],
  // Lightning makes its image worker from a text.
  ['worker-src', "'self' blob:"],
  // The same for engines without worker-src, Chromium 58 and older.
  ['child-src', 'blob:'],
  ['frame-src', "'none'"],
  ['manifest-src', "'self'"],
  ['base-uri', "'self'"],
  ['form-action', "'none'"],
];

/** For the page's `<meta>`, where `frame-ancestors` is not allowed. */
const PAGE_POLICY = DIRECTIVES.map((pair) => pair.join(' ')).join('; ');

/** Headers of every answer. */
export const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': `${PAGE_POLICY}; frame-ancestors 'none'`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

/** Place of the policy in the page's file. */
const PLACE = '{policy}';

/** @throws Error when the page has no place for the policy, since no page may be built without it */
export function withPolicy(page: string): string {
  if (!page.includes(PLACE)) throw new Error(`tools/page/index.html: no ${PLACE} for the policy`);
  return page.replace(PLACE, PAGE_POLICY);
}
