/** Tests that a package's own files count as found, and no others. */
import { expect, it } from 'vitest';
import { readLocalFiles } from '../../src/tv/localFiles';

/** A page at this address, on a set whose requests have no status. */
function pageAt(protocol: string) {
  class Request {
    readyState = 4;
    responseURL = '';
    own = 0;
    get status() {
      return this.own;
    }
  }
  const fetch = () => {};
  const page = { location: { protocol }, XMLHttpRequest: Request, fetch };
  readLocalFiles(page as never);
  const statusOf = (about: Partial<Omit<Request, 'status'>>) =>
    Object.assign(new page.XMLHttpRequest(), about).status;
  return { statusOf, isOwnFetch: page.fetch !== fetch };
}

it('in a package a file that was found has a status', () => {
  const { isOwnFetch, statusOf } = pageAt('file:');
  expect(isOwnFetch).toBe(true);
  expect(statusOf({ responseURL: 'file:///app/x.json' })).toBe(200);
});

it('a missing file, one that is still on its way, and another server have their own', () => {
  const { statusOf } = pageAt('file:');
  expect(statusOf({ responseURL: '' })).toBe(0);
  expect(statusOf({ responseURL: 'file:///app/x.json', readyState: 1 })).toBe(0);
  expect(statusOf({ responseURL: 'https://centre.example/x', own: 404 })).toBe(404);
  expect(statusOf({ responseURL: 'https://centre.example/x' })).toBe(0);
});

it('on a server nothing is touched', () => {
  const { isOwnFetch, statusOf } = pageAt('https:');
  expect(isOwnFetch).toBe(false);
  expect(statusOf({ responseURL: 'file:///app/x.json' })).toBe(0);
});
