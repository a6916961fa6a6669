import { describe, expect, it } from '@jest/globals';

import { byId } from '../bench';
import { KakiyoBench, useKakiyoBench } from '../kakiyo';
import { KayseBench } from '../kayse';
import { useListServer, withFreshLimits } from '../lists/listServer';

const kakiyo = useKakiyoBench();

const entries = () => kakiyo.control.kakiyoState().dnc;
const allEntries = { resource: 'dnc', operation: 'getAll', returnAll: true };

/** Puts so many further people on the opt-out list, in the way that a workflow does. */
async function optOut(count: number): Promise<void> {
	const items = Array.from({ length: count }, (_, number) => ({ url: `https://linkedin.com/in/opted-out-${number}` }));
	await kakiyo.run({ resource: 'dnc', operation: 'add' }, { items });
	kakiyo.nextAccount();
}

/** Changes the list right after an answer to the reader of the opt-outs. */
const behind = (answer: number, requests: Array<{ method: 'POST' | 'DELETE'; path: string; body?: unknown }>) =>
	kakiyo.control.meanwhile({ vendor: 'kakiyo', path: '/dnc', skip: answer, requests });

const removal = ({ $id }: { $id: string }) => ({ method: 'DELETE' as const, path: `/dnc/${$id}` });
const addition = (number: number) => ({
	method: 'POST' as const,
	path: '/dnc',
	body: { url: `https://linkedin.com/in/late-${number}` },
});

const readings = () => kakiyo.requests('/dnc').filter(({ method }) => method === 'GET').length;

describe('Do Not Contact > Get Many while the list changes', () => {
	it('has all persons who are still opted out, when three of the newest are removed after the first page (case 42)', async () => {
		kakiyo.control.configureKakiyo({ rateLimits: false });
		await optOut(300);
		const before = entries();
		const leaving = before.slice(-3);
		behind(0, leaving.map(removal));
		const { items, error } = await kakiyo.run(allEntries);
		expect(error).toBeUndefined();
		const found = items.map(({ json }) => json.url);
		expect(new Set(found).size).toBe(found.length);
		expect(found).toEqual(expect.arrayContaining(entries().map(({ url }) => url)));
		expect(found.length - entries().length).toBe(3);
	});

	it('has them while people are removed and added', async () => {
		kakiyo.control.configureKakiyo({ rateLimits: false });
		await optOut(300);
		const before = entries();
		for (let answer = 0; answer < 6; answer++) {
			behind(answer, [
				...before
					.slice(-20 * (answer + 1))
					.slice(0, 15)
					.map(removal),
				addition(answer),
			]);
		}
		const { items, error } = await kakiyo.run(allEntries);
		expect(error).toBeUndefined();
		const found = items.map(({ json }) => json.url);
		const stayed = entries()
			.map(({ url }) => url)
			.filter((url) => !url.includes('/late-'));
		expect(found).toEqual(expect.arrayContaining(stayed));
		expect(new Set(found).size).toBe(found.length);
	});

	it('takes one request for each 99 rows if nothing changes, and reads twice if rows change', async () => {
		kakiyo.control.configureKakiyo({ rateLimits: false });
		await optOut(250);
		await kakiyo.run(allEntries);
		expect(readings()).toBe(4);
		behind(0, entries().slice(-3).map(removal));
		await kakiyo.run(allEntries);
		expect(readings()).toBe(4 + 6 + 4);
	});
});

describe('a list whose pages share no row, while three rows of the first page are removed after it', () => {
	const server = useListServer();
	const kayseHere = withFreshLimits(new KayseBench());
	const kakiyoHere = withFreshLimits(new KakiyoBench());

	function shrinking(count: number) {
		const rows = Array.from({ length: count }, (_, place) => ({ id: `row-${place}`, name: `Row ${place}`, status: 1 }));
		let answers = 0;
		return { stayed: rows.slice(3).map(({ id }) => id), present: () => (answers++ === 0 ? rows : rows.slice(3)) };
	}

	it.each([25, 37, 50])(
		'Kayse > Case List > Get Many: from an API that returns %i rows instead of 100, no remaining person is missing',
		async (most) => {
			const { stayed, present } = shrinking(180);
			server.serves(({ page = '1', page_size: size }) => {
				const rows = present();
				const length = Math.min(most, Number(size));
				const start = (Number(page) - 1) * length;
				return { body: { data: rows.slice(start, start + length), total: rows.length } };
			});
			const { items } = await kayseHere.run(
				{ resource: 'caseList', operation: 'getAll', returnAll: true },
				{ baseUrl: server.baseUrl },
			);
			const found = items.map(({ json }) => json.id);
			expect(stayed.filter((id) => !found.includes(id))).toEqual([]);
		},
	);

	it('Kakiyo > Prospect > Get Many: nor where the cursor in the header is a position and the total shrinks', async () => {
		const { stayed, present } = shrinking(180);
		server.serves(({ cursor = '0', limit }) => {
			const rows = present();
			const end = Number(cursor) + Number(limit);
			const isMore = end < rows.length;
			return {
				body: rows.slice(Number(cursor), end),
				headers: {
					'x-total-count': String(rows.length),
					'x-has-more': String(isMore),
					...(isMore && { 'x-next-cursor': String(end) }),
				},
			};
		});
		const { items, error } = await kakiyoHere.run(
			{ resource: 'prospect', operation: 'getAll', campaignId: byId('campaign_001'), returnAll: true, simplify: false },
			{ baseUrl: server.baseUrl },
		);
		expect(error).toBeUndefined();
		const found = items.map(({ json }) => json.id);
		expect(stayed.filter((id) => !found.includes(id))).toEqual([]);
	});
});
