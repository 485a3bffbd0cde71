/** A brochure of a centre's own, with one exercise: no code of the other brochure belongs to it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCatalogue } from '../../src/catalogue/load';
import { mergeCatalogues } from '../../src/catalogue/merge';
import type { Catalogue } from '../../src/catalogue/types';
import { codeBook } from '../../src/session/code/codeBook';
import { writeCode } from '../../src/session/code/routineCode';

const RUG = join(import.meta.dirname, '../../static/catalogue/thuisoefeningen-rug.json');

/** Below the static folder. */
const NECK = 'catalogue/nek.json';

const rug = JSON.parse(readFileSync(RUG, 'utf8')) as { exercises: { id: string }[] };
const brug = rug.exercises.find(({ id }) => id === 'brug');

const NECK_TEXT = JSON.stringify({
  ...rug,
  id: 'nek',
  exercises: [{ ...brug, id: 'kin-in', shortTitle: 'Kin in', title: 'Kin in' }],
});

/** Files as such a centre serves them. @param centre what else its `centre.json` holds */
export const neckFiles = (centre: object = {}): Record<string, string> => ({
  'centre.json': JSON.stringify({ catalogues: [NECK], ...centre }),
  [`static/${NECK}`]: NECK_TEXT,
});

/** The code of its exercise, as a television of this centre makes it. */
export function neckCode(): string {
  const catalogue = readCatalogue(NECK_TEXT, NECK).catalogue as Catalogue;
  const { exercises } = mergeCatalogues([{ file: NECK, catalogue }]);
  return writeCode([{ exercise: 'kin-in' }], codeBook(exercises));
}
