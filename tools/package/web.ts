/**
 * A package for any web server: a folder, and nginx and Caddy configurations for caching and the
 * content policy.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HEADERS } from '../policy';
import { MEDIA_SECONDS } from '../serve';
import { about, OUT, stage } from './files';

const MEDIA = `public, max-age=${MEDIA_SECONDS}`;

/** The value of a header as a quoted string. */
const quoted = (value: string): string => `"${value.replace(/"/g, '\\"')}"`;

/**
 * A whole `server` block for nginx. Every `location` repeats all headers, because nginx drops outer
 * headers where an inner block adds its own.
 */
function nginxConf(folder: string): string {
  const headers = Object.entries(HEADERS).map(
    ([name, value]) => `add_header ${name} ${quoted(value)} always;`,
  );
  const within = (cache: string) =>
    [...headers, `add_header Cache-Control ${quoted(cache)} always;`]
      .map((line) => `        ${line}`)
      .join('\n');
  return `# Beweeg mee for nginx: put this file into conf.d/, and name your own port and folder.
server {
    listen 8080;
    root ${folder};
    index index.html;
    server_tokens off;

    gzip on;
    gzip_types application/json application/javascript text/css text/javascript image/svg+xml;

    types {
        text/html html;
        text/css css;
        text/javascript js;
        application/json json;
        text/plain txt;
        image/png png;
        image/jpeg jpg;
        image/svg+xml svg;
        font/woff2 woff2;
        video/mp4 mp4;
        video/iso.segment m4s;
        application/vnd.apple.mpegurl m3u8;
        audio/mpeg mp3;
        audio/ogg ogg opus;
        audio/mp4 m4a;
        audio/wav wav;
    }

    # Asked for each time; unchanged files answer 304 and cost nothing.
    location / {
${within('no-cache')}
        try_files $uri $uri/ =404;
    }

    # A clip is wanted at every repetition: a day long the set answers by itself.
    location ~ ^/static/media/.+\\.(m4s|mp4|jpg|m3u8)$ {
${within(MEDIA)}
    }
}
`;
}

/** A whole Caddyfile. */
function caddyfile(folder: string): string {
  const headers = Object.entries(HEADERS).map(([name, value]) => `\t\t${name} ${quoted(value)}`);
  return `# Beweeg mee for Caddy: name your own address and folder.
:8080 {
	root * ${folder}
	encode gzip
	file_server {
		hide .*
	}

	header {
${headers.join('\n')}
		-Server
	}

	# A clip is wanted at every repetition: a day long the set answers by itself. All else is asked after.
	@media path_regexp ^/static/media/.+\\.(m4s|mp4|jpg|m3u8)$
	header @media Cache-Control ${quoted(MEDIA)}
	@others not path_regexp ^/static/media/.+\\.(m4s|mp4|jpg|m3u8)$
	header @others Cache-Control "no-cache"

	@segment path *.m4s
	header @segment Content-Type video/iso.segment
}
`;
}

const SERVED = '/var/www/beweeg-mee';

/**
 * Makes the package.
 * @returns path of the folder: the app in app/, and the configurations beside it
 */
export async function packageWeb(): Promise<string> {
  about();
  const folder = join(OUT, 'web');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  stage(join(folder, 'app'));
  writeFileSync(join(folder, 'nginx.conf'), nginxConf(SERVED));
  writeFileSync(join(folder, 'Caddyfile'), caddyfile(SERVED));
  return folder;
}
