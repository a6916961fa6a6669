import { describe, expect, it } from '@jest/globals';
import { yesOrNo } from '../../../nodes/shared/values/yesNo';

describe('a yes or no', () => {
	it.each([true, 1, '1', 'true', 'True', ' YES ', 'y'])('is yes as %j', (value) => {
		expect(yesOrNo(value)).toBe(true);
	});

	it.each([false, 0, '0', 'false', 'FALSE', 'no', 'N'])('is no as %j', (value) => {
		expect(yesOrNo(value)).toBe(false);
	});

	it.each([null, undefined, '', 'maybe', 2, {}, ['true'], [1]])('is neither as %j', (value) => {
		expect(yesOrNo(value)).toBeUndefined();
	});
});
