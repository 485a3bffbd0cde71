/**
 * `npm run voice`: makes recorded clips for every language that has texts (tools/voice/README.md).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { parseArgs } from 'node:util';
import { catalogueWords, voiceList } from './list';
import { makeVoice } from './make';
import { synthesiser } from './sound';

const STATIC = join(import.meta.dirname, '../../static');

const HELP = `npm run voice -- [--language nl] [--all] [--list] [--command "PROGRAM … {text} … {file}"]

Makes the clips that are missing, per language of static/texts, in static/voice/LANGUAGE.
  --language  only this one
  --all       makes all anew; somebody's own recordings always stay
  --list      prints names and words, and makes nothing: what a centre would record
  --command   another synthesiser than espeak-ng; it writes a WAV file`;

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** Words of all catalogues or translations in a language. */
function wordsIn(language: string): string[] {
  const folder = join(STATIC, 'catalogue');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json') && !file.endsWith('.schema.json'))
    .map((file) => json(join(folder, file)) as { language?: string })
    .filter((catalogue) => catalogue.language === language)
    .flatMap(catalogueWords);
}

/** All clips that the app may need in a language, with their words. */
export const listFor = (language: string): Map<string, string> =>
  voiceList(
    json(join(STATIC, 'texts', `${language}.json`)) as Record<string, string>,
    wordsIn(language),
  );

/** Codes of the languages that have texts. */
export const languages = (): string[] =>
  readdirSync(join(STATIC, 'texts'))
    .filter((file) => file.endsWith('.json'))
    .map((file) => parse(file).name);

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      language: { type: 'string' },
      all: { type: 'boolean' },
      list: { type: 'boolean' },
      command: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const known = languages();
  if (values.language && !known.includes(values.language)) {
    throw new Error(`static/texts has no ${values.language}.json (it has: ${known.join(', ')})`);
  }
  for (const language of values.language ? [values.language] : known) {
    const list = listFor(language);
    if (values.list) {
      for (const [name, text] of list) console.log(`${name}\t${text}`);
      continue;
    }
    const { bytes, kept, made, own, removed } = await makeVoice({
      folder: join(STATIC, 'voice', language),
      language,
      list,
      by: synthesiser(language, values.command),
      ...(values.all ? { all: true } : {}),
    });
    console.log(
      `${language}: ${list.size} clips, ${Math.round(bytes / 1024)} KB: made ${made}, kept ${kept}, somebody's own ${own}, removed ${removed}`,
    );
  }
}

if (process.argv[1] === import.meta.filename) {
  main().catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
