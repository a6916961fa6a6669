'use strict';
const { start } = require('./meter');

/** A row as it might come from a table; `number` is an ID for operations that need digits. */
const rowOf = (index) => ({
	id: `id-${index}`,
	number: index + 1,
	name: `Jane Doe ${index}`,
	url: `https://www.linkedin.com/in/jane-doe-${index}`,
	customData: `Row ${index}: met at the fair, asked for a call back about the yearly plan.`,
});

/** The same row from a table whose heading no program uses. */
function misnamed({ name, ...row }) {
	return { ...row, visitor: name };
}

/** Makes as many items as the webhook asks for, then starts the clocks. */
class BenchSource {
	description = {
		displayName: 'Bench Source',
		name: 'benchSource',
		group: ['transform'],
		version: 1,
		description: 'Makes items and starts the clocks',
		defaults: { name: 'Bench Source' },
		inputs: ['main'],
		outputs: ['main'],
		properties: [],
	};

	async execute() {
		const { items, wrongColumn } = this.getInputData()[0].json.body;
		const rows = Array.from({ length: items }, (_, index) => rowOf(index));
		const output = rows.map((row, item) => ({ json: wrongColumn ? misnamed(row) : row, pairedItem: { item } }));
		await start();
		return [output];
	}
}

module.exports = { BenchSource };
