import { describe, expect, it } from '@jest/globals';
import { yesOrNo } from '../../../nodes/shared/values/yesNo';

describe('a yes or no', () => {
	it.each([true, 1, '1', 'true', 'True', ' YES ', 'y'])('reads %j as yes', (value) => {
		expect(yesOrNo(value)).toBe(true);
	});

	it.each([false, 0, '0', 'false', 'FALSE', 'no', 'N'])('reads %j as no', (value) => {
		expect(yesOrNo(value)).toBe(false);
	});

	it.each([null, undefined, '', 'maybe', 2, {}, ['true'], [1]])('reads %j as neither', (value) => {
		expect(yesOrNo(value)).toBeUndefined();
	});
});
