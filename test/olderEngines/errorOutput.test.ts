import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ICredentialType, IDataObject, INode, INodeType } from 'n8n-workflow';

import { startSandbox, type Sandbox } from '../../sandbox';
import { InstalledEngine } from './engine';
import { OLDER_ENGINES } from './versions';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({});
});

beforeEach(() => sandbox.control.reset());

afterAll(async () => await sandbox.close());

const ROWS = [
	{ name: 'Ann Lee', url: 'https://www.linkedin.com/in/ann-lee', city: 'Austin' },
	{ name: 'Bob Ray', url: 'https://www.linkedin.com/company/acme', city: 'Boston' },
	{ name: 'Cy Fox', url: 'https://www.linkedin.com/in/cy-fox', city: 'Chicago' },
	{ name: 'N/A', url: 'https://www.linkedin.com/in/nobody-here', city: 'Denver' },
];

const NODES = [
	'Kakiyo/Kakiyo',
	'Kakiyo/KakiyoTrigger',
	'KaiCalls/KaiCalls',
	'KaiCalls/KaiCallsTrigger',
	'Kayse/Kayse',
	'Kayse/KayseTrigger',
	'Kairo/Kairo',
];

describe.each(OLDER_ENGINES)('on the engine of n8n $n8n', (version) => {
	let engine: InstalledEngine;

	beforeAll(async () => {
		engine = new InstalledEngine(version);
		await engine.start();
	});

	const add = async (items: IDataObject[], onError: INode['onError'], isCredentialMissing = false) =>
		await engine.run({
			type: engine.built<INodeType>('nodes/Kakiyo/Kakiyo.node.js', 'Kakiyo'),
			credential: {
				id: 'account',
				type: engine.built<ICredentialType>('credentials/KakiyoOutreachApi.credentials.js', 'KakiyoOutreachApi'),
				data: { ...sandbox.kakiyo },
			},
			isCredentialMissing,
			parameters: {
				resource: 'prospect',
				operation: 'add',
				campaignId: { __rl: true, mode: 'id', value: 'campaign_001' },
			},
			items,
			onError,
		});

	const sent = () => sandbox.control.log().map(({ method, path }) => `${method} ${path}`);

	it('which it is', () => {
		expect(engine.version).toBe(version.core);
	});

	it.each(NODES)('%s can be opened and run: n8n finds the order in which its fields depend on each other', (path) => {
		expect(() =>
			engine.workflowWith(engine.built<INodeType>(`nodes/${path}.node.js`, path.replace(/^.*\//, ''))),
		).not.toThrow();
	});

	it('good rows leave by the first output, and failed ones by the error output, with their input and the facts about the failure', async () => {
		const { items, errors, error } = await add(ROWS, 'continueErrorOutput');
		expect(error).toBeUndefined();
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
		expect(errors.map(({ pairedItem }) => Object(pairedItem).item)).toEqual([1, 3]);
		expect(errors.map(({ json }) => json)).toEqual(
			[ROWS[1], ROWS[3]].map((row) => ({
				...row,
				error: expect.any(String),
				details: expect.objectContaining({ outcome: 'input', description: expect.any(String) }),
			})),
		);
		expect(sent()).toHaveLength(1);
	});

	it('rows that the vendor refuses leave by the error output, too', async () => {
		sandbox.control.fail({ method: 'POST', path: '/prospects', kind: 'status', status: 403, times: 10 });
		sandbox.control.fail({ method: 'POST', path: '/prospects/batch', kind: 'status', status: 403, times: 10 });
		const { items, errors } = await add([ROWS[0] ?? {}, ROWS[2] ?? {}], 'continueErrorOutput');
		expect(items).toEqual([]);
		expect(errors.map(({ json }) => [json.city, Object(json.details).httpCode])).toEqual([
			['Austin', '403'],
			['Chicago', '403'],
		]);
	});

	it('without a credential, each row leaves by the error output, and nothing is sent', async () => {
		const { items, errors } = await add(ROWS, 'continueErrorOutput', true);
		expect([items, sent()]).toEqual([[], []]);
		expect(errors.map(({ json }) => json.city)).toEqual(['Austin', 'Boston', 'Chicago', 'Denver']);
	});

	it('with On Error = Continue, each row goes on in its place, failed ones with their error and their own columns', async () => {
		const { items } = await add(ROWS, 'continueRegularOutput');
		expect(items.map(({ json }) => ['error' in json, json.city])).toEqual([
			[false, 'Austin'],
			[true, 'Boston'],
			[false, 'Chicago'],
			[true, 'Denver'],
		]);
	});

	it('with On Error = Stop, nothing is sent and the row is named', async () => {
		const { error } = await add(ROWS, 'stopWorkflow');
		expect(error?.message).toContain('[item 1 of 4]');
		expect(sent()).toEqual([]);
	});
});
