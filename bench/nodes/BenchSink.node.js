'use strict';
const { read } = require('./meter');

const valueAt = (json, path) => path.split('.').reduce((value, name) => value?.[name], json);

/** Stops the clocks, then counts the items and how many of them are different. */
class BenchSink {
	description = {
		displayName: 'Bench Sink',
		name: 'benchSink',
		group: ['transform'],
		version: 1,
		description: 'Stops the clocks and counts the items',
		defaults: { name: 'Bench Sink' },
		inputs: ['main'],
		outputs: ['main'],
		properties: [
			{
				displayName: 'Identity',
				name: 'identity',
				type: 'string',
				default: '',
				description: 'Path of the member that tells items apart; none where the answers do not say',
			},
		],
	};

	async execute() {
		const reading = await read();
		const items = this.getInputData();
		const identity = this.getNodeParameter('identity', 0);
		const identities = new Set(items.map(({ json }, index) => (identity ? valueAt(json, identity) : index)));
		identities.delete(undefined);
		return [[{ json: { ...reading, items: items.length, distinct: identities.size } }]];
	}
}

module.exports = { BenchSink };
