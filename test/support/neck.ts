/** A centre's own brochure with one exercise, which shares no code with the other brochure. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCatalogue } from '../../src/catalogue/load';
import { mergeCatalogues } from '../../src/catalogue/merge';
import type { Catalogue } from '../../src/catalogue/types';
import { codeBook } from '../../src/session/code/codeBook';
import { writeCode } from '../../src/session/code/routineCode';

const RUG = join(import.meta.dirname, '../../static/catalogue/thuisoefeningen-rug.json');

/** Path below the static folder. */
const NECK = 'catalogue/nek.json';

const rug = JSON.parse(readFileSync(RUG, 'utf8')) as { exercises: { id: string }[] };
const brug = rug.exercises.find(({ id }) => id === 'brug');

const NECK_TEXT = JSON.stringify({
  ...rug,
  id: 'nek',
  exercises: [{ ...brug, id: 'kin-in', shortTitle: 'Kin in', title: 'Kin in' }],
});

/** Files that such a centre serves. @param centre further fields of its `centre.json` */
export const neckFiles = (centre: object = {}): Record<string, string> => ({
  'centre.json': JSON.stringify({ catalogues: [NECK], ...centre }),
  [`static/${NECK}`]: NECK_TEXT,
});

/** The code of its exercise, from a television of this centre. */
export function neckCode(): string {
  const catalogue = readCatalogue(NECK_TEXT, NECK).catalogue as Catalogue;
  const { exercises } = mergeCatalogues([{ file: NECK, catalogue }]);
  return writeCode([{ exercise: 'kin-in' }], codeBook(exercises));
}
