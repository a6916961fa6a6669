import { beforeAll, describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';

import { restartLimiters } from '../processLimiters';
import { useStand } from '../stand';
import { everyOperation, WAYS, type AnyOperation } from './everyOperation';

const stand = useStand();
let operations: AnyOperation[] = [];

beforeAll(async () => {
	operations = await everyOperation();
});

const CREATES: ReadonlySet<string | undefined> = new Set(['POST', 'PATCH']);

/** What may be done twice, as the vendor is the same after it as after once. */
const HARMLESS = [
	'KaiCalls Communication Run > Cancel',
	'KaiCalls Communication Run > Pause',
	'KaiCalls Communication Run > Preview',
	'KaiCalls Communication Run > Validate',
	'KAIRO Agent > Update',
	'KAIRO Context > Query',
	'KAIRO Context > Update Source',
	'KaiCalls Agent > Update',
	'KaiCalls Lead > Update',
	'Kakiyo Agent > Pause',
	'Kakiyo Agent > Resume',
	'Kakiyo Campaign > Pause',
	'Kakiyo Campaign > Resume',
	'Kakiyo Do Not Contact > Add',
	'Kakiyo Prospect > Pause',
	'Kakiyo Prospect > Resume',
	'Kakiyo Prospect > Update Custom Data',
	'Kakiyo Workspace > Assign Agent',
	'Kayse Case > Delete',
	'Kayse Case List > Create or Update',
];

/** An operation that a model calls twice, each time in an execution of its own. */
async function twice({ at, ask }: AnyOperation, way: (typeof WAYS)[number]) {
	const written = () => stand.received.filter(({ method }) => CREATES.has(method)).length;
	stand.received.length = 0;
	restartLimiters();
	await ask(stand.origin, way, { account: { id: way } });
	const once = written();
	const second: IDataObject[] = await ask(stand.origin, way, { account: { id: way } });
	return { at, once, again: written() - once, second: JSON.stringify(second) };
}

describe.each(WAYS)('the same called twice as the tool of %s, in two executions', (way) => {
	it('is done once by every operation that creates, contacts or runs; the second answer says so', async () => {
		stand.answer = (response) => {
			response.writeHead(200, { 'content-type': 'application/json' });
			response.end(JSON.stringify({ id: 'x_1', status: 'completed', success: true, data: { id: 'x_1' } }));
		};
		const calls = [];
		for (const operation of operations) calls.push(await twice(operation, way));
		expect(
			calls
				.filter(({ again }) => again > 0)
				.map(({ at }) => at)
				.sort(),
		).toEqual([...HARMLESS].sort());
		const held = calls.filter(({ once, again }) => once > 0 && again === 0);
		expect(held.length).toBeGreaterThan(35);
		expect(
			held.filter(({ second }) => !/equal call of this tool/.test(second)).map(({ at, second }) => ({ at, second })),
		).toEqual([]);
	});
});
