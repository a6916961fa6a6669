import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';

import { useKaiCallsBench } from '../kaicalls';
import { addProspects, people, useKakiyoBench } from '../kakiyo';
import { useKayseBench } from '../kayse';
import { until } from '../../support/eventually';

const kaiCalls = useKaiCallsBench();
const kakiyo = useKakiyoBench();
const kayse = useKayseBench();

const callThem = {
	resource: 'call',
	operation: 'create',
	agentId: { __rl: true, mode: 'id', value: 'agent_1' },
	to: '={{ $json.phone }}',
};

const phones = (count: number) =>
	Array.from({ length: count }, (_, index) => ({ phone: `+1202555${String(1_000 + index)}` }));

const messages = (items: Array<{ json: IDataObject }>) => items.map(({ json }) => json.error ?? 'done');

const LOST = expect.stringContaining('An earlier try of this execution did this');
const DOUBTFUL = expect.stringContaining('The outcome is unknown');

const agent = () => ({ ...callThem, agentId: { ...callThem.agentId, value: kaiCalls.state.agents[0]?.id ?? '' } });

const continuing = { settings: { onError: 'continueRegularOutput' as const } };

/** How an entry of the Do Not Contact list is named. */
const NAMES = ['id', 'url'] as const;

const removeBy = (mode: (typeof NAMES)[number]) => ({
	resource: 'dnc',
	operation: 'remove',
	entryId: { __rl: true, mode, value: `={{ $json.${mode} }}` },
});

const dncEntries = (count: number) =>
	kakiyo.control
		.kakiyoState()
		.dnc.slice(0, count)
		.map(({ $id, url }) => ({ id: String($id), url: String(url) }));

/**
 * n8n has lost the process and all that it knew of an execution but its start: Retry runs it from there, with what n8n drew for
 * it then.
 */
describe('an execution that is run again from its start, after n8n was killed', () => {
	it('killed in a later node: rings no phone twice, and says for each item that it was done', async () => {
		const resumeToken = randomUUID();
		await kaiCalls.run(agent(), { items: phones(10), resumeToken });
		const { items } = await kaiCalls.run(agent(), { items: phones(10), resumeToken, ...continuing });
		expect(kaiCalls.timesRung()).toEqual(Array(10).fill(1));
		expect(messages(items)).toEqual(Array(10).fill(LOST));
	});

	it.each(['stopWorkflow', 'continueRegularOutput'] as const)(
		'killed in the middle: sends the requests that were not sent (On Error = %s)',
		async (onError) => {
			const resumeToken = randomUUID();
			await kaiCalls.run(agent(), { items: phones(6), resumeToken });
			const { items, error } = await kaiCalls.run(agent(), { items: phones(10), resumeToken, settings: { onError } });
			expect(kaiCalls.timesRung()).toEqual(Array(10).fill(1));
			if (onError === 'stopWorkflow')
				expect(error?.description).toContain('Done: item 6 to 9. Done by an earlier try: item 0 to 5');
			else expect(messages(items)).toEqual([...Array<unknown>(6).fill(LOST), ...Array<unknown>(4).fill('done')]);
		},
	);

	it('finds an item again whose expression yields something else in each try', async () => {
		const resumeToken = randomUUID();
		const dated = { ...agent(), additionalFields: { firstMessage: '={{ "It is " + $now.toMillis() }}' } };
		await kaiCalls.run(dated, { items: phones(3), resumeToken });
		const { error } = await kaiCalls.run(dated, { items: phones(3), resumeToken });
		expect(kaiCalls.timesRung()).toEqual([1, 1, 1]);
		expect(error?.message).toEqual(LOST);
	});

	it('finds an item again when the node before it brings other columns', async () => {
		const resumeToken = randomUUID();
		await kaiCalls.run(agent(), { items: phones(3), resumeToken });
		await kaiCalls.run(agent(), { items: phones(3).map((item) => ({ ...item, readAt: randomUUID() })), resumeToken });
		expect(kaiCalls.timesRung()).toEqual([1, 1, 1]);
	});

	it('sends items again that were clearly refused', async () => {
		const resumeToken = randomUUID();
		kaiCalls.control.fail({ method: 'POST', path: '/calls', kind: 'status', status: 402, skip: 2 });
		await kaiCalls.run(agent(), { items: phones(4), resumeToken, ...continuing });
		const { items } = await kaiCalls.run(agent(), { items: phones(4), resumeToken, ...continuing });
		expect(kaiCalls.timesRung()).toEqual([1, 1, 1, 1]);
		expect(messages(items).filter((message) => message === 'done')).toHaveLength(1);
	});

	it('reports done items as done, although the limit is used up now', async () => {
		const resumeToken = randomUUID();
		const old = phones(12).slice(1);
		await kaiCalls.run(agent(), { items: old, resumeToken });
		kaiCalls.control.fail({
			method: 'POST',
			path: '/calls',
			kind: 'status',
			status: 429,
			headers: { 'retry-after': '3000' },
		});
		const { items } = await kaiCalls.run(agent(), { items: [...phones(1), ...old], resumeToken, ...continuing });
		expect(messages(items)).toEqual([expect.stringContaining('is used up'), ...Array<unknown>(11).fill(LOST)]);
		expect(kaiCalls.timesRung()).toEqual(Array(11).fill(1));
	});

	it('deletes after a Stop the records that a killed n8n had only noted down', async () => {
		const resumeToken = randomUUID();
		const entries = kakiyo.control
			.kakiyoState()
			.dnc.slice(0, 5)
			.map(({ $id }) => ({ id: String($id) }));
		const remove = {
			resource: 'dnc',
			operation: 'remove',
			entryId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
		};
		kakiyo.control.fail({ method: 'DELETE', path: '/dnc/*', kind: 'status', status: 503, times: 100 });
		await kakiyo.run({ ...remove, options: { maxRetries: 0 } }, { items: entries, resumeToken });
		let stop = () => {};
		const running = kakiyo.run(remove, {
			items: entries,
			resumeToken,
			...continuing,
			onStart: (press) => (stop = press),
		});
		await until(() => kakiyo.requests().filter(({ method }) => method === 'DELETE').length > 6);
		stop();
		const stopped = await running;
		kakiyo.control.reset();
		const { items } = await kakiyo.retry(remove, stopped, { items: entries, resumeToken, ...continuing });
		expect(items.map(({ json }) => json.deleted ?? json.error)).toEqual(Array(5).fill(true));
	});

	describe('equal items, because a node before yields the same for all of them', () => {
		const persons = ['+12025551000', '+12025551001', '+12025551002', '+12025551003'];
		/** As from a node further back; a list that is shorter by those who were done has them at other places. */
		const from = (list: string[]) => {
			process.env.PERSONS = list.join(' ');
		};
		const to = '={{ $env.PERSONS.split(" ")[$itemIndex] }}';

		beforeAll(() => {
			process.env.N8N_BLOCK_ENV_ACCESS_IN_NODE = 'false';
		});
		afterAll(() => {
			delete process.env.N8N_BLOCK_ENV_ACCESS_IN_NODE;
			delete process.env.PERSONS;
		});

		it('are distinguished by their person', async () => {
			const resumeToken = randomUUID();
			from(persons.slice(0, 2));
			await kaiCalls.run({ ...agent(), to }, { items: [{}, {}], resumeToken });
			from(persons.slice(1));
			const { items } = await kaiCalls.run({ ...agent(), to }, { items: [{}, {}, {}], resumeToken, ...continuing });
			expect(messages(items)).toEqual([LOST, 'done', 'done']);
			expect(Object.keys(kaiCalls.control.callsPlaced()).sort()).toEqual(persons);
		});

		it('are found again by their person, also with another time in their text', async () => {
			const resumeToken = randomUUID();
			const dated = { ...agent(), to, context: '=It is {{ $now.toMillis() }}' };
			from(persons);
			await kaiCalls.run(dated, { items: [{}, {}], resumeToken });
			const { items } = await kaiCalls.run(dated, { items: [{}, {}, {}], resumeToken, ...continuing });
			expect(messages(items)).toEqual([LOST, LOST, 'done']);
			expect(kaiCalls.timesRung()).toEqual([1, 1, 1]);
		});
	});

	it('distinguishes items that may have been done from done ones', async () => {
		const resumeToken = randomUUID();
		kaiCalls.control.fail({ method: 'POST', path: '/calls', kind: 'resetAfterHandler' });
		await kaiCalls.run(agent(), { items: phones(1), resumeToken, ...continuing });
		await kaiCalls.run(agent(), { items: phones(2), resumeToken, ...continuing });
		const { items } = await kaiCalls.run(agent(), { items: phones(2), resumeToken, ...continuing });
		expect(messages(items)).toEqual([DOUBTFUL, LOST]);
		expect(kaiCalls.timesRung()).toEqual([1, 1]);
	});

	it('does not take a call in doubt for a placed one, although its execution went on to wait for another', async () => {
		const resumeToken = randomUUID();
		const wait = { ...agent(), operation: 'createAndWait', timeLimit: 30 };
		kaiCalls.control.configureKaiCalls({ endsAfterSeconds: 6_000 });
		kaiCalls.control.fail({ method: 'POST', path: '/calls', kind: 'resetBeforeHandler' });
		await kaiCalls.run(wait, { items: phones(2), resumeToken, ...continuing });
		const { items } = await kaiCalls.run(wait, { items: phones(2), resumeToken, ...continuing });
		expect(messages(items)).toEqual([DOUBTFUL, LOST]);
	});

	it('sends unknown items once more if the option says so, but only once; finished items stay', async () => {
		const resumeToken = randomUUID();
		kaiCalls.control.fail({ method: 'POST', path: '/calls', kind: 'resetAfterHandler' });
		await kaiCalls.run(agent(), { items: phones(2), resumeToken, ...continuing });
		const again = { ...agent(), options: { sendAgain: true } };
		const { items } = await kaiCalls.run(again, { items: phones(2), resumeToken, ...continuing });
		expect(messages(items)).toEqual(['done', LOST]);
		await kaiCalls.run(again, { items: phones(2), resumeToken, ...continuing });
		expect(kaiCalls.timesRung()).toEqual([2, 1]);
	});

	it('sends the rows of a batch that had not been sent, and no other', async () => {
		const resumeToken = randomUUID();
		await kakiyo.run(addProspects, { items: people(30), resumeToken });
		const { items } = await kakiyo.run(addProspects, { items: people(250), resumeToken, ...continuing });
		expect(messages(items).map((message) => message === 'done')).toEqual(
			Array.from({ length: 250 }, (_, index) => index >= 30),
		);
		expect(kakiyo.mostRepeated()).toBe(1);
		expect(kakiyo.acceptedRows()).toBe(250);
	});

	it('finds a row again that was sent alone before and is sent with others now', async () => {
		const resumeToken = randomUUID();
		await kakiyo.run(addProspects, { items: people(1), resumeToken });
		await kakiyo.run(addProspects, { items: people(3), resumeToken, ...continuing });
		expect(kakiyo.mostRepeated()).toBe(1);
		expect(kakiyo.acceptedRows()).toBe(3);
	});

	describe.each(['stopWorkflow', 'continueRegularOutput'] as const)(
		'goes on with deletions (On Error = %s)',
		(onError) => {
			const rowsOf = (ids: unknown[]) => ids.map((id) => ({ id: String(id) }));
			const ends = (items: Array<{ json: IDataObject }>) => items.map(({ json }) => json.deleted ?? json.error);

			it.each(NAMES)('of one record each, by its %s', async (mode) => {
				const resumeToken = randomUUID();
				const entries = dncEntries(5);
				await kakiyo.run(removeBy(mode), { items: entries.slice(0, 3), resumeToken });
				const { items, error } = await kakiyo.run(removeBy(mode), {
					items: entries,
					resumeToken,
					settings: { onError },
				});
				expect(error?.message).toBeUndefined();
				expect(ends(items)).toEqual(Array(5).fill(true));
			});

			it('of many records together', async () => {
				const resumeToken = randomUUID();
				const cases = kayse.state.cases.slice(0, 5).map(({ id }) => id);
				const remove = { resource: 'case', operation: 'delete', caseIdToDelete: '={{ $json.id }}' };
				await kayse.run(remove, { items: rowsOf(cases.slice(0, 3)), resumeToken });
				const { items, error } = await kayse.run(remove, { items: rowsOf(cases), resumeToken, settings: { onError } });
				expect(error?.message).toBeUndefined();
				expect(ends(items)).toEqual(Array(5).fill(true));
			});
		},
	);

	it.each(NAMES)(
		'counts a missing record as deleted, by its %s, also if the user wants to send again',
		async (mode) => {
			const resumeToken = randomUUID();
			const items = dncEntries(2);
			const remove = removeBy(mode);
			kakiyo.control.fail({ method: 'DELETE', path: '/dnc/*', kind: 'resetAfterHandler' });
			const first = await kakiyo.run({ ...remove, options: { maxRetries: 0 } }, { items, resumeToken });
			expect(first.error?.description).toContain('Perhaps done: item 0');
			const second = await kakiyo.retry({ ...remove, options: { sendAgain: true } }, first, { items, resumeToken });
			expect(second.error?.message).toBeUndefined();
			expect(second.items.map(({ json }) => json.deleted)).toEqual([true, true]);
		},
	);

	it('leaves a removal in doubt if the list cannot be read now', async () => {
		const resumeToken = randomUUID();
		const items = dncEntries(1);
		await kakiyo.run(removeBy('url'), { items, resumeToken });
		const unread = ['status', 'html'] as const;
		for (const kind of unread) kakiyo.control.fail({ method: 'GET', path: '/dnc/check', kind, status: 503 });
		kakiyo.control.fail({ method: 'GET', path: '/dnc/check', kind: 'status', status: 200, body: { error: null } });
		for (const _ of [...unread, 'does not say']) {
			const { items: answers } = await kakiyo.run(
				{ ...removeBy('url'), options: { maxRetries: 0 } },
				{ items, resumeToken, ...continuing },
			);
			expect(answers[0]?.json).toMatchObject({
				details: { description: expect.stringContaining('it may have been carried out;') },
			});
		}
		expect((await kakiyo.run(removeBy('url'), { items, resumeToken })).items[0]?.json).toEqual({
			url: items[0]?.url,
			deleted: true,
		});
	});

	it('says that nothing was removed for a person who never was on a list, although a read of the list got no answer', async () => {
		kakiyo.control.fail({ method: 'GET', path: '/dnc/check', kind: 'resetAfterHandler' });
		const resumeToken = randomUUID();
		const items = [{ url: 'https://linkedin.com/in/never-there' }];
		for (const _ of ['killed', 'again']) {
			const { error } = await kakiyo.run(removeBy('url'), { items, resumeToken });
			expect(error?.description).toContain('Nothing was removed');
		}
	});

	it('adds the people again whom an earlier try has put on a list', async () => {
		const resumeToken = randomUUID();
		const items = [1, 2].map((number) => ({ url: `https://linkedin.com/in/silent-${number}` }));
		const add = { resource: 'dnc', operation: 'add' };
		await kakiyo.run(add, { items: items.slice(0, 1), resumeToken });
		const second = await kakiyo.run(add, { items, resumeToken });
		expect(second.items.map(({ json }) => json.status)).toEqual(['alreadyThere', 'added']);
	});

	it('reports a record that never existed as missing again', async () => {
		const resumeToken = randomUUID();
		const remove = { resource: 'case', operation: 'delete', caseIdToDelete: 4711 };
		await kayse.run(remove, { resumeToken });
		const { error } = await kayse.run(remove, { resumeToken });
		expect(error?.message).toContain('Kayse has no Case ID "4711"');
	});

	it('does the rest of each turn of a loop', async () => {
		const resumeToken = randomUUID();
		await kaiCalls.run(agent(), { items: phones(2), turns: 1, resumeToken });
		await kaiCalls.run(agent(), { items: phones(2), turns: 2, resumeToken, ...continuing });
		expect(kaiCalls.timesRung()).toEqual([2, 2]);
	});

	it('takes the later turn of a loop for the first one, which was refused, and rings no phone twice', async () => {
		const resumeToken = randomUUID();
		kaiCalls.control.fail({
			vendor: 'kaicalls',
			method: 'POST',
			path: '/calls',
			kind: 'status',
			status: 400,
			times: 2,
		});
		await kaiCalls.run(agent(), { items: phones(2), turns: 2, resumeToken, ...continuing });
		expect(kaiCalls.timesRung()).toEqual([1, 1]);
		const endOf = async (turns: number) =>
			(await kaiCalls.run(agent(), { items: phones(2), turns, resumeToken, ...continuing })).items;
		expect(messages(await endOf(1))).toEqual([LOST, LOST]);
		expect(messages(await endOf(2))).toEqual([DOUBTFUL, DOUBTFUL]);
		expect(kaiCalls.timesRung()).toEqual([1, 1]);
	});
});

describe('two Retries of an execution at once', () => {
	it('ring no phone twice', async () => {
		const resumeToken = randomUUID();
		const retry = async () => await kaiCalls.run(agent(), { items: phones(10), resumeToken, ...continuing });
		const both = await Promise.all([retry(), retry()]);
		expect(kaiCalls.timesRung()).toEqual(Array(10).fill(1));
		expect(both.flatMap(({ items }) => messages(items)).filter((message) => message === 'done')).toHaveLength(10);
	});
});

describe('another execution', () => {
	it('is never held back', async () => {
		await kaiCalls.run(agent(), { items: phones(2) });
		const { items } = await kaiCalls.run(agent(), { items: phones(2) });
		expect(messages(items)).toEqual(['done', 'done']);
		expect(kaiCalls.timesRung()).toEqual([2, 2]);
	});
});

describe('n8n’s Retry of an execution that failed', () => {
	it('does the rest after an unknown outcome, which it reports again', async () => {
		kaiCalls.control.fail({ method: 'POST', path: '/calls', kind: 'resetAfterHandler', skip: 5 });
		const first = await kaiCalls.run(agent(), { items: phones(20) });
		expect(first.error?.message).toContain('The outcome is unknown');
		const second = await kaiCalls.retry(agent(), first, { items: phones(20) });
		expect(second.error?.message).toContain('The outcome is unknown');
		expect(kaiCalls.timesRung()).toEqual(Array(20).fill(1));
		const third = await kaiCalls.retry(agent(), second, { items: phones(20), ...continuing });
		expect(kaiCalls.timesRung()).toEqual(Array(20).fill(1));
		expect(messages(third.items).filter((message) => message === 'done')).toHaveLength(19);
	});

	it('repeats an unknown outcome of the execution before when the option says so, but none of its own', async () => {
		kaiCalls.control.fail({ method: 'POST', path: '/calls', kind: 'resetAfterHandler', times: 3 });
		const again = { ...agent(), options: { sendAgain: true } };
		const first = await kaiCalls.run(again, {
			items: phones(1),
			settings: { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 },
		});
		expect(kaiCalls.timesRung()).toEqual([1]);
		await kaiCalls.retry(again, first, {
			items: phones(1),
			settings: { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 },
		});
		expect(kaiCalls.timesRung()).toEqual([2]);
	});
});
