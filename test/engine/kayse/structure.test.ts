import { describe, expect, it } from '@jest/globals';

import { Kayse } from '../../../nodes/Kayse/Kayse.node';
import { offeredBy } from '../description';

const { operations } = offeredBy(new Kayse());

describe('the Kayse node', () => {
	it('says of every operation that reaches people that they are real', () => {
		const reaching = operations.filter(({ option }) => /\b(real|person|people)\b/i.test(option.description ?? ''));
		const names = reaching.map(({ resource, option }) => `${resource} ${option.value}`);
		expect(names).toEqual(
			expect.arrayContaining(['call schedule', 'campaign create', 'case sendSms', 'case sendEmail']),
		);
	});
});
