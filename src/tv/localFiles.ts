/**
 * A package on a set opens from its own files. There every answer comes without an HTTP status, and
 * `fetch` refuses; both are mended here, so that nothing else need know where the app lies.
 */

/** XMLHttpRequest.HEADERS_RECEIVED. */
const ANSWERED = 2;

/** A file that was found has an address in its answer; one that wasn't has none. */
function giveStatus({ prototype }: typeof XMLHttpRequest): void {
  const own = Object.getOwnPropertyDescriptor(prototype, 'status');
  const read = own?.get;
  if (!read) return;
  Object.defineProperty(prototype, 'status', {
    ...own,
    get(this: XMLHttpRequest): number {
      const status = read.call(this) as number;
      const isFound = this.readyState >= ANSWERED && /^file:/.test(this.responseURL);
      return status === 0 && isFound ? 200 : status;
    },
  });
}

/** As far as the app uses it: an address, and a way to give up. */
const fetchFile = (address: RequestInfo | URL, { signal }: RequestInit = {}): Promise<Response> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.responseType = 'arraybuffer';
    request.onload = () => resolve(new Response(request.response as ArrayBuffer));
    // As a server would say it: what need not be there (`centre.json`) is then no trouble.
    request.onerror = () => resolve(new Response(null, { status: 404 }));
    signal?.addEventListener('abort', () => {
      request.abort();
      reject(new Error(`${String(address)}: given up`));
    });
    request.open('GET', String(address));
    request.send();
  });

/** Must be called before anything is loaded; does nothing where the app comes from a server. */
export function readLocalFiles(page: Window & typeof globalThis): void {
  if (page.location.protocol !== 'file:') return;
  giveStatus(page.XMLHttpRequest);
  page.fetch = fetchFile;
}
