'use strict';

const { createRequire } = require('node:module');

/** Loaded by the benchmark's n8n before itself: workflows whose name says so run without n8n's deduplication helpers, as in an n8n that has none. */
const helpers = createRequire(process.argv[1])(
	'n8n-core/dist/execution-engine/node-execution-context/utils/deduplication-helper-functions.js',
);

const { getDeduplicationHelperFunctions } = helpers;

helpers.getDeduplicationHelperFunctions = (workflow, node) =>
	workflow.name?.includes('without memory') ? {} : getDeduplicationHelperFunctions(workflow, node);
