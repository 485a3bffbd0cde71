/** A reporter for vitest: at the end it names each test that passed only at its second try. */
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
