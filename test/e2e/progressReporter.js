/** Prints each test as it ends; jest's own reporter waits for the end of the file. */
module.exports = class ProgressReporter {
	onTestCaseStart(_test, { fullName }) {
		process.stderr.write(`  ... ${fullName}\n`);
	}

	onTestCaseResult(_test, { status, fullName, duration }) {
		process.stderr.write(`  ${status} ${fullName} (${((duration ?? 0) / 1000).toFixed(1)} s)\n`);
	}
};
