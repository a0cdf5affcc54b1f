// A Vitest reporter that ends with one line any tool can read: `N passed, N failed, N skipped`.
export default class Totals {
  onTestRunEnd(modules, errors) {
    const count = { passed: 0, failed: 0, skipped: 0 };
    for (const module of modules) {
      let tests = 0;
      for (const test of module.children.allTests()) {
        tests++;
        const { state } = test.result();
        count[state === 'passed' || state === 'failed' ? state : 'skipped']++;
      }
      // a file that failed before its first test counts as one failure
      if (tests === 0 && module.state() === 'failed') count.failed++;
    }
    count.failed += errors.length;
    const line = `${count.passed} passed, ${count.failed} failed${count.skipped > 0 ? `, ${count.skipped} skipped` : ''}`;
    process.on('exit', () => process.stdout.write(`${line}\n`));
  }
}
