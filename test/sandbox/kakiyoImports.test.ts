import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { bigCampaign, call, errorOf, people, type Reply } from './client';
import { eventually } from '../support/eventually';
import { useSandbox } from './useSandbox';

const started = z.object({ message: z.string(), listId: z.string() }).strict();
const progress = z.object({ status: z.enum(['processing', 'completed']) }).passthrough();

describe('imports', () => {
	const sandbox = useSandbox({
		timeScale: 100,
		prepare: ({ control }) => control.configureKakiyo({ rateLimits: false }),
	});

	async function completed(reply: Reply): Promise<unknown> {
		expect(reply.status).toBe(201);
		const { listId } = started.parse(reply.body);
		return await eventually('the end of the import', async () => {
			const { body } = await call(sandbox, `GET /prospects/imports/${listId}`);
			return progress.parse(body).status === 'completed' ? body : undefined;
		});
	}

	it('reports the result of each row', async () => {
		const [fresh] = people('fresh', 1);
		const prospects = [
			{ ...fresh, customData: 'met at a fair' },
			{ name: 'Again', url: 'http://linkedin.com/in/FRESH-0' },
			{ name: 'Known', url: 'https://linkedin.com/in/seed-person-7' },
			{ name: 'Elsewhere', url: 'https://example.com/in/x' },
			{ name: 'Never', url: 'https://linkedin.com/in/do-not-contact-3' },
		];
		const body = await completed(await call(sandbox, 'POST /prospects/batch', { campaignId: bigCampaign, prospects }));
		expect(body).toMatchObject({
			total: 5,
			processed: 5,
			imported: 1,
			existing: 2,
			invalid: 1,
			skippedDnc: 1,
			enrichmentFailed: 0,
		});
		expect(body).toMatchObject({
			report: [
				{
					index: 0,
					inputUrl: fresh?.url,
					linkedinSlug: 'fresh-0',
					status: 'imported',
					chatCreated: true,
					customDataSaved: true,
				},
				{ index: 1, status: 'existing', chatCreated: false, customDataSaved: false },
				{ index: 2, status: 'existing' },
				{ index: 3, status: 'invalid', linkedinSlug: null, prospectId: null },
				{ index: 4, status: 'skippedDnc', chatId: null },
			],
		});
		expect(sandbox.control.prospectsAdded()[bigCampaign]?.['https://linkedin.com/in/fresh-0']).toBe(2);
		expect(sandbox.control.kakiyoState().prospects.filter(({ url }) => url.endsWith('/fresh-0'))).toHaveLength(1);
	});

	it('imports no person for two addresses in one', async () => {
		const prospects = ['; ', ' ', ', ', '\n'].map((mark) => ({
			name: 'Two',
			url: `https://linkedin.com/in/ann-lee${mark}https://linkedin.com/in/bob-lee`,
		}));
		const body = await completed(await call(sandbox, 'POST /prospects/batch', { campaignId: bigCampaign, prospects }));
		expect(body).toMatchObject({ total: prospects.length, imported: 0, invalid: prospects.length });
	});

	it('takes the legacy additional fields', async () => {
		const additionalFields = [{ fieldName: 'city', fieldValue: 'Lyon' }];
		await completed(
			await call(sandbox, 'POST /prospects', { campaignId: bigCampaign, ...people('legacy', 1)[0], additionalFields }),
		);
		expect(sandbox.control.kakiyoState().prospects.at(-1)?.customData).toBe('city: Lyon');
	});

	it('refuses a second batch while the first runs, when told to', async () => {
		sandbox.control.configureKakiyo({ busyWhileImporting: true, importSecondsPerRow: 10 });
		const add = async (prefix: string) =>
			await call(sandbox, 'POST /prospects/batch', { campaignId: bigCampaign, prospects: people(prefix, 2) });
		const first = await add('first');
		const second = await add('second');
		expect([second.status, errorOf(second)]).toEqual([409, 'campaign_busy']);
		await completed(first);
		expect((await add('third')).status).toBe(201);
	});

	it('deals round robin to the least loaded campaign and refuses drafts', async () => {
		const [, paused, draft] = sandbox.control.kakiyoState().campaigns.map(({ id }) => id);
		const refused = await call(sandbox, 'POST /prospects/batch/round-robin', {
			campaignIds: [paused, draft],
			prospects: people('rr', 2),
		});
		expect([refused.status, errorOf(refused)]).toEqual([400, 'invalid_campaigns']);
		const dealt = await call(sandbox, 'POST /prospects/batch/round-robin', {
			campaignIds: [bigCampaign, paused],
			prospects: people('rr', 3),
		});
		expect(dealt).toMatchObject({
			status: 201,
			body: {
				totalProspects: 3,
				campaignsCount: 2,
				successfulCampaignIds: [paused],
				distribution: [{ campaignId: paused, prospectsAssigned: 3 }],
			},
		});
	});

	it('runs a Sales Navigator search once per campaign', async () => {
		sandbox.control.configureKakiyo({ importSecondsPerRow: 100 });
		const body = {
			campaignId: bigCampaign,
			searchUrl: 'https://www.linkedin.com/sales/search/people?query=(x)',
			requestedCount: 100,
		};
		expect(await call(sandbox, 'POST /prospects/sales-navigator', body)).toMatchObject({
			status: 202,
			body: { status: 'queued', requestedCount: 100 },
		});
		expect(errorOf(await call(sandbox, 'POST /prospects/sales-navigator', body))).toBe('sales_navigator_source_exists');
		const busy = await call(sandbox, 'POST /prospects/sales-navigator', { ...body, searchUrl: `${body.searchUrl}2` });
		expect([busy.status, errorOf(busy)]).toEqual([409, 'campaign_busy']);
	});

	it('does not know a list that was never made', async () => {
		expect((await call(sandbox, 'GET /prospects/imports/nope')).status).toBe(404);
	});
});
