import { describe, expect, it } from '@jest/globals';

import { byId } from '../bench';
import { NO_SCOPE, useOperations } from './operations';

const { bench, run, rows, sent, refusedWithout, expectAllEndpointsReached } = useOperations('smsConversation');

describe('SMS conversation', () => {
	it('lists conversations', async () => {
		expect(await rows('getAll', { returnAll: true })).toHaveLength(3);
		expect(await rows('getAll', { limit: 2 })).toHaveLength(2);
		expect(sent().map(({ query }) => query)).toEqual([{ limit: '100' }, { limit: '2' }]);
	});

	it('says so rather than leave conversations out', async () => {
		const conversations = Array.from({ length: 100 }, (_, index) => ({ id: String(index) }));
		const full = {
			method: 'GET',
			path: '/sms/conversations',
			kind: 'status',
			status: 200,
			body: { conversations, has_more: true },
		} as const;
		bench.control.fail({ ...full, times: 2 });
		const { error } = await run('getAll', { returnAll: true });
		expect(error?.message).toBe('The API returns at most 100 rows of this list, and there may be more');
		expect(await rows('getAll', { limit: 100 })).toHaveLength(100);
	});

	it('gets a conversation with its messages', async () => {
		const id = bench.state.conversations[0]?.id ?? '';
		const [conversation] = await rows('get', { conversationId: byId(id) });
		expect(conversation?.messages).toHaveLength(4);
		expect(sent()).toEqual([{ to: 'GET /sms/conversations', query: { id } }]);
	});

	it('names an unknown conversation', async () => {
		const { error } = await run('get', { conversationId: byId('x') });
		expect(error?.message).toBe('KaiCalls has no Conversation ID "x"');
	});

	it.each(['get', 'getAll'])('%s says which scope it needs', async (operation) => {
		const { message, description } = await refusedWithout(operation, { conversationId: byId('x') });
		expect(message).toBe(NO_SCOPE);
		expect(description).toContain('This operation needs the scope sms:read.');
	});

	it('reaches every endpoint of its part of the API', expectAllEndpointsReached);
});
