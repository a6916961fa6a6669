import { beforeEach, describe, expect, it } from '@jest/globals';

import { byId } from '../bench';
import { useKaiCallsBench } from '../kaicalls';
import { useKakiyoBench } from '../kakiyo';
import { mapped, useKayseBench } from '../kayse';
import { useStand } from '../stand';
import { errorOf, itemsOf } from './reads';

const kaiCalls = useKaiCallsBench();
const kakiyo = useKakiyoBench();
const kayse = useKayseBench();

const stand = useStand();
beforeEach(() => void (stand.received.length = 0));

const bodies: unknown[] = [];

/** Answers each path of a reading with its rows, and all that writes with nothing. */
const serve = (lists: Record<string, unknown>) => {
	stand.answer = (response) => {
		const request = stand.received.at(-1);
		const { url = '/', method } = request ?? {};
		let text = '';
		request?.on('data', (part) => (text += String(part)));
		request?.on('end', () => void (text && bodies.push(JSON.parse(text))));
		const path = new URL(url, stand.origin).pathname;
		const found = Object.entries(lists).find(([end]) => path.endsWith(end));
		response.writeHead(method === 'GET' && !found ? 404 : 200, { 'content-type': 'application/json' });
		response.end(JSON.stringify(found?.[1] ?? {}));
	};
};

const sent = () => stand.received.map(({ method, url }) => `${method} ${url?.replace(/^\/v1/, '')}`);

const PAUSE = {
	resource: 'campaign',
	operation: 'pause',
	campaignId: byId('={{ $fromAI("campaign", "", "string") }}'),
};
const pausing = (campaign: string) => kakiyo.tool(PAUSE, { baseUrl: stand.origin })({ campaign });

const CAMPAIGNS = [
	{ id: 'k1', name: 'Spring outreach' },
	{ id: 'k2', name: 'Autumn outreach' },
	{ id: 'k3', name: 'Nurture' },
	...Array.from({ length: 9 }, (_, index) => ({ id: `k${index + 4}`, name: `Old list ${index}` })),
	...['d1', 'd2'].map((id) => ({ id, name: 'Twice' })),
];

describe('a model that writes the name of a record', () => {
	it.each([
		['Spring outreach', 'k1'],
		['  spring  OUTREACH ', 'k1'],
		['"Spring outreach"', 'k1'],
		['Campaign: Spring outreach', 'k1'],
		['Nurture', 'k3'],
	])('%s: the only record with that name is used', async (name, id) => {
		serve({ '/campaigns': CAMPAIGNS });
		expect(itemsOf(await pausing(name))).toMatchObject([{ done: 'Pause a campaign in Kakiyo', campaignId: id }]);
		expect(sent().at(-1)).toMatch(new RegExp(`^[A-Z]+ /campaigns/${id}/pause$`));
	});

	it('that two records have gets both in the answer, and nothing is done', async () => {
		serve({ '/campaigns': CAMPAIGNS });
		const error = await errorOf(pausing('Twice'));
		expect(error).toContain('"Campaign" is "Twice", the name of 2 records: "Twice" (ID d1), "Twice" (ID d2).');
		expect(sent().every((line) => line.startsWith('GET'))).toBe(true);
	});

	it('that no record has gets similar names in the answer, at most five', async () => {
		serve({ '/campaigns': CAMPAIGNS });
		expect(await errorOf(pausing('the Spring outreach campaign of ours'))).toContain('"Spring outreach" (ID k1)');
		const error = await errorOf(pausing('old list'));
		expect(error).toMatch(
			/^"Campaign" is "old list", and none has that name; there is "Old list 0" \(ID k4\).*"Old list 4" \(ID k8\) and 4 more\. Nothing was sent\..*Campaign > Get Many lists the right Campaign IDs\./,
		);
		expect(sent().every((line) => line.startsWith('GET'))).toBe(true);
	});

	it('that may be an ID, but is not an existing one, is refused with the way to the existing ones', async () => {
		serve({ '/campaigns': CAMPAIGNS });
		expect(await errorOf(pausing('spring-campaign-of-crm'))).toMatch(
			/none has that name or ID. Nothing was sent.*Campaign > Get Many/,
		);
		expect(sent().every((line) => line.startsWith('GET'))).toBe(true);
	});

	it('that may be an ID is sent as an ID if the list may be longer than the part that was read', async () => {
		const many = Array.from({ length: 600 }, (_, index) => ({ id: `c${index}`, name: `Campaign no. ${index}` }));
		serve({ '/campaigns': many });
		await pausing('spring-campaign-of-crm');
		expect(sent().at(-1)).toContain('/campaigns/spring-campaign-of-crm/pause');
	});

	it('gets the way to the ID if the list cannot be read', async () => {
		serve({});
		expect(await errorOf(pausing('Spring outreach'))).toMatch(/is words.*Campaign > Get Many/);
		expect(sent().every((line) => line.startsWith('GET'))).toBe(true);
	});

	it('of a long list gets no record if unread ones may have the same name', async () => {
		const many = Array.from({ length: 600 }, (_, index) => ({
			id: `c${index}`,
			name: index === 3 ? 'Dana Reyes' : `Person ${index}`,
		}));
		serve({ '/campaigns': many });
		expect(await errorOf(pausing('Dana Reyes'))).toContain('there may be others of that name: "Dana Reyes" (ID c3)');
	});

	it('rings the agent of that name (case 14)', async () => {
		const [agent] = kaiCalls.state.agents;
		const place = (name: string) =>
			kaiCalls.tool({ resource: 'call', operation: 'create', agentId: byId(name), to: '+12025550123' })({});
		expect(itemsOf(await place(String(agent?.name)))).toMatchObject([{ done: 'Place a call in KaiCalls' }]);
		expect(kaiCalls.timesRung()).toEqual([1]);
		expect(await errorOf(place(`${agent?.name} of Sales`))).toContain(`"${agent?.name}" (ID ${agent?.id})`);
		expect(kaiCalls.timesRung()).toEqual([1]);
	});

	it('uses several names, in an operation that distributes a person over several records', async () => {
		serve({ '/campaigns': CAMPAIGNS, '/prospects/batch/round-robin': { distribution: [] } });
		const distribute = (campaignIds: string) =>
			kakiyo.tool(
				{
					resource: 'prospect',
					operation: 'distribute',
					campaignIds,
					fields: mapped({ name: 'Dana Reyes', url: 'linkedin.com/in/dana' }),
				},
				{ baseUrl: stand.origin },
			)({});
		await distribute('Spring outreach, k9, Nurture');
		expect(bodies.at(-1)).toMatchObject({ campaignIds: ['k1', 'k3', 'k9'] });
		const before = sent().filter((line) => line.startsWith('POST')).length;
		expect(await errorOf(distribute('Spring outreach, Twice'))).toContain('the name of 2 records');
		expect(await errorOf(distribute('k1, no such campaign of ours'))).toContain('none has that name');
		expect(sent().filter((line) => line.startsWith('POST'))).toHaveLength(before);
	});

	it('narrows a list by it', async () => {
		serve({ '/agents': { agents: [{ id: 'ag-1', name: 'Anna Sales' }] }, '/calls': { calls: [], has_more: false } });
		await kaiCalls.tool(
			{ resource: 'call', operation: 'getAll', filters: { agentId: byId('anna sales') } },
			{ baseUrl: stand.origin },
		)({});
		expect(sent().at(-1)).toMatch(/calls\?.*agent_id=ag-1/);
	});

	it('finds a person through the search of the vendor', async () => {
		serve({
			'/prospects/search': {
				prospects: [{ id: 'chat_5', prospect: { id: 'prospect_5', name: 'Dana Reyes' } }],
				total: 1,
			},
		});
		await kakiyo.tool(
			{ resource: 'prospect', operation: 'pause', chatId: byId('Dana Reyes') },
			{ baseUrl: stand.origin },
		)({});
		expect(sent()[0]).toContain('query=Dana');
		expect(sent().at(-1)).toBe('POST /prospects/chat_5/pause');
	});

	it('searches for a name with a digit, although the vendor’s IDs are numbers', async () => {
		serve({ '/campaigns': { data: [{ id: 71, name: 'Q4' }] } });
		await kayse.tool(
			{
				resource: 'call',
				operation: 'schedule',
				caseId: '9001',
				campaignId: byId('Q4'),
				options: { respectOptOuts: false },
			},
			{ baseUrl: stand.origin },
		)({});
		expect(sent().some((line) => line.startsWith('GET') && line.includes('key=Q4'))).toBe(true);
	});
});

describe('a workflow', () => {
	it('does not accept a name: it is refused before anything is sent', async () => {
		serve({ '/campaigns': CAMPAIGNS });
		const { error } = await kakiyo.run({ ...PAUSE, campaignId: byId('Spring outreach') }, { baseUrl: stand.origin });
		expect(error?.message).toContain('is words');
		expect(sent()).toEqual([]);
	});
});
