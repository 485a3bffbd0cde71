/** Names, at the end of a run, each test that did not pass at its first try: a reporter for vitest. */
import type { Reporter, TestModule } from 'vitest/node';

export default class SecondTries implements Reporter {
  onTestRunEnd(files: readonly TestModule[]): void {
    for (const file of files) {
      for (const test of file.children.allTests('passed')) {
        if (!test.diagnostic()?.retryCount) continue;
        console.log(`passed at the second try: ${test.fullName} (${file.relativeModuleId})`);
      }
    }
  }
}
