import { cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ICredentialType, INodeType } from 'n8n-workflow';

import { Bench } from '../engine/bench';
import { unpackInto } from './packed';

// As n8n installs community packages: all of them and their dependencies in one `node_modules`.
const folder = join(__dirname, '../../.cache', `foreign-${process.pid}`);
const shared = join(folder, 'node_modules');
const own = join(shared, 'n8n-nodes-outreach-agents');

/** Modules that n8n lends to community packages, here in an unusable version that another package has brought. */
const UNUSABLE = ['zod', 'luxon', 'p-limit'];

function bringUnusable(name: string): void {
	mkdirSync(join(shared, name), { recursive: true });
	const says = `throw new Error('Took ${name} of another community package');`;
	writeFileSync(join(shared, name, 'index.js'), says);
}

/** A copy of n8n's own module, so that its classes are not the same; with its dependencies in versions of its own. */
function bringWorkflow(): void {
	const installed = dirname(require.resolve('n8n-workflow/package.json'));
	const isRun = (path: string) => !/\.(ts|map)$|\/esm(\/|$)/.test(path);
	const copy = join(shared, 'n8n-workflow');
	cpSync(installed, copy, { recursive: true, filter: isRun });
	for (const name of ['zod', 'zod/v4', 'luxon']) {
		const needed = join(copy, 'node_modules', name);
		mkdirSync(needed, { recursive: true });
		writeFileSync(
			join(needed, 'index.js'),
			`module.exports = require(${JSON.stringify(require.resolve(name, { paths: [installed] }))})`,
		);
	}
}

const built = <T>(path: string, name: string): T => {
	const Class = jest.requireActual<Record<string, new () => T>>(join(own, 'dist', path))[name];
	if (!Class) throw new Error(`No ${name} in ${path}`);
	return new Class();
};

const kakiyo = new Bench({
	node: () => built<INodeType>('nodes/Kakiyo/Kakiyo.node.js', 'Kakiyo'),
	credential: () => built<ICredentialType>('credentials/KakiyoOutreachApi.credentials.js', 'KakiyoOutreachApi'),
	account: (sandbox) => sandbox.kakiyo,
});

const kaiCalls = new Bench({
	node: () => built<INodeType>('nodes/KaiCalls/KaiCalls.node.js', 'KaiCalls'),
	credential: () => built<ICredentialType>('credentials/KaiCallsOutreachApi.credentials.js', 'KaiCallsOutreachApi'),
	account: (sandbox) => sandbox.kaicalls,
});

const campaignId = { __rl: true, mode: 'id', value: 'campaign_001' };

beforeAll(async () => {
	unpackInto(folder);
	mkdirSync(shared);
	renameSync(join(folder, 'package'), own);
	for (const name of UNUSABLE) bringUnusable(name);
	bringWorkflow();
	await kakiyo.start();
	await kaiCalls.start();
}, 60_000);

afterAll(async () => {
	await kakiyo.stop();
	await kaiCalls.stop();
	rmSync(folder, { recursive: true, force: true });
});

describe('beside foreign versions of all modules that n8n lends', () => {
	it('people are added', async () => {
		const { items, error } = await kakiyo.run(
			{ resource: 'prospect', operation: 'add', campaignId },
			{ items: [{ name: 'Jane Doe', url: 'https://www.linkedin.com/in/foreign-modules' }] },
		);
		expect(error).toBeUndefined();
		expect(items[0]?.json).not.toHaveProperty('error');
		expect(kakiyo.requests()).toHaveLength(1);
	});

	it('dates are understood, those of expressions too, which are of n8n’s own luxon', async () => {
		const { error } = await kaiCalls.run({
			resource: 'usage',
			operation: 'getAll',
			returnAll: true,
			filters: { start: '={{ DateTime.fromISO("2026-03-03T09:30:00Z") }}' },
		});
		expect(error).toBeUndefined();
		expect(kaiCalls.requests()[0]?.query).toMatchObject({ start: '2026-03-03T09:30:00.000Z' });
	});

	it('an error is one of n8n’s, with its remedy', async () => {
		const { error } = await kakiyo.run({
			resource: 'campaign',
			operation: 'pause',
			campaignId: { ...campaignId, value: 'nowhere' },
		});
		expect(error).toMatchObject({ message: 'Kakiyo has no Campaign ID "nowhere"', httpCode: '404' });
		expect(error?.description).toContain('Check the ID');
	});
});
