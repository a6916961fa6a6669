import { describe, expect, it } from '@jest/globals';

import { byId, people } from '../kakiyo';
import { useOperations } from './operations';
import { everyOne } from '../../support/everyOne';

const { bench, run, rows, sent, expectAllEndpointsReached } = useOperations('prospect');

const campaignId = byId('campaign_001');
const prospects = () => bench.control.kakiyoState().prospects;
const chat = (chatId: string) => prospects().find((one) => one.chatId === chatId);
const profile = (number: number) => `https://linkedin.com/in/new-person-${number}`;
/** Code 0: the agent has not begun, so it may be deleted; 4: it is in the middle of it. */
const withStatus = (status: number) => prospects().filter((one) => one.status === status && !one.paused);

describe('prospect: one conversation', () => {
	it('gets it simplified, or unchanged', async () => {
		const [flat] = await rows('get', { chatId: byId('chat_005'), simplify: true });
		expect(flat).toMatchObject({
			chatId: 'chat_005',
			prospectId: 'prospect_005',
			name: 'Person 004',
			campaignId: 'campaign_001',
			campaignName: 'Spring CFOs',
			city: expect.any(String),
			country: expect.any(String),
			messages: [{ role: 'assistant' }, { role: 'user' }],
		});
		const [raw] = await rows('get', { chatId: byId('chat_005'), simplify: false });
		expect(raw).toMatchObject({
			id: 'chat_005',
			prospect: { id: 'prospect_005', name: 'Person 004', location: { city: flat?.city }, about: flat?.about },
		});
		expect(raw).toMatchObject({
			prospect: { currentCompanyWebsite: flat?.companyWebsite, currentCompanyLinkedInUrl: flat?.companyUrl },
		});
		expect(sent()).toEqual([{ to: 'GET /prospects/chat_005' }, { to: 'GET /prospects/chat_005' }]);
	});

	it('qualifies, pauses and resumes it', async () => {
		const chatId = byId('chat_005');
		await rows('qualify', { chatId });
		await rows('pause', { chatId });
		expect(chat('chat_005')).toMatchObject({ qualification: 'qualified', paused: true });
		await rows('resume', { chatId });
		expect(chat('chat_005')).toMatchObject({ paused: false });
		expect(sent().map(({ to }) => to)).toEqual([
			'POST /prospects/chat_005/qualify',
			'POST /prospects/chat_005/pause',
			'POST /prospects/chat_005/resume',
		]);
	});

	it('accepts the same custom data as Add: an object, without its empty values, and without the rest of an expression', async () => {
		const chatId = byId('chat_005');
		await rows('updateCustomData', { chatId, customData: '={{ { met: "SaaStr", size: 50, city: "N/A" } }}' });
		expect(chat('chat_005')?.customData).toBe('{"met":"SaaStr","size":50}');
		const { error } = await run('updateCustomData', { chatId, customData: '={{ { met: "undefined" } }}' });
		expect(error?.message).toContain('"undefined"');
		for (const nothing of ['{ role: $json.nothing }', '{ role: "N/A" }', '{}']) {
			expect((await run('updateCustomData', { chatId, customData: `={{ ${nothing} }}` })).error?.message).toBe(
				'"Custom Data" is empty',
			);
		}
		expect(sent()).toHaveLength(1);
		await rows('updateCustomData', { chatId, customData: '={{ { met: $now } }}' });
		expect(chat('chat_005')?.customData).toMatch(/^\{"met":"\d{4}-\d\d-\d\dT/);
	});

	it('replaces custom data, clears it, and refuses too much of it', async () => {
		const chatId = byId('chat_005');
		await rows('updateCustomData', { chatId, customData: 'Met at SaaStr' });
		expect(chat('chat_005')?.customData).toBe('Met at SaaStr');
		await rows('updateCustomData', { chatId, clearCustomData: true });
		expect(chat('chat_005')?.customData).toBeNull();
		const { error } = await run('updateCustomData', { chatId, customData: 'x'.repeat(3001) });
		expect(error?.message).toBe('"Custom Data" has 3001 characters, but Kakiyo takes at most 3000');
		expect(sent()).toEqual([
			{ to: 'PATCH /prospects/chat_005/custom-data', body: { customData: 'Met at SaaStr' } },
			{ to: 'PATCH /prospects/chat_005/custom-data', body: { customData: '' } },
		]);
	});
});

describe('prospect: lists', () => {
	it('follows the header cursor of a campaign’s list', async () => {
		const all = await rows('getAll', { campaignId, returnAll: true });
		expect(new Set(all.map(({ chatId }) => chatId)).size).toBe(230);
		expect(Object.keys(all[0] ?? {})).toEqual([
			'name',
			'url',
			'status',
			'qualification',
			'headline',
			'jobTitle',
			'company',
			'companyWebsite',
			'companyUrl',
			'statusCode',
			'paused',
			'lastMessage',
			'chatId',
			'prospectId',
		]);
		expect(sent()).toHaveLength(3);
	});

	it('keeps the filters on every page', async () => {
		const filters = { isPaused: false, status: 4, hasResponded: true };
		const found = await rows('getAll', { campaignId, limit: 3, simplify: false, filters });
		expect(found).toHaveLength(3);
		expect(found.every(({ status, paused }) => status === 4 && paused === false)).toBe(true);
		expect(sent()).toEqual([
			{
				to: 'GET /prospects/campaign/campaign_001',
				query: { limit: '3', isPaused: 'false', status: '4', hasResponded: 'true' },
			},
		]);
	});

	it('searches over pages', async () => {
		const all = await rows('search', { query: 'person', returnAll: true });
		expect(all).toHaveLength(230);
		expect(sent().map(({ query }) => query)).toEqual([
			{ query: 'person', limit: '100' },
			{ query: 'person', limit: '100', offset: '99' },
			{ query: 'person', limit: '100', offset: '198' },
		]);
	});

	it('searches with filters', async () => {
		const filters = { campaignId, country: 'France', qualification: 'pending', city: '' };
		const found = await rows('search', { filters, limit: 5 });
		expect(found).toHaveLength(5);
		expect(sent()).toEqual([
			{
				to: 'GET /prospects/search',
				query: { campaignId: 'campaign_001', country: 'France', qualification: 'pending', limit: '5' },
			},
		]);
	});

	it('reads the flat rows of another document', async () => {
		bench.control.fail({
			method: 'GET',
			path: '/prospects/search',
			kind: 'status',
			status: 200,
			body: { prospects: [{ id: 'prospect_9', name: 'R Lee', status: 3 }], pagination: { hasMore: false } },
		});
		const [row] = await rows('search');
		expect(row).toMatchObject({
			chatId: null,
			prospectId: 'prospect_9',
			name: 'R Lee',
			status: 'Contacted',
			statusCode: 3,
		});
	});
});

describe('prospect: add', () => {
	it('sends legacy fields only when they are filled', async () => {
		const parameters = { campaignId, dataMode: 'defineBelow', name: 'Ada', url: profile(1) };
		const legacy = { field: [{ fieldName: 'industry', fieldValue: 'SaaS' }] };
		await rows('add', { ...parameters, additionalFields: { additionalFields: legacy } });
		await rows('add', { ...parameters, url: profile(2), additionalFields: { additionalFields: {} } });
		const row = { campaignId: 'campaign_001', name: 'Ada' };
		expect(sent().map(({ body }) => body)).toEqual([
			{ ...row, url: profile(1), additionalFields: [{ fieldName: 'industry', fieldValue: 'SaaS' }] },
			{ ...row, url: profile(2) },
		]);
	});

	it('reports the result of each person when it waits for the import', async () => {
		const known = prospects()[0];
		const blocked = 'https://linkedin.com/in/do-not-contact-1';
		const items = [...people(1), { name: 'Known', url: known?.url ?? '' }, { name: 'Quiet', url: blocked }];
		const waited = await rows('add', { campaignId, waitForImport: true }, { items });
		expect(waited).toMatchObject([
			{ importStatus: 'imported', imported: true, campaignId: 'campaign_001' },
			{ importStatus: 'alreadyThere', imported: false, chatId: known?.chatId },
			{ importStatus: 'doNotContact', imported: false, outcome: 'heldBack' },
		]);
	});

	it.each([
		[30, 'imported'],
		[90, 'processing'],
	])('waits for an import as long as the option says: one that takes %d s in one minute', async (seconds, status) => {
		bench.control.configureKakiyo({ importSecondsPerRow: seconds });
		const wait = { campaignId, waitForImport: true, importTimeout: 1 };
		expect(await rows('add', wait, { items: people(1) })).toMatchObject([{ importStatus: status }]);
	});

	it('a repeated row says first, under its own name, that it is a duplicate, and does not count as imported', async () => {
		const [ann = { name: '', url: '' }, bob = { name: '', url: '' }] = people(2);
		const items = [ann, bob, { ...ann, url: ann.url.replace(/\/$/, '?trk=x'), Company: 'Acme', row_number: 4 }];
		const added = await rows('add', { campaignId, waitForImport: true }, { items });
		expect(added[2]).toMatchObject({
			importStatus: 'duplicate',
			name: ann.name,
			Company: 'Acme',
			row_number: 4,
			duplicateOfItem: 0,
		});
		expect(Object.keys(added[2] ?? {}).slice(0, 2)).toEqual(['importStatus', 'name']);
		expect(added.filter(({ imported }) => imported === true)).toHaveLength(2);
	});

	it('keeps a refused row’s own columns beside its error, and leaves all columns out if the user wants that', async () => {
		const [ann = {}] = people(1);
		const items = [
			{ ...ann, Company: 'Acme' },
			{ name: 'No Profile', url: 'https://linkedin.com/company/acme', Company: 'Umbrella' },
		];
		const settings = { onError: 'continueRegularOutput' as const };
		const kept = await run('add', { campaignId }, { items, settings });
		expect(kept.items.map(({ json }) => [json.name, json.Company, 'error' in json])).toEqual([
			['Person 0', 'Acme', false],
			['No Profile', 'Umbrella', true],
		]);
		const bare = await run(
			'add',
			{ campaignId, options: { includeInput: false } },
			{ items: items.slice(0, 1), settings },
		);
		expect(bare.items[0]?.json).not.toHaveProperty('Company');
	});

	it('takes legacy fields from the input, and ignores other fields of the same name', async () => {
		const legacy = [{ fieldName: 'industry', fieldValue: 7 }];
		const items = people(2).map((person, index) => ({
			...person,
			additionalFields: index === 0 ? legacy : 'some note',
		}));
		await rows('add', { campaignId }, { items });
		expect(sent()[0]?.body).toEqual({
			campaignId: 'campaign_001',
			prospects: [
				{ name: 'Person 0', url: profile(0), additionalFields: [{ fieldName: 'industry', fieldValue: '7' }] },
				{ name: 'Person 1', url: profile(1) },
			],
		});
	});
});

describe('prospect: distribute', () => {
	const campaignIds = ['campaign_001', 'campaign_011'];

	it('spreads all items in one request and says where they may be', async () => {
		const distributed = await rows('distribute', { campaignIds }, { items: people(6) });
		expect(sent()).toEqual([
			{
				to: 'POST /prospects/batch/round-robin',
				body: { campaignIds, prospects: people(6).map(({ name }, index) => ({ name, url: profile(index) })) },
			},
		]);
		expect(distributed).toHaveLength(6);
		expect(distributed[0]).toMatchObject({ name: 'Person 0', importStatus: 'accepted' });
		const added = bench.control.prospectsAdded();
		expect(Object.values(added).flatMap((urls) => Object.keys(urls))).toHaveLength(6);
	});

	it('folds equal sets of campaigns in another order', async () => {
		const items = people(4).map((person, index) => ({
			...person,
			campaigns: index % 2 === 0 ? campaignIds : [...campaignIds].reverse(),
		}));
		await rows('distribute', { campaignIds: '={{ $json.campaigns }}' }, { items });
		expect(sent()).toHaveLength(1);
	});

	it('waits for an earlier part of the same campaigns, row by row at most once', async () => {
		await rows('distribute', { campaignIds }, { items: people(230) });
		expect(bench.acceptedRows()).toBe(230);
		expect(bench.mostRepeated()).toBe(1);
	});

	/** Both empty and running, so that they get rows by turns. */
	const empty = ['campaign_011', 'campaign_021'];
	const waiting = { campaignIds: empty, waitForImport: true };

	it('tells each item its own campaign and chat when it waits for the imports', async () => {
		const waited = await rows('distribute', waiting, { items: people(5) });
		expect(waited.map(({ campaignId: own }) => own).sort()).toEqual([...empty, ...empty, empty[0]].sort());
		for (const { url, campaignId: own, chatId, imported } of everyOne(waited)) {
			expect(imported).toBe(true);
			expect(chat(String(chatId))).toMatchObject({ url, campaignId: own });
		}
	});

	it('keeps rows as accepted if it could not follow their import', async () => {
		bench.control.fail({ method: 'GET', path: '/prospects/imports/*', kind: 'status', status: 403, body: {} });
		const waited = await rows('distribute', waiting, { items: people(4) });
		const followed = waited.filter(({ imported }) => imported === true);
		const others = waited.filter(({ importStatus }) => importStatus === 'accepted');
		expect([followed.length, others.length]).toEqual([2, 2]);
		for (const { note, imports } of everyOne(others)) {
			expect(note).toContain('Accepted, but the state of the import could not be read');
			expect(imports).toEqual(expect.arrayContaining([expect.objectContaining({ campaignId: empty[0] })]));
		}
	});

	it('needs two campaigns', async () => {
		const { error } = await run('distribute', { campaignIds: ['campaign_001'] }, { items: people(2) });
		expect(error?.message).toContain('"Campaign Names or IDs" must have at least two campaigns');
		expect(sent()).toEqual([]);
	});

	it('explains that a campaign does not accept prospects', async () => {
		const draft = bench.control.kakiyoState().campaigns.find(({ status }) => status === 'draft')?.id ?? '';
		const { error } = await run('distribute', { campaignIds: ['campaign_001', draft] }, { items: people(2) });
		expect(error?.message).toContain('Kakiyo cannot distribute prospects over these campaigns');
	});
});

describe('prospect: imports', () => {
	it('reads the state of an import', async () => {
		const [added] = await rows('add', { campaignId }, { items: people(1) });
		const listId = String(added?.listId);
		const [state] = await rows('getImport', { listId, simplify: true });
		expect(state).toMatchObject({ listId, campaignId: 'campaign_001', total: 1 });
		expect(state).not.toHaveProperty('currentIndex');
		const [raw] = await rows('getImport', { listId, simplify: false });
		expect(raw).toHaveProperty('currentIndex');
		expect(sent().at(-1)).toEqual({ to: `GET /prospects/imports/${listId}` });
	});

	it('imports a Sales Navigator search', async () => {
		const searchUrl = 'https://www.linkedin.com/sales/search/people?query=(filters:cfo)';
		const [started] = await rows('importSalesNavigator', {
			campaignId,
			searchUrl,
			requestedCount: 100,
			importName: 'CFOs in Lyon',
		});
		expect(started).toMatchObject({ status: 'queued', requestedCount: 100 });
		expect(sent()).toEqual([
			{
				to: 'POST /prospects/sales-navigator',
				body: { campaignId: 'campaign_001', searchUrl, requestedCount: 100, name: 'CFOs in Lyon' },
			},
		]);
		const again = await run('importSalesNavigator', { campaignId, searchUrl });
		expect(again.error?.message).toBe('This search is already being imported into the campaign');
	});

	it.each([
		['https://www.linkedin.com/in/jane', '"Search URL" must be the address of a people search in Sales Navigator'],
		[
			'http://linkedin.com/sales/search/people?query=x',
			'"Search URL" must be the address of a people search in Sales Navigator',
		],
		['people', '"Search URL" must be a web address (got "people")'],
	])('refuses %s as a search', async (searchUrl, message) => {
		const { error } = await run('importSalesNavigator', { campaignId, searchUrl });
		expect(error?.message).toBe(message);
		expect(sent()).toEqual([]);
	});
});

describe('prospect: delete', () => {
	const byItem = { prospectId: byId('={{ $json.id }}') };
	const asItems = (ids: string[]) => ids.map((id) => ({ id }));
	/** One prospect or several: the result names the erased ones in the same place. */
	const deletedProspect = (id: string) =>
		expect.objectContaining({
			deleted: true,
			prospectId: id,
			deletionSummary: expect.objectContaining({ prospectId: id, deletedItems: expect.objectContaining({ chats: 1 }) }),
		});
	const idle = () => withStatus(0).map(({ prospectId }) => prospectId);

	it('deletes one prospect alone by its own endpoint', async () => {
		const [id = ''] = idle();
		expect(await rows('delete', { prospectId: byId(id) })).toEqual([deletedProspect(id)]);
		expect(sent()).toEqual([{ to: `DELETE /prospects/${id}` }]);
		expect(prospects().some(({ prospectId }) => prospectId === id)).toBe(false);
	});

	it('deletes many in one request', async () => {
		const ids = idle().slice(0, 4);
		const result = await rows('delete', byItem, { items: asItems(ids) });
		expect(result).toEqual(ids.map(deletedProspect));
		expect(sent()).toEqual([{ to: 'DELETE /prospects', body: { prospectIds: ids } }]);
	});

	it.each(Object.getOwnPropertyNames(Object.prototype))('treats the code %s of a row as unknown', async (code) => {
		const ids = idle().slice(0, 2);
		const results = ids.map((prospectId) => ({ prospectId, status: 'error', error: code, message: 'No' }));
		bench.control.fail({ method: 'DELETE', path: '/prospects', kind: 'status', status: 200, body: { results } });
		const { errors } = await run('delete', byItem, {
			items: asItems(ids),
			settings: { onError: 'continueErrorOutput' },
		});
		expect(errors.map(({ json }) => json.details)).toMatchObject([
			{ httpCode: '409', code },
			{ httpCode: '409', code },
		]);
	});

	it('puts each refusal on its own item', async () => {
		const [id = '', other = ''] = idle();
		const [busy] = withStatus(4);
		const { items } = await run('delete', byItem, {
			items: asItems([id, busy?.prospectId ?? '', 'prospect_x', other]),
			settings: { onError: 'continueRegularOutput' },
		});
		expect(items[0]?.json).toEqual(deletedProspect(id));
		expect(items[1]?.json).toMatchObject({
			error: 'A prospect in an active conversation cannot be deleted',
			details: { code: 'prospect_active', httpCode: '409' },
		});
		expect(items[2]?.json).toMatchObject({ error: 'Kakiyo has no Prospect ID "prospect_x"' });
		expect(items[3]?.json).toEqual(deletedProspect(other));
	});

	it.each([1, 3])('counts prospects as deleted that a try without an answer has deleted (%s items)', async (count) => {
		const ids = idle().slice(0, count);
		bench.control.fail({
			method: 'DELETE',
			path: count === 1 ? `/prospects/${ids[0]}` : '/prospects',
			kind: 'resetAfterHandler',
		});
		const result = await rows('delete', byItem, { items: asItems(ids) });
		expect(result).toEqual(ids.map((prospectId) => ({ deleted: true, prospectId })));
		expect(sent()).toHaveLength(2);
	});

	it('does not count an unknown prospect as deleted without such a try', async () => {
		const { error } = await run('delete', byItem, { items: asItems(['prospect_x', 'prospect_y']) });
		expect(error?.message).toContain('Kakiyo has no Prospect ID "prospect_x"');
	});

	it('deletes no person if the prospect belongs to another campaign', async () => {
		const [id = ''] = idle();
		const before = prospects().length;
		const { error } = await run('delete', {
			prospectId: byId(id),
			onlyInCampaignId: byId('campaign_003'),
		});
		expect(error?.message).toBe('One of the prospects belongs to another campaign, so none was deleted');
		expect(prospects()).toHaveLength(before);
		await rows('delete', { prospectId: byId(id), onlyInCampaignId: campaignId });
		expect(sent()).toEqual([
			{ to: 'DELETE /prospects', body: { prospectIds: [id], campaignId: 'campaign_003' } },
			{ to: 'DELETE /prospects', body: { prospectIds: [id], campaignId: 'campaign_001' } },
		]);
		expect(prospects()).toHaveLength(before - 1);
	});
});

it('reaches every endpoint of its part of the API', expectAllEndpointsReached);
