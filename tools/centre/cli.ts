/** Runs `npm run --silent centre -- COMMAND …` (`run.ts`). */
import { PROJECT } from '../catalogue/files';
import { run } from './run';

const output = {
  out: (text: string) => process.stdout.write(`${text}\n`),
  err: (text: string) => process.stderr.write(`${text}\n`),
};
process.exitCode = run(process.argv.slice(2), output, PROJECT);
