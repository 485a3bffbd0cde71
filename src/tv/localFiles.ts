/**
 * Makes loading work in a package that opens from the set's own files. There no answer has an HTTP
 * status, and `fetch` refuses. This file repairs both, so that other code does not need to know
 * where the app lies.
 */

/** `XMLHttpRequest.HEADERS_RECEIVED`. */
const ANSWERED = 2;

/**
 * Gives answers a status. A file that was found has an address in its answer. A missing file has
 * none.
 */
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

/** The part of `fetch` that the app uses: an address, and a signal to abort. */
const fetchFile = (address: RequestInfo | URL, { signal }: RequestInit = {}): Promise<Response> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.responseType = 'arraybuffer';
    request.onload = () => resolve(new Response(request.response as ArrayBuffer));
    // The answer of a server for a missing file. Optional files (`centre.json`) may then be
    // missing.
    request.onerror = () => resolve(new Response(null, { status: 404 }));
    signal?.addEventListener('abort', () => {
      request.abort();
      reject(new Error(`${String(address)}: given up`));
    });
    request.open('GET', String(address));
    request.send();
  });

/**
 * Repairs loading on this page. It must be called before anything loads. It does nothing where the
 * app comes from a server.
 */
export function readLocalFiles(page: Window & typeof globalThis): void {
  if (page.location.protocol !== 'file:') return;
  giveStatus(page.XMLHttpRequest);
  page.fetch = fetchFile;
}
