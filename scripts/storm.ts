import { runJest } from './jest';

const [seeds = '1-200'] = process.argv.slice(2);

/**
 * `npm run test:storm`: 200 storms, or those with the given seeds, such as `-- 7`, `-- 1-20`, or `-- 7x20` for twenty
 * times the same.
 */
runJest(['--selectProjects', 'engine', '--testPathPatterns', 'engine/storm/'], { STORM_SEEDS: seeds }).then((code) =>
	process.exit(code),
);
