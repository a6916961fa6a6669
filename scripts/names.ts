import { runJest } from './jest';

/** What `npm run names` does: takes down the names of nodes, fields and options before the first release, as a release does. */
runJest(['--selectProjects', 'engine', '--testPathPatterns', 'engine/names/'], { WRITE_NAMES: 'unreleased' }).then(
	(code) => process.exit(code),
);
