import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { bigCampaign, call } from './client';
import { useSandbox } from './useSandbox';

const rows = z.array(z.object({ id: z.string() }).passthrough());
const envelope = z.object({ data: rows, has_more: z.boolean(), next_cursor: z.string().optional() }).strict();

describe('paging', () => {
	const sandbox = useSandbox({ prepare: ({ control }) => control.configureKakiyo({ rateLimits: false }) });

	it('walks the campaign envelope by cursor: 20, 20, 5', async () => {
		sandbox.control.configureKakiyo({ campaignsReply: 'envelope' });
		const pages = [];
		let after: string | undefined;
		do {
			const page = envelope.parse((await call(sandbox, `GET /campaigns${after ? `?after=${after}` : ''}`)).body);
			expect(page.has_more).toBe(page.next_cursor !== undefined);
			pages.push(page.data);
			after = page.next_cursor;
		} while (after !== undefined);
		expect(pages.map((page) => page.length)).toEqual([20, 20, 5]);
		expect(new Set(pages.flat().map(({ id }) => id)).size).toBe(45);
	});

	it('answers with a plain array by limit and offset, or whole without either', async () => {
		sandbox.control.configureKakiyo({ campaignsReply: 'array' });
		expect(rows.parse((await call(sandbox, 'GET /campaigns?limit=20&offset=40')).body)).toHaveLength(5);
		expect(rows.parse((await call(sandbox, 'GET /campaigns')).body)).toHaveLength(45);
	});

	it('can ignore the offset, so that the same page comes again', async () => {
		sandbox.control.configureKakiyo({ campaignsReply: 'arrayIgnoresOffset' });
		const [first, second] = await Promise.all(
			['0', '20'].map(async (offset) => (await call(sandbox, `GET /campaigns?limit=20&offset=${offset}`)).body),
		);
		expect(second).toEqual(first);
		expect(rows.parse((await call(sandbox, 'GET /campaigns')).body)).toHaveLength(45);
	});

	it('collects 230 prospects exactly once by the header cursor', async () => {
		const seen: string[] = [];
		let cursor: string | null = null;
		let hasMore = true;
		while (hasMore) {
			const page = await call(
				sandbox,
				`GET /prospects/campaign/${bigCampaign}?limit=100${cursor === null ? '' : `&cursor=${cursor}`}`,
			);
			seen.push(...rows.parse(page.body).map(({ id }) => id));
			hasMore = page.headers.get('x-has-more') === 'true';
			cursor = page.headers.get('x-next-cursor');
			expect(cursor !== null).toBe(hasMore);
		}
		expect(seen).toHaveLength(230);
		expect(new Set(seen).size).toBe(230);
	});

	it('keeps filters on the header cursor list', async () => {
		const replied = await call(
			sandbox,
			`GET /prospects/campaign/${bigCampaign}?limit=10&status=4&isPaused=false&offset=10`,
		);
		expect(replied.headers.get('x-offset')).toBe('10');
		expect(rows.parse(replied.body).every(({ status, paused }) => status === 4 && paused === false)).toBe(true);
	});

	it('searches by limit and offset', async () => {
		const page = await call(sandbox, 'GET /prospects/search?qualification=qualified&country=france&limit=5&offset=5');
		expect(page.body).toMatchObject({
			pagination: { limit: 5, offset: 5, total: expect.any(Number), hasMore: expect.any(Boolean) },
		});
	});

	it('totals a DNC page, not the list', async () => {
		expect((await call(sandbox, 'GET /dnc?limit=1000&offset=100')).body).toMatchObject({
			data: { total: 20, limit: 1000, offset: 100 },
		});
		expect((await call(sandbox, 'GET /dnc?limit=1001')).status).toBe(400);
	});
});
