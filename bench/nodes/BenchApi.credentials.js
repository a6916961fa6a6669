'use strict';

/** The cheapest credential that n8n can apply: a function, no expression. */
class BenchApi {
	name = 'benchApi';

	displayName = 'Bench API';

	properties = [{ displayName: 'API Key', name: 'apiKey', type: 'string', default: '' }];

	async authenticate({ apiKey }, request) {
		return { ...request, headers: { ...request.headers, Authorization: `Bearer ${apiKey}` } };
	}
}

module.exports = { BenchApi };
