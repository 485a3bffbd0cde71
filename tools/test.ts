/** `npm test`: all checks, the ones that fail fastest first. With a word, only the steps whose names begin with it. */
import { spawnSync } from 'node:child_process';
import { ensureWorkbench } from './workbench/install';

const STEPS: [name: string, command: string, ...args: string[]][] = [
  ['lint', 'biome', 'check', '--error-on-warnings', '.'],
  ['types of the app', 'tsc', '--noEmit'],
  ['types of tests and tools', 'tsc', '--noEmit', '-p', 'tsconfig.node.json'],
  ['types of the instructor', 'tsc', '--noEmit', '-p', 'tools/instructor'],
  ['build', 'tsx', 'tools/build.ts'],
  ['unit tests', 'vitest', 'run', '--project', 'unit', '--project', 'ui'],
  // Alone, so that nothing else takes the processor while a test judges a picture.
  ['browser tests', 'vitest', 'run', '--project', 'browser'],
];

ensureWorkbench();
const [only = ''] = process.argv.slice(2);
for (const [name, command, ...args] of STEPS.filter(([step]) => step.startsWith(only))) {
  const start = Date.now();
  const { status } = spawnSync('npx', ['--no-install', command, ...args], { stdio: 'inherit' });
  if (status !== 0) {
    console.error(`npm test stopped at: ${name}`);
    process.exit(status ?? 1);
  }
  console.log(`${name}: ${((Date.now() - start) / 1000).toFixed(0)} s`);
}
