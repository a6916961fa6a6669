import { describe, expect, it } from '@jest/globals';

import { byId, useKakiyoBench } from '../kakiyo';
import { until } from '../../support/eventually';

const bench = useKakiyoBench();

const LIMIT = 15;

const update = (customData: string) => ({
	resource: 'prospect',
	operation: 'updateCustomData',
	chatId: byId('={{ $json.chat }}'),
	customData,
});

describe('two runs on one key', () => {
	it('take turns: a job of hundreds of requests delays a run of two rows by one window of the limit', async () => {
		const chats = bench.control.kakiyoState().prospects.map(({ chatId }) => ({ chat: chatId }));
		const many = Array.from({ length: 300 }, (_, index) => ({ ...chats[index % chats.length] }));
		let stop = () => {};
		const long = bench.run(update('long'), { items: many, onStart: (stopRun) => (stop = stopRun) });
		await until(() => bench.requests().length >= LIMIT);
		const before = bench.requests().length;

		const { items } = await bench.run(update('short'), { items: chats.slice(0, 2) });
		expect(items).toHaveLength(2);
		const overtaken = bench
			.requests()
			.slice(before)
			.findLastIndex(({ body }) => JSON.stringify(body).includes('short'));
		expect(overtaken).toBeLessThan(LIMIT);
		stop();
		await long;
	});
});
