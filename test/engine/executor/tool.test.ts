import { describe, expect, it } from '@jest/globals';

import { errorOf } from '../agents/reads';
import { addProspects, byId, useKakiyoBench } from '../kakiyo';

const bench = useKakiyoBench();

/** A person whom the model names. */
const addNamed = {
	...addProspects,
	dataMode: 'defineBelow',
	name: '={{ $fromAI("name", "", "string") }}',
	url: '={{ $fromAI("url", "", "string") }}',
};

const jane = { name: 'Jane', url: 'linkedin.com/in/jane' };

describe('as an AI agent’s tool', () => {
	it('adds the person that the model names', async () => {
		const answer = await bench.tool(addNamed)(jane);
		expect(String(answer)).toContain('linkedin.com/in/jane');
		expect(bench.acceptedRows()).toBe(1);
	});

	it('answers every call again: an agent may read twice', async () => {
		const call = bench.tool({ resource: 'campaign', operation: 'getStatistics', campaignId: byId('campaign_001') });
		await call({});
		await call({});
		expect(bench.requests()).toHaveLength(2);
	});

	it('never repeats a request that may have been done, for any number of calls by the agent or Retry On Fail', async () => {
		bench.control.fail({ method: 'POST', path: '/prospects', kind: 'resetAfterHandler', times: 10 });
		const call = bench.tool(addNamed, { settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 } });
		expect(await errorOf(call(jane))).toContain('The outcome is unknown');
		expect(await errorOf(call(jane))).toContain('The outcome is unknown');
		expect(bench.acceptedRows()).toBe(1);
		expect(await errorOf(call({ name: 'Joe', url: 'linkedin.com/in/joe' }))).toContain('The outcome is unknown');
		expect(bench.acceptedRows()).toBe(2);
	});

	it.each([
		['at once', async (ask: () => Promise<unknown>) => await Promise.all([ask(), ask()])],
		['one after the other', async (ask: () => Promise<unknown>) => [await ask(), await ask()]],
	])('does two equal calls that an agent makes %s once, and says so in the other answer', async (_, twice) => {
		const call = bench.tool(addNamed);
		const answers = await twice(async () => await call(jane));
		expect(bench.acceptedRows()).toBe(1);
		expect(
			answers.filter((answer) =>
				String(answer).includes('Not done again: an equal call of this execution had done it'),
			),
		).toHaveLength(1);
	});

	it.each([
		[
			'pauses a campaign',
			{ resource: 'campaign', operation: 'pause', campaignId: byId('campaign_001') },
			{ operation: 'resume' },
		],
		[
			'resumes a campaign',
			{ resource: 'campaign', operation: 'resume', campaignId: byId('campaign_001') },
			{ operation: 'pause' },
		],
		['pauses an agent', { resource: 'agent', operation: 'pause', agentId: byId('agent_001') }, { operation: 'resume' }],
		[
			'resumes an agent',
			{ resource: 'agent', operation: 'resume', agentId: byId('agent_001') },
			{ operation: 'pause' },
		],
		[
			'pauses a conversation',
			{ resource: 'prospect', operation: 'pause', chatId: byId('chat_001') },
			{ operation: 'resume' },
		],
		[
			'resumes a conversation',
			{ resource: 'prospect', operation: 'resume', chatId: byId('chat_001') },
			{ operation: 'pause' },
		],
		[
			'writes custom data',
			{ resource: 'prospect', operation: 'updateCustomData', chatId: byId('chat_001'), customData: 'Likes tea' },
			{ customData: 'Likes coffee' },
		],
		[
			'assigns an agent',
			{ resource: 'workspace', operation: 'assignAgent', workspaceId: byId('ws_001'), agentId: byId('agent_001') },
			{ operation: 'unassignAgent', agentIdToUnassign: byId('agent_001') },
		],
		[
			'puts a person on the Do Not Contact list',
			{ resource: 'dnc', operation: 'add', dataMode: 'defineBelow', url: 'https://linkedin.com/in/jane' },
			{ operation: 'remove', entryId: { __rl: true, mode: 'url', value: 'https://linkedin.com/in/jane' } },
		],
	])('%s once more after this was undone', async (_, parameters, undoing) => {
		const call = bench.tool(parameters);
		await call({});
		await bench.tool({ ...parameters, ...undoing })({});
		await call({});
		const done = bench.requests().map(({ method, path, body, status }) => ({ method, path, body, status }));
		const [once] = done;
		expect(once?.status).toBeLessThan(300);
		expect(done.slice(1, -1)).not.toContainEqual(once);
		expect(done.at(-1)).toEqual(once);
	});

	it('explains that it has no input items to map', async () => {
		expect(
			String(await bench.tool({ ...addProspects, fields: { mappingMode: 'autoMapInputData', value: {} } })(jane)),
		).toContain('no input items to map');
	});
});
