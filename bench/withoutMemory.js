'use strict';

const { createRequire } = require('node:module');

/**
 * Is loaded before the benchmark's n8n: workflows with this mark in their name run without n8n's deduplication helpers,
 * like in an n8n without them.
 */
const helpers = createRequire(process.argv[1])(
	'n8n-core/dist/execution-engine/node-execution-context/utils/deduplication-helper-functions.js',
);

const { getDeduplicationHelperFunctions } = helpers;

helpers.getDeduplicationHelperFunctions = (workflow, node) =>
	workflow.name?.includes('without memory') ? {} : getDeduplicationHelperFunctions(workflow, node);
