import { describe, expect, it } from '@jest/globals';

import { useKakiyoBench } from '../kakiyo';

const kakiyo = useKakiyoBench();

const entries = () => kakiyo.control.state().dnc;
const allEntries = { resource: 'dnc', operation: 'getAll', returnAll: true };

/** Puts so many further people on the opt-out list, in the way that a workflow does. */
async function optOut(count: number): Promise<void> {
	const items = Array.from({ length: count }, (_, number) => ({ url: `https://linkedin.com/in/opted-out-${number}` }));
	await kakiyo.run({ resource: 'dnc', operation: 'add' }, { items });
	kakiyo.nextAccount();
}

/** Behind an answer to who reads the opt-outs. */
const behind = (answer: number, requests: Array<{ method: 'POST' | 'DELETE'; path: string; body?: unknown }>) =>
	kakiyo.control.meanwhile({ vendor: 'kakiyo', path: '/dnc', skip: answer, requests });

const removal = ({ $id }: { $id: string }) => ({ method: 'DELETE' as const, path: `/dnc/${$id}` });
const addition = (number: number) => ({ method: 'POST' as const, path: '/dnc', body: { url: `https://linkedin.com/in/late-${number}` } });

const readings = () => kakiyo.requests('/dnc').filter(({ method }) => method === 'GET').length;

describe('Do Not Contact > Get Many while the list changes', () => {
	it('has everybody who is still opted out, when three of the newest are taken off behind the first page (case 42)', async () => {
		kakiyo.control.configure({ rateLimits: false });
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

	it('has them while people go on leaving and opting out', async () => {
		kakiyo.control.configure({ rateLimits: false });
		await optOut(300);
		const before = entries();
		for (let answer = 0; answer < 6; answer++) {
			behind(answer, [...before.slice(-20 * (answer + 1)).slice(0, 15).map(removal), addition(answer)]);
		}
		const { items, error } = await kakiyo.run(allEntries);
		expect(error).toBeUndefined();
		const found = items.map(({ json }) => json.url);
		const stayed = entries().map(({ url }) => url).filter((url) => !url.includes('/late-'));
		expect(found).toEqual(expect.arrayContaining(stayed));
		expect(new Set(found).size).toBe(found.length);
	});

	it('takes one request for each 99 rows where nothing changes, and reads twice where something does', async () => {
		kakiyo.control.configure({ rateLimits: false });
		await optOut(250);
		await kakiyo.run(allEntries);
		expect(readings()).toBe(4);
		behind(0, entries().slice(-3).map(removal));
		await kakiyo.run(allEntries);
		expect(readings()).toBe(4 + 6 + 4);
	});
});
