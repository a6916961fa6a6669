import { randomUUID } from 'node:crypto';

import { beforeEach, describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { useKakiyoBench } from '../kakiyo';
import { everyOne } from '../../support/everyOne';
import { until } from '../../support/eventually';

const kakiyo = useKakiyoBench();

const allEntries: INodeParameters = { resource: 'dnc', operation: 'getAll', returnAll: true };
const readings = () => kakiyo.requests('/dnc').filter(({ method }) => method === 'GET').length;
const urls = () => kakiyo.control.kakiyoState().dnc.map(({ url }) => url);
const found = (items: Array<{ json: { url?: unknown } }>) => items.map(({ json }) => json.url);

/** Two lists of four pages each; the process ends when one page of them is still to come. */
const LISTS = [{ list: 1 }, { list: 2 }];
const PAGES = 4;

async function readUntilHalf(resumeToken: string) {
	kakiyo.control.fail({ method: 'GET', path: '/dnc', kind: 'slow', delaySeconds: 30, skip: PAGES + 1 });
	let stop = () => {};
	const half = kakiyo.run(allEntries, { items: LISTS, resumeToken, onStart: (press) => (stop = press) });
	await until(() => readings() >= PAGES + 2);
	return { half, stop };
}

describe('n8n ends while lists are read', () => {
	beforeEach(async () => {
		kakiyo.control.configureKakiyo({ rateLimits: false });
		const items = Array.from({ length: 300 }, (_, number) => ({ url: `https://linkedin.com/in/opted-out-${number}` }));
		await kakiyo.run({ resource: 'dnc', operation: 'add' }, { items });
		kakiyo.nextAccount();
	});

	it('killed: read rows go to no later node; run again from its start, every row comes once for each list', async () => {
		const resumeToken = randomUUID();
		const { half, stop } = await readUntilHalf(resumeToken);
		// Only the data that n8n stored before the node ran is left of the killed process.
		const { items, error } = await kakiyo.run(allEntries, { items: LISTS, resumeToken });
		expect(error).toBeUndefined();
		expect(items).toHaveLength(2 * urls().length);
		for (const list of everyOne(LISTS.keys())) {
			const ofList = items.filter(({ pairedItem }) => JSON.stringify(pairedItem).includes(`${list}`));
			expect(new Set(found(ofList))).toEqual(new Set(urls()));
			expect(ofList).toHaveLength(urls().length);
		}
		stop();
		expect((await half).items).toEqual([]);
	});

	it('stopped: the same with n8n’s Retry, which begins with what the stopped run has left', async () => {
		const resumeToken = randomUUID();
		const { half, stop } = await readUntilHalf(resumeToken);
		stop();
		const stopped = await half;
		expect(stopped.items).toEqual([]);
		const { items, error } = await kakiyo.retry(allEntries, stopped, { items: LISTS, resumeToken });
		expect(error).toBeUndefined();
		expect(found(items).sort()).toEqual([...urls(), ...urls()].sort());
	});
});
