/** Serves test pages and clips with bar codes; a test can hold up the network. */
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { type Served, serve } from '../../tools/serve';
import type { Page } from '../../tools/workbench/index';
import type { BarcodeMedia } from '../support/barcode';

/** A request for a media file, before the answer. */
export interface Asked {
  /** `media/brug/lift.m4s`. */
  file: string;
  request: IncomingMessage;
  response: ServerResponse;
  /** The contents of the file; undefined for a missing file. */
  bytes: Buffer | undefined;
}

/** Makes a request fail (`faults.ts`). @returns false when it leaves the request alone */
export type Fault = (asked: Asked) => boolean;

export interface Lab extends Served {
  /** The fault of all media requests from this moment on. */
  fault: Fault | undefined;
  /** A catalogue that replaces the app's own. */
  catalogue: string | undefined;
  /** Answers other requests before all else; returns true when it answers. */
  also: ((request: IncomingMessage, response: ServerResponse) => boolean) | undefined;
  /** `Cache-Control` of media: decides whether the browser requests a clip again at each repetition. */
  cache: string;
  /** While true, media requests wait; at false, the server answers them. */
  hold(held: boolean): void;
  /** Requested paths, in order. */
  asked: string[];
}

const CATALOGUE = '/static/catalogue/thuisoefeningen-rug.json';

const TYPES: Record<string, string> = {
  json: 'application/json',
  jpg: 'image/jpeg',
  m3u8: 'application/vnd.apple.mpegurl',
  mp4: 'video/mp4',
  m4s: 'video/iso.segment',
};

/** Bundles a page of test/browser/pages for the browser. @param target language level in esbuild's words */
export async function bundlePage(name: string, target = 'es2020'): Promise<string> {
  const { build } = await import('../../tools/workbench/esbuild');
  const result = await build({
    entryPoints: [join(import.meta.dirname, 'pages', `${name}.ts`)],
    bundle: true,
    write: false,
    format: 'iife',
    target,
    tsconfig: join(import.meta.dirname, '../../tsconfig.json'),
  });
  return result.outputFiles[0]?.text ?? '';
}

/**
 * @param page name of a test page; without it, the built app
 * @param media folder in place of static/media; without it, the app's own media
 */
export async function openLab(media?: Pick<BarcodeMedia, 'folder'>, page?: string): Promise<Lab> {
  const script = page ? await bundlePage(page) : undefined;
  let held = false;
  const waiting: (() => void)[] = [];
  const asked: string[] = [];
  const served = await serve({
    intercept(request, response) {
      const path = decodeURIComponent((request.url ?? '/').split('?')[0] as string);
      asked.push(path);
      if (lab.also?.(request, response)) return true;
      if (script !== undefined && path === '/') {
        response.setHeader('Content-Type', 'text/html');
        response.end(
          '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><video width="320" height="180" muted playsinline></video><script src="page.js"></script>',
        );
        return true;
      }
      if (script !== undefined && path === '/page.js') {
        response.setHeader('Content-Type', 'text/javascript');
        response.end(script);
        return true;
      }
      if (lab.catalogue !== undefined && path === CATALOGUE) {
        response.setHeader('Content-Type', 'application/json');
        response.end(lab.catalogue);
        return true;
      }
      const file = path.match(/^\/static\/(media\/.+\.(?:mp4|m4s|json|jpg|m3u8))$/)?.[1];
      if (!file || !media) return false;
      let bytes: Buffer | undefined;
      try {
        bytes = readFileSync(join(media.folder, file));
      } catch {
        // The file does not exist.
      }
      response.setHeader('Cache-Control', lab.cache);
      response.setHeader('Content-Type', TYPES[file.split('.').pop() as string] as string);
      if (lab.fault?.({ file, request, response, bytes })) return true;
      const answer = () => {
        if (!bytes) response.statusCode = 404;
        response.end(bytes);
      };
      if (held) waiting.push(answer);
      else answer();
      return true;
    },
  });
  const lab: Lab = {
    ...served,
    asked,
    fault: undefined,
    catalogue: undefined,
    also: undefined,
    cache: 'public, max-age=3600',
    hold(now) {
      held = now;
      if (!held) for (const answer of waiting.splice(0)) answer();
    },
  };
  return lab;
}

/** A centre may lack its file. The browser itself reports that as an error. */
export const isCentreMissing = (text: string, url: string): boolean =>
  /\/centre\.json$/.test(url) && /404|ERR_FILE_NOT_FOUND/.test(text);

/** Collects all errors of a page, so that a test can check that there are none. */
export function watchErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(`page: ${error.message}`));
  page.on('console', (message) => {
    const { url } = message.location();
    if (message.type() !== 'error' || isCentreMissing(message.text(), url)) return;
    errors.push(`console: ${message.text()} (${url})`);
  });
  return errors;
}
