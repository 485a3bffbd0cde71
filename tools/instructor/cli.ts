import { readFileSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readCatalogue } from '../../src/catalogue/load';
import { contactSheet } from './media/contactSheet';
import { produce, readIndex, remeasure, STATIC } from './media/produce';
import { sizesReport } from './media/sizes';
import { movements } from './movements/index';

const USAGE = `Films the exercises: every clip, poster and tile under static/media.

  npm run media                        everything
  npm run media -- --only brug         one exercise or variant (may be repeated)
  npm run media -- --preview           contact sheets only, small and quick, in tools/instructor/out
  npm run media -- --boxes             measures where the body is in the films, and films nothing
  npm run media -- --workers 1         render threads (default: one per processor)

Ends with what all media weigh, and what a minute of each exercise costs at the catalogue's dose.
`;
const CATALOGUE = 'catalogue/thuisoefeningen-rug.json';

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    preview: { type: 'boolean', default: false },
    boxes: { type: 'boolean', default: false },
    workers: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  process.stdout.write(USAGE);
} else {
  const wanted = values.only ?? movements.map(({ id }) => id);
  const workers = Math.max(1, Number(values.workers ?? availableParallelism()));
  for (const id of wanted) {
    const movement = movements.find((one) => one.id === id);
    if (!movement) {
      const known = movements.map((one) => one.id).join(', ');
      throw new Error(`there is no movement "${id}"; there are: ${known}`);
    }
    if (values.preview) {
      process.stdout.write(`${await contactSheet(movement, workers)}\n`);
      continue;
    }
    if (values.boxes) {
      process.stdout.write(`${id}: ${JSON.stringify(remeasure(movement))}\n`);
      continue;
    }
    const media = await produce(movement, workers);
    const sizes = new Map(Object.values(media.clips).map((clip) => [clip.file, clip.bytes]));
    const total = [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
    process.stdout.write(
      `${id}: ${Object.keys(media.clips).length} clips in ${sizes.size} files, ` +
        `${(total / 1e6).toFixed(2)} MB\n`,
    );
  }
  if (!values.preview && !values.boxes) {
    const text = readFileSync(join(STATIC, CATALOGUE), 'utf8');
    const { catalogue, problems } = readCatalogue(text, CATALOGUE);
    if (!catalogue) throw new Error(problems[0]?.sentence ?? `${CATALOGUE} can't be read`);
    const size = (file: string): number => statSync(join(STATIC, file)).size;
    const report = sizesReport(readIndex(), catalogue.exercises, size);
    process.stdout.write(`\n${report.join('\n')}\n`);
  }
}
