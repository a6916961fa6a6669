import { describe, expect, it } from '@jest/globals';

import { simplifyEvent } from '../../../nodes/Kakiyo/trigger/simplify';

describe('a simplified event keeps what Kakiyo nests beside the members that become columns', () => {
	it('the company and the email of a person', () => {
		const prospect = {
			id: 'p1',
			name: 'R Lee',
			url: 'https://linkedin.com/in/rlee',
			company: 'Acme',
			email: 'r@acme.example',
		};
		const simplified = JSON.stringify(simplifyEvent({ event: 'linkedin.message.received', data: { prospect } }));
		expect(simplified).toContain('R Lee');
		expect(simplified).toContain('Acme');
		expect(simplified).toContain('r@acme.example');
	});

	it('a message without `content`', () => {
		const data = { chatId: 'chat_1', message: { id: 'm1', text: 'Please do not write again' } };
		expect(JSON.stringify(simplifyEvent({ event: 'linkedin.message.received', data }))).toContain('do not write again');
	});

	it('the reason why a campaign or a conversation stopped', () => {
		const data = {
			campaign: { id: 'c1', name: 'Spring', status: 'paused' },
			conversation: { id: 'chat_1', status: 6 },
		};
		expect(JSON.stringify(simplifyEvent({ event: 'prospect.unqualified', data }))).toContain('paused');
	});

	it('two different values of one member, each in a column of its own', () => {
		const data = { prospectId: 'p1', prospect: { id: 'p2', name: 'R Lee' }, event: 'of data' };
		expect(simplifyEvent({ event: 'linkedin.message.received', data }, { name: 'Robin Lee' })).toEqual({
			name: 'Robin Lee',
			event: 'linkedin.message.received',
			dataEvent: 'of data',
			prospectName: 'R Lee',
			prospectProspectId: 'p2',
			prospectId: 'p1',
		});
	});

	it('each member once, the IDs last', () => {
		const data = { chatId: 'chat_1', conversation: { id: 'chat_1', status: 6 }, message: { id: 'm1', content: 'Hi' } };
		const team = { id: 't1', name: 'Acme' };
		expect(Object.entries(simplifyEvent({ event: 'e', team, data }))).toEqual([
			['message', 'Hi'],
			['event', 'e'],
			['conversationStatus', 6],
			['teamName', 'Acme'],
			['messageId', 'm1'],
			['teamId', 't1'],
			['chatId', 'chat_1'],
		]);
	});
});
