import { describe, expect, it } from '@jest/globals';

import { isSelected, type Selection } from '../../../nodes/Kakiyo/trigger/selection';

const selection = (wanted: Partial<Selection>): Selection => ({ events: ['*'], campaigns: [], agents: [], ...wanted });
const payload = (data: Record<string, unknown>, event = 'linkedin.message.received') => ({ event, data });

describe('an event is selected', () => {
	it('by its name, or with all events', () => {
		expect(isSelected(payload({}), selection({ events: ['linkedin.message.received', 'other'] }))).toBe(true);
		expect(isSelected(payload({}), selection({ events: ['other'] }))).toBe(false);
		expect(isSelected(payload({}, 'brand.new'), selection({ events: ['other', '*'] }))).toBe(true);
	});

	it('by its campaign and agent, in both documented forms', () => {
		const wanted = selection({ campaigns: ['c1', 'c2'], agents: ['a1'] });
		expect(isSelected(payload({ campaignId: 'c2', agentId: 'a1' }), wanted)).toBe(true);
		expect(isSelected(payload({ campaign: { id: 'c1' }, agent: { id: 'a1' } }), wanted)).toBe(true);
		expect(isSelected(payload({ campaignId: 'c3', agentId: 'a1' }), wanted)).toBe(false);
		expect(isSelected(payload({ campaignId: 'c1', agentId: 'a2' }), wanted)).toBe(false);
	});

	it('not when it names no campaign and one is chosen', () => {
		expect(isSelected(payload({ agentId: 'a1' }), selection({ campaigns: ['c1'] }))).toBe(false);
		expect(isSelected({ event: 'x' }, selection({ agents: ['a1'] }))).toBe(false);
	});
});
