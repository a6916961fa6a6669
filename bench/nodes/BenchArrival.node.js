'use strict';
const { arrive } = require('./meter');

/** Counts the runs of a workflow that a trigger starts. */
class BenchArrival {
	description = {
		displayName: 'Bench Arrival',
		name: 'benchArrival',
		group: ['transform'],
		version: 1,
		description: 'Counts runs',
		defaults: { name: 'Bench Arrival' },
		inputs: ['main'],
		outputs: ['main'],
		properties: [],
	};

	async execute() {
		arrive();
		return [this.getInputData()];
	}
}

module.exports = { BenchArrival };
