import { describe, expect, it } from '@jest/globals';
import type { INodeListSearchResult, INodePropertyOptions } from 'n8n-workflow';

import { byId, onBench } from '../bench';
import { editor } from '../editor';
import { hintsOf } from '../engine';
import { useKaiCallsBench } from '../kaicalls';
import { useKairoBench } from '../kairo';
import { useKakiyoBench } from '../kakiyo';
import { useKayseBench } from '../kayse';
import { NODES } from './everyNode';
import { useHostileServer } from './server';
import { everyOne } from '../../support/everyOne';

const server = useHostileServer();
const kaiCalls = useKaiCallsBench();
const kakiyo = useKakiyoBench();
const kairo = useKairoBench();
const kayse = useKayseBench();

const LINK = '<a href="https://evil.test">Log in again</a>';
const hasty = { options: { maxRetries: 0 } };
const call = { resource: 'call', operation: 'create', agentId: byId('agent_1'), to: '+14155550100', ...hasty };
const running = { resource: 'workflow', operation: 'run', workflowId: byId('wf'), workflowInputType: 'json' };

type Run = () => ReturnType<typeof kaiCalls.run>;

describe('a stranger who fills in a form with a link', () => {
	it.each<[string, Run]>([
		[
			'KaiCalls, a telephone number',
			async () => await kaiCalls.run({ ...call, to: '={{ $json.to }}' }, { items: [{ to: LINK }] }),
		],
		['KaiCalls, an ID', async () => await kaiCalls.run({ resource: 'call', operation: 'get', callId: byId(LINK) })],
		[
			'KaiCalls, an expression that fails',
			async () => await kaiCalls.run({ ...call, to: `={{ (() => { throw new Error('${LINK}') })() }}` }),
		],
		[
			'Kakiyo, a LinkedIn address',
			async () =>
				await kakiyo.run(
					{ resource: 'prospect', operation: 'add', campaignId: byId('campaign_001') },
					{ items: [{ name: 'A', url: LINK }] },
				),
		],
		[
			'Kakiyo, a column',
			async () =>
				await kakiyo.run(
					{ resource: 'prospect', operation: 'add', campaignId: byId('campaign_001') },
					{ items: [{ name: 'A', [LINK]: '1' }] },
				),
		],
		['Kayse, an ID', async () => await kayse.run({ resource: 'case', operation: 'get', caseId: LINK })],
		[
			'KAIRO, a name in JSON',
			async () => await kairo.run({ ...running, inputJson: `{${JSON.stringify(LINK)}:1,${JSON.stringify(LINK)}:2}` }),
		],
		[
			'KAIRO, a number in JSON',
			async () => await kairo.run({ ...running, inputJson: `{"${LINK.replaceAll('"', "'")}":1e400}` }),
		],
	])('puts no link into the error that the builder reads: %s', async (_where, run) => {
		const { error } = await run();
		expect(error?.message).toBeTruthy();
		expect(`${error?.message} ${error?.description}`).not.toMatch(/<\w/);
	});

	it('puts no link into the hint of a run, not even as the name of a column', async () => {
		const result = await kakiyo.run(
			{ resource: 'prospect', operation: 'add', campaignId: byId('campaign_001') },
			{ items: [{ name: 'Ada', url: 'https://www.linkedin.com/in/ada', [LINK]: '1' }] },
		);
		expect(hintsOf(result).join()).not.toMatch(/<\w/);
	});

	it('puts no megabyte into an error', async () => {
		const long = 'x'.repeat(1_000_000);
		const results = [
			await kaiCalls.run({ ...call, to: '={{ $json.to }}' }, { items: [{ to: long }] }),
			await kakiyo.run(
				{ resource: 'prospect', operation: 'add', campaignId: byId('campaign_001') },
				{ items: [{ name: 'A', url: long }] },
			),
		];
		for (const { error } of everyOne(results))
			expect(`${error?.message} ${error?.description}`.length).toBeLessThan(7_000);
	});
});

const HOSTILE_NAMES = [
	`Sales${LINK}`,
	'Sales\u202etxt.exe',
	'Sales\u0000\u0007\u200b',
	'\u200b\u202e',
	'x'.repeat(10_000),
	'\ud800',
	'',
];

const entries = HOSTILE_NAMES.map((name, index) => ({
	...{
		id: `id_${index}`,
		$id: `id_${index}`,
		name,
		title: name,
		phone: name,
		email: name,
		url: name,
		description: name,
		event: name || 'e',
		event_name: name || 'e',
	},
	...{
		agent_name: name,
		status: name,
		external_ref: name,
		phone_number: name || '1',
		model: name,
		created_at: '2026-01-01T00:00:00Z',
	},
}));

describe.each(NODES)('an entry in a list of $name', ({ node, bench: benchOf }) => {
	const bench = onBench(benchOf());

	const offered = async (): Promise<string[]> => {
		const context = editor(node, bench.credential({ baseUrl: server.baseUrl }));
		const { listSearch = {}, loadOptions = {} } = node.methods as {
			listSearch?: Record<string, (this: unknown) => Promise<INodeListSearchResult>>;
			loadOptions?: Record<string, (this: unknown) => Promise<INodePropertyOptions[]>>;
		};
		const lists = [
			...Object.values(listSearch).map(async (search) => (await search.call(context)).results),
			...Object.values(loadOptions).map(async (load) => await load.call(context)),
		];
		const settled = await Promise.allSettled(lists);
		return settled.flatMap((each) => (each.status === 'fulfilled' ? each.value.map(({ name }) => name) : []));
	};

	it('is short, without markup and invisible characters', async () => {
		const names = [
			'agents',
			'calls',
			'leads',
			'campaigns',
			'webhooks',
			'events',
			'products',
			'prompts',
			'models',
			'workflows',
			'sources',
			'data',
			'numbers',
			'phone_numbers',
			'workspaces',
			'conversations',
			'templates',
			'clients',
		];
		const texts = [JSON.stringify(Object.fromEntries(names.map((name) => [name, entries]))), JSON.stringify(entries)];
		const seen: string[] = [];
		for (const text of texts) {
			server.says(200, text);
			for (const name of await offered()) seen.push(name);
		}
		expect(seen.length).toBeGreaterThan(HOSTILE_NAMES.length - 1);
		for (const name of everyOne(seen)) {
			expect(name.length).toBeLessThanOrEqual(300);
			expect(name).toMatch(/\S/);
			expect(name).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}<]/u);
		}
	});
});
