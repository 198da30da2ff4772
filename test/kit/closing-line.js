/** A jest reporter: after the run, one line that says how it went. */
class ClosingLine {
  onRunComplete(_contexts, results) {
    const passed = results.numPassedTests;
    // a file that cannot even be loaded has no tests to count, and is no success.
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    const tail = skipped > 0 ? `, ${skipped} skipped` : '';
    process.stdout.write(`${passed} passed, ${failed} failed${tail}\n`);
  }
}

module.exports = ClosingLine;
