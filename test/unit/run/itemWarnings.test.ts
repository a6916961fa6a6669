import { describe, expect, it } from '@jest/globals';

import { ItemWarnings } from '../../../nodes/shared/run/itemWarnings';

function warningsFor(texts: string[]): string {
	const warnings = new ItemWarnings();
	for (const [index, text] of texts.entries()) if (text !== '') warnings.add(text, index);
	return warnings.inWords(texts.length);
}

describe('warnings about items', () => {
	it('appear once each, with the items', () => {
		expect(warningsFor(['Late.', '', 'Late.', 'Late.', 'Early.'])).toBe('Items 0, 2 to 3: Late. Item 4: Early.');
	});

	it('have no number for a single item, and are absent without a cause', () => {
		expect([warningsFor(['Late.']), warningsFor(['', '']), warningsFor([])]).toEqual(['Late.', '', '']);
	});

	it('stay short, also for 10,000 different items', () => {
		const hint = warningsFor(Array.from({ length: 10_000 }, (_, index) => `It is ${index}.`));
		expect(hint.length).toBeLessThan(300);
		expect(hint).toContain('and 9995 more');
	});
});
