import { describe, expect, it } from '@jest/globals';

import { byId } from '../bench';
import { NO_SCOPE, useOperations } from './operations';

const { bench, run, rows, sent, refusedWithout, expectAllEndpointsReached } = useOperations('smsMessage');

const agentId = () => byId(bench.state.agents[0]?.id ?? '');
const message = 'Shall we call you back?';
const to = '+12025550123';

async function sendMany(count: number): Promise<void> {
	const items = Array.from({ length: count }, (_, index) => ({ to: `+1202557${String(index).padStart(4, '0')}` }));
	await rows('send', { agentId: agentId(), to: '={{ $json.to }}', message }, { items });
}

describe('SMS message', () => {
	it('sends a message', async () => {
		const lead = bench.state.leads[0];
		const leadId = byId(lead?.id ?? '');
		const [result] = await rows('send', { agentId: agentId(), to: '+1-202-555-0123', message, leadId });
		expect(sent()).toEqual([
			{ to: 'POST /sms/send', body: { from_agent_id: bench.state.agents[0]?.id, to, message, lead_id: lead?.id } },
		]);
		expect(result).toMatchObject({ success: true, to });
		expect(bench.state.messages.at(-1)).toMatchObject({ to, message });
	});

	it('sends the same text to the same person once, unless that is wanted', async () => {
		const items = [{ to }, { to: '+1 202 555 0123' }];
		const sentOnce = await rows('send', { agentId: agentId(), to: '={{ $json.to }}', message }, { items });
		expect(sentOnce.map(({ duplicateOfItem }) => duplicateOfItem)).toEqual([undefined, 0]);
		expect(sent()).toHaveLength(1);
		await rows('send', { agentId: agentId(), to: '={{ $json.to }}', message: '=Text {{ $itemIndex }}' }, { items });
		expect(sent()).toHaveLength(3);
		await rows(
			'send',
			{ agentId: agentId(), to: '={{ $json.to }}', message, options: { allowDuplicates: true } },
			{ items },
		);
		expect(sent()).toHaveLength(5);
	});

	it('sends equal texts once, also with extra blanks and invisible characters from a table', async () => {
		const texts = [
			'See you at 10.',
			'See you at 10. ',
			'\u200bSee  you at\r\n10.',
			'See you\u00a0at 10.',
			'See you at 11.',
		];
		const items = texts.map((text) => ({ text }));
		const sentRows = await rows('send', { agentId: agentId(), to, message: '={{ $json.text }}' }, { items });
		expect(sentRows.map(({ duplicateOfItem }) => duplicateOfItem)).toEqual([undefined, 0, 0, 0, undefined]);
		expect(sent()).toHaveLength(2);
	});

	it('sends nothing for a text that is not a number', async () => {
		const { error } = await run('send', { agentId: agentId(), to: '555', message });
		expect(error?.message).toBe('"Phone Number" must be one telephone number (got "555"): it has no country code');
		expect(sent()).toEqual([]);
	});

	it('is not sent again after a doubtful answer, and says how to look it up', async () => {
		bench.control.fail({ method: 'POST', path: '/sms/send', kind: 'resetAfterHandler' });
		const { error } = await run(
			'send',
			{ agentId: agentId(), to, message },
			{ settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 } },
		);
		expect(error?.message).toMatch(/^The outcome is unknown/);
		expect(error?.description).toContain('SMS Message > Get Many');
		expect(bench.state.messages.filter((one) => one.to === to)).toHaveLength(1);
	});

	it.each([
		['number_opted_out', 'This person has opted out'],
		['number_on_dnc', 'This number is on the do-not-call list'],
		['tcpa_violation', 'The law does not allow contacting this number now'],
	] as const)('explains %s', async (code, explanation) => {
		bench.control.configureKaiCalls({ smsRefusals: { [to]: code } });
		const [row] = await rows('send', { agentId: agentId(), to, message });
		expect(row?.message).toMatch(new RegExp(`^${explanation}\\. `));
	});

	it('explains content_blocked, which another text would mend', async () => {
		bench.control.configureKaiCalls({ smsRefusals: { [to]: 'content_blocked' } });
		const { error } = await run('send', { agentId: agentId(), to, message });
		expect(error?.message).toBe('KaiCalls does not send this text');
	});

	it.each(['exclusive', 'inclusive'] as const)(
		'lists messages without loss or repetition (%s cursor)',
		async (afterCursor) => {
			await sendMany(20);
			bench.control.configureKaiCalls({ createdAtStepSeconds: 1_000_000, afterCursor });
			await sendMany(90);
			const messages = await rows('getAll', { returnAll: true });
			expect(messages[99]?.created_at).toBe(messages[100]?.created_at);
			expect(messages).toHaveLength(122);
			expect(new Set(messages.map(({ id }) => id)).size).toBe(122);
		},
		30_000,
	);

	it('filters by conversation and direction', async () => {
		const conversationId = bench.state.conversations[0]?.id ?? '';
		expect(
			await rows('getAll', { filters: { conversationId: byId(conversationId), direction: 'inbound' } }),
		).toHaveLength(2);
		expect(sent()).toMatchObject([{ query: { conversation_id: conversationId, direction: 'inbound' } }]);
	});

	it.each([
		['getAll', 'sms:read'],
		['send', 'sms:write'],
	])('%s says which scope it needs', async (operation, scope) => {
		const refused = await refusedWithout(operation, { agentId: agentId(), to, message });
		expect(refused.message).toBe(NO_SCOPE);
		expect(refused.description).toContain(`This operation needs the scope ${scope}.`);
	});

	it('reaches every endpoint of its part of the API', expectAllEndpointsReached);
});
