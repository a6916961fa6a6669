import { beforeAll, describe, expect, it } from '@jest/globals';

import { everyOperation, type AnyOperation } from '../agents/everyOperation';
import { runNode } from '../engine';
import { credentialFor } from '../executor/evaluations/nodes';
import { useHostileServer } from './server';

const server = useHostileServer();

/** JSON whose members have the names of what JavaScript calls to write a value or to count with it. */
const unprintable = { toString: 1, valueOf: 1, toJSON: 1, id: '1' };

const members = (value: unknown) =>
	Object.fromEntries(
		[
			...['status', 'state', 'code', 'message', 'name', 'created_at', 'createdAt', 'duration', 'ended_at', 'report'],
			...[
				'has_more',
				'next_cursor',
				'pages',
				'agentId',
				'campaignId',
				'chatId',
				'prospectId',
				'listId',
				'summary',
				'recording_url',
			],
		].map((name) => [name, value]),
	);

const LISTS = [
	'data',
	'agents',
	'calls',
	'leads',
	'campaigns',
	'prospects',
	'chats',
	'clients',
	'cases',
	'lists',
	'runs',
	'webhooks',
	'items',
	'results',
];

const record = { id: '1', ...members(unprintable) };

/** Answers that a vendor may give in place of the expected one. */
const ANSWERS: Array<[string, unknown]> = [
	['a record', record],
	['a record with an ID that is none', { ...record, id: unprintable }],
	['a record with errors in it', { ...record, error: unprintable, errors: unprintable }],
	['a list', [record, { ...record, id: unprintable }]],
	[
		'lists under every name',
		{ ...members([unprintable]), ...Object.fromEntries(LISTS.map((name) => [name, [record]])) },
	],
];

/** What JavaScript says of a value that it cannot write, and n8n of an error in a node. */
const WORDS_OF_JAVASCRIPT =
	/Cannot convert|primitive value|is not a function|Cannot read prop|is not iterable|call stack|answer could not be read/;

let operations: AnyOperation[] = [];
beforeAll(async () => {
	operations = await everyOperation();
});

async function run({ node, parameters }: AnyOperation) {
	const type = node.create();
	const credential = credentialFor(node, server.baseUrl);
	const credentials = Object.fromEntries(
		(type.description.credentials ?? []).map(({ name }) => [name, { id: credential.id, name }]),
	);
	return await runNode({
		type,
		credential,
		parameters: { ...parameters, options: { maxRetries: 0, maxWait: 0 } },
		settings: { credentials },
	});
}

describe('a vendor whose members have names of JavaScript’s own', () => {
	it.each(ANSWERS)(
		'causes an error in words in every operation, and never "unknown" after a read: %s',
		async (_what, answer) => {
			const inJavaScript: string[] = [];
			const unknown: string[] = [];
			for (const operation of operations) {
				server.received.length = 0;
				server.says(200, JSON.stringify(answer));
				const { error } = await run(operation);
				const said = `${error?.message} ${error?.description}`;
				if (WORDS_OF_JAVASCRIPT.test(said)) inJavaScript.push(`${operation.at}: ${said}`);
				const isOnlyRead = server.received.every(({ method }) => method === 'GET');
				if (isOnlyRead && said.includes('outcome is unknown')) unknown.push(`${operation.at}: ${said}`);
			}
			expect({ inJavaScript, unknown }).toEqual({ inJavaScript: [], unknown: [] });
		},
		300_000,
	);
});
