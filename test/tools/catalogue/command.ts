/** The catalogue's commands, run within the test. */
import { run } from '../../../tools/catalogue/run';

/** Runs a command with arguments of the command line. */
export const catalogue = (argv: string[], project?: string) => {
  const out: string[] = [];
  const err: string[] = [];
  const output = { out: (text: string) => out.push(text), err: (text: string) => err.push(text) };
  const code = project === undefined ? run(argv, output) : run(argv, output, project);
  return { code, out: out.join('\n'), err };
};
