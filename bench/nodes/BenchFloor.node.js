'use strict';

/** One request for each item, `atOnce` at a time: n8n's own cost for any node. */
async function get() {
	const items = this.getInputData();
	const prefix = this.getNodeParameter('prefix', 0);
	const output = new Array(items.length);
	let next = 0;
	const work = async () => {
		while (next < items.length) {
			const item = next++;
			const url = prefix + this.getNodeParameter('id', item);
			const json = await this.helpers.httpRequestWithAuthentication.call(this, 'benchApi', { url, json: true });
			output[item] = { json, pairedItem: { item } };
		}
	};
	await Promise.all(Array.from({ length: this.getNodeParameter('atOnce', 0) }, work));
	return [output];
}

/** A declarative node that only reads one parameter and sends one request for each item. */
class BenchFloor {
	description = {
		displayName: 'Bench Floor',
		name: 'benchFloor',
		group: ['transform'],
		version: 1,
		description: 'The least that a node can do for one request an item',
		defaults: { name: 'Bench Floor' },
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: 'benchApi', required: true }],
		requestDefaults: {},
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				options: [{ name: 'Record', value: 'record' }],
				default: 'record',
			},
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				options: [{ name: 'Get', value: 'get' }],
				default: 'get',
			},
			{ displayName: 'Prefix', name: 'prefix', type: 'string', default: '' },
			{ displayName: 'ID', name: 'id', type: 'string', default: '' },
			{ displayName: 'At Once', name: 'atOnce', type: 'number', default: 5 },
		],
	};

	customOperations = { record: { get } };
}

module.exports = { BenchFloor };
