import { readFileSync } from 'node:fs';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { runWay } from '../executor/evaluations/run';
import { startServer, type AnyServer } from '../executor/evaluations/server';
import { operationsOf } from '../executor/evaluations/ways';
import { systemTime } from '../scaledTime';
import { offeredOperations } from './operations';
import { SAMPLES } from './samples';
import { TABLE_FILE } from './table';
import { everyOne } from '../../support/everyOne';

jest.setTimeout(120_000);

let server: AnyServer;
beforeAll(async () => {
	server = await startServer();
	Object.assign(systemTime, { now: Date.now });
});
afterAll(async () => await server.close());

const offered = offeredOperations();

/** Readings whose question travels in a body (docs/vendors/kaicalls.md#communication-runs, docs/vendors/kairo.md#endpoint-categories). */
const READS_BY_POST = [
	'KaiCalls: communicationRun > preview',
	'KaiCalls: communicationRun > validate',
	'KAIRO: context > query',
];

describe('the census', () => {
	const others = offered.filter(({ sample }) => sample === undefined);

	it.each(others)('has a sample of $name, or it only reads', async ({ node, name, resource, operationName }) => {
		const ways = operationsOf(node.create()).flatMap((operation) => operation.ways);
		const own = ways.filter(({ choices }) => choices.resource === resource && choices.operation === operationName);
		expect(own.length).toBeGreaterThan(0);
		for (const way of everyOne(own)) {
			const { methods } = await runWay(node, way, server, { items: 1, onError: 'continueRegularOutput' });
			expect(new Set(methods)).toEqual(new Set([READS_BY_POST.includes(name) ? 'POST' : 'GET']));
		}
	});

	it('found nothing untrue in any of them when its table was made', () => {
		const rows = readFileSync(TABLE_FILE, 'utf8')
			.split('\n')
			.flatMap((line) => /^\| (\w+: .*?) \|.* (\d+) \|$/.exec(line)?.slice(1, 3).join(', ') ?? []);
		const writing = offered.filter(({ sample }) => sample !== undefined).map(({ name }) => `${name}, 0`);
		expect(rows.sort()).toEqual(writing.sort());
	});

	it('has no sample of what no node offers', () => {
		const sampled = Object.values(SAMPLES).flatMap((byResource) =>
			Object.values(byResource).flatMap((samples) => Object.keys(samples)),
		);
		const found = offered.filter(({ sample }) => sample !== undefined).map(({ operationName }) => operationName);
		expect(sampled.sort()).toEqual(found.sort());
	});
});
