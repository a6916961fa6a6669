import { readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';

import { offeredOperations } from './operations';
import { SAMPLES } from './samples';
import { TABLE_FILE } from './table';

const offered = offeredOperations();

/** Readings whose question travels in a body (docs/vendors/kaicalls.md#communication-runs, docs/vendors/kairo.md#endpoint-categories). */
const READS_BY_POST = [
	'KaiCalls: communicationRun > preview',
	'KaiCalls: communicationRun > validate',
	'KAIRO: context > query',
];

describe('the census', () => {
	const others = offered.filter(({ sample }) => sample === undefined);

	it.each(others)('has a sample of $name, or it only reads', ({ name, target }) => {
		const { endpoints = [] } = target.operation.advice;
		const writes = READS_BY_POST.includes(name) ? [] : endpoints.filter((endpoint) => !endpoint.startsWith('GET '));
		expect(writes.map((endpoint) => `${endpoint}: give it a sample in test/engine/census/samples`)).toEqual([]);
		expect(endpoints).not.toEqual([]);
	});

	it('found no false outcome when its table was made; `npm run census` makes it again', () => {
		const rows = readFileSync(TABLE_FILE, 'utf8')
			.split('\n')
			.flatMap((line) => /^\| (\w+: .*?) \|.* (\d+) \|$/.exec(line)?.slice(1, 3).join(', ') ?? []);
		const writing = offered.filter(({ sample }) => sample !== undefined).map(({ name }) => `${name}, 0`);
		expect(rows.sort()).toEqual(writing.sort());
	});

	it('has no sample of an operation that no node offers', () => {
		const sampled = Object.values(SAMPLES).flatMap((byResource) =>
			Object.values(byResource).flatMap((samples) => Object.keys(samples)),
		);
		const found = offered.filter(({ sample }) => sample !== undefined).map(({ operationName }) => operationName);
		expect(sampled.sort()).toEqual(found.sort());
	});
});
