import { describe, expect, it } from '@jest/globals';

import { simplifyEvent } from '../../../nodes/Kakiyo/trigger/simplify';

/**
 * Section 2: "Kakiyo Trigger: Simplify flattens `data` and puts the message first". Where Kakiyo nests a person, a campaign or a message,
 * the members with a flat name of their own are taken out and the object is thrown away with all its others. Simplify is on from the start,
 * so the user never sees that Kakiyo told them.
 */
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

	it('a message whose words are not in `content`', () => {
		const data = { chatId: 'chat_1', message: { id: 'm1', text: 'Please do not write again' } };
		expect(JSON.stringify(simplifyEvent({ event: 'linkedin.message.received', data }))).toContain('do not write again');
	});

	it('why a campaign or a conversation stopped', () => {
		const data = {
			campaign: { id: 'c1', name: 'Spring', status: 'paused' },
			conversation: { id: 'chat_1', status: 6 },
		};
		expect(JSON.stringify(simplifyEvent({ event: 'prospect.unqualified', data }))).toContain('paused');
	});
});
