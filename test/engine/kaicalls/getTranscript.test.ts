import { describe, expect, it } from '@jest/globals';

import { byId } from '../bench';
import type { EntryPoint } from '../engine';
import { useKaiCallsBench } from '../kaicalls';
import { everyOne } from '../../support/everyOne';

const bench = useKaiCallsBench();

const getTranscript = (callId: string) => ({ resource: 'call', operation: 'getTranscript', callId: byId(callId) });

const callThat = (isFit: (call: (typeof bench.state.calls)[number]) => boolean): string =>
	bench.state.calls.find(isFit)?.id ?? '';

const answered = () => bench.state.calls.filter(({ status }) => status === 'completed').map(({ id }) => id);

const agentId = () => byId(bench.state.agents[0]?.id ?? '');

/** A call that was just placed. */
async function placed(): Promise<string> {
	bench.control.configureKaiCalls({ endsAfterSeconds: 10_000_000 });
	const { items } = await bench.run({ resource: 'call', operation: 'create', agentId: agentId(), to: '+12025550123' });
	return String(items[0]?.json.id);
}

describe('Call > Get Transcript', () => {
	it.each<EntryPoint>(['customOperations', 'routing'])(
		'returns the texts of each call on its item, its outcome first and the ID last (through "%s")',
		async (entryPoint) => {
			const ids = answered().slice(0, 3);
			const { items, error } = await bench.run(getTranscript('={{ $json.call }}'), {
				items: ids.map((call) => ({ call })),
				entryPoint,
			});
			expect(error?.message).toBeUndefined();
			expect(items.map(({ json }) => json.id)).toEqual(ids);
			for (const { json } of everyOne(items))
				expect(json).toMatchObject({
					outcome: 'talked',
					status: 'completed',
					transcript: expect.stringMatching(/^AI: Hello/),
				});
			const members = Object.keys(items[0]?.json ?? {});
			expect([members[0], members.at(-1)]).toEqual(['outcome', 'id']);
		},
	);

	it.each(['exclusive', 'inclusive'] as const)(
		'finds the transcript of an old call by few requests, and all those of equal time (%s cursor)',
		async (afterCursor) => {
			bench.control.configureKaiCalls({ afterCursor });
			const ids = answered();
			const { items, error } = await bench.run(getTranscript('={{ $json.call }}'), {
				items: ids.map((call) => ({ call })),
			});
			expect(error?.message).toBeUndefined();
			expect(items.map(({ json }) => json.id)).toEqual(ids);
			expect(bench.requests('/transcripts').length).toBeLessThanOrEqual(2 * ids.length);
		},
	);

	it.each<[string, () => Promise<string>, string]>([
		['goes on', placed, 'This call has no transcript yet: it is '],
		[
			'no person answered',
			async () => callThat(({ status, duration }) => status === 'failed' && !duration),
			'This call has no transcript',
		],
	])('says why a call that %s has no transcript', async (_, call, message) => {
		const { error } = await bench.run(getTranscript(await call()));
		expect(error?.message).toContain(message);
	});

	it('says that the transcript of a call that just ended may still come', async () => {
		const id = await placed();
		bench.control.configureKaiCalls({ processingSeconds: 86_400, callback: 'never' });
		await bench.control.completeCall({ callId: id });
		const { error } = await bench.run(getTranscript(id));
		expect(error).toMatchObject({
			message: 'This call has no transcript, or none yet',
			description: expect.stringContaining('Run the item again later'),
		});
	});

	it('names the ID that KaiCalls does not know', async () => {
		const { error } = await bench.run(getTranscript('ca110000-0000-4000-8000-00000000dead'));
		expect(error?.message).toBe('KaiCalls has no Call ID "ca110000-0000-4000-8000-00000000dead"');
		expect(bench.requests('/transcripts')).toEqual([]);
	});

	it('marks the words of other people for a model', async () => {
		const answer = String(await bench.tool(getTranscript(answered()[0] ?? ''))({}));
		expect(answer).toContain('AI: Hello');
		expect(answer).toMatch(/untrusted|words of/i);
	});
});
