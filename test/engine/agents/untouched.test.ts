import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { NodeHelpers } from 'n8n-workflow';

import { offeredBy } from '../description';
import { packageNodes } from '../executor/evaluations/nodes';
import { useKaiCallsBench } from '../kaicalls';
import { useKakiyoBench } from '../kakiyo';
import { useKayseBench } from '../kayse';
import { Stand } from '../stand';
import { itemsOf } from './reads';

const kaiCalls = useKaiCallsBench();
const kakiyo = useKakiyoBench();
const kayse = useKayseBench();

const stand = new Stand();
beforeAll(async () => await stand.start());
beforeEach(() => {
	stand.received.length = 0;
	stand.answer = (response) => {
		response.writeHead(200, { 'content-type': 'application/json' });
		response.end(JSON.stringify({ data: [], has_more: false, listId: 'l1' }));
	};
});
afterAll(() => stand.stop());

const bodies = () => kakiyo.requests().map(({ body }) => body);

describe('a tool that a person has added and not touched', () => {
	it('lists as the model has asked: filters and a limit, and an empty argument filters nothing', async () => {
		const tool = kaiCalls.tool({ resource: 'lead', operation: 'getAll' }, { baseUrl: stand.origin });
		await tool({ status: 'new', phone: '', email: '', created_after: '', limit: 5 });
		const query = new URL(stand.received[0]?.url ?? '', stand.origin).searchParams;
		expect(Object.fromEntries(query)).toMatchObject({ status: 'new', limit: '5' });
		expect([...query.keys()].sort()).toEqual(['limit', 'status']);
	});

	it('places the call that the model has described', async () => {
		const agentId = kaiCalls.state.agents[0]?.id ?? '';
		const items = itemsOf(
			await kaiCalls.tool({ resource: 'call', operation: 'create' })({
				agent_id: agentId,
				to: '+12025550123',
				name: 'Dana',
				context: '',
			}),
		);
		expect(items).toMatchObject([{ agent_id: agentId }]);
		expect(kaiCalls.timesRung()).toEqual([1]);
	});

	it('adds the person whom the model names, although a workflow maps its own rows (case 39)', async () => {
		const items = itemsOf(
			await kakiyo.tool({ resource: 'prospect', operation: 'add' })({
				campaign_id: 'campaign_001',
				name: 'Dana Reyes',
				url: 'https://www.linkedin.com/in/dana-reyes',
				custom_data: '',
			}),
		);
		expect(items).toMatchObject([
			{ name: 'Dana Reyes', url: 'https://linkedin.com/in/dana-reyes', importStatus: 'accepted' },
		]);
	});

	it('does not contact the persons that the model names (case 39)', async () => {
		await kakiyo.tool({ resource: 'dnc', operation: 'add' })({ url: 'https://www.linkedin.com/in/dana-reyes' });
		expect(JSON.stringify(bodies())).toContain('linkedin.com/in/dana-reyes');
	});

	it('spreads over the campaigns whom the model names', async () => {
		await kakiyo.tool({ resource: 'prospect', operation: 'distribute' })({
			campaign_ids: 'campaign_001, campaign_002',
			name: 'Dana Reyes',
			url: 'https://www.linkedin.com/in/dana-reyes',
		});
		expect(bodies()).toMatchObject([
			{ campaignIds: ['campaign_001', 'campaign_002'], prospects: [{ name: 'Dana Reyes' }] },
		]);
	});

	it('asks for as many people as the model says (case 40), and for none where that number is not to be had', async () => {
		const tool = kakiyo.tool({ resource: 'prospect', operation: 'importSalesNavigator' });
		const search = { campaign_id: 'campaign_001', search_url: 'https://www.linkedin.com/sales/search/people?query=x' };
		await tool({ ...search, requested_count: '100' });
		expect(bodies()).toMatchObject([{ requestedCount: 100 }]);
		const [refused] = itemsOf(await tool({ ...search, requested_count: '20' }));
		expect(refused?.error).toMatch(/100/);
		expect(bodies()).toHaveLength(1);
	});

	it('creates the record that the model describes (case 39)', async () => {
		const items = itemsOf(
			await kayse.tool({ resource: 'client', operation: 'create' })({
				first_name: 'Dana',
				last_name: 'Reyes',
				external_source: 'other',
				external_source_id: 'L-1042',
				mobile: '+12025550123',
				email: '',
			}),
		);
		expect(items).toMatchObject([{ first_name: 'Dana', last_name: 'Reyes', external_source_id: 'L-1042' }]);
	});

	it('searches by the words of the model', async () => {
		await kakiyo.tool(
			{ resource: 'prospect', operation: 'search' },
			{ baseUrl: stand.origin },
		)({ query: 'Dana Reyes', campaign_id: '', has_responded: 'yes', limit: 3 });
		const query = new URL(stand.received[0]?.url ?? '', stand.origin).searchParams;
		expect(query.get('hasResponded')).toBe('true');
		expect(query.has('campaignId')).toBe(false);
	});
});

describe.each(packageNodes.map(({ create }) => create()))('in a workflow', (type) => {
	it.each(offeredBy(type).operations)(
		'$at leaves nothing to a model, and has no text for one',
		({ resource, option: { value } }) => {
			const { description } = type;
			const chosen = { resource, operation: value };
			const node = {
				id: '1',
				name: 'Node',
				type: description.name,
				typeVersion: 1,
				position: [0, 0] as [number, number],
				parameters: chosen,
			};
			const parameters = NodeHelpers.getNodeParameters(description.properties, chosen, true, false, node, description);
			expect(JSON.stringify(parameters)).not.toMatch(/fromAI|toolDescription/);
		},
	);
});
