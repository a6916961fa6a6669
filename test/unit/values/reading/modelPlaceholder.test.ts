import { describe, expect, it } from '@jest/globals';

import { isSaidToBeEmpty, isSaidToStay } from '../../../../nodes/shared/values/reading/modelPlaceholder';

const EMPTY = [
	'empty',
	'Empty',
	'or empty',
	'(empty)',
	'<empty>',
	'leave empty',
	'"empty"',
	'blank',
	'not given',
	'Not provided.',
	'no value',
	'skip',
	'unset',
	'left blank',
	'empty string',
];

const STAYS = [
	'unchanged',
	'no change',
	'No changes.',
	'keep',
	'keep as is',
	'keep the current value',
	'leave as is',
	'leave it as it is',
	'leave unchanged',
	'same',
	'same as before',
	'do not change',
	"don't change",
	'no update needed',
	'not changed',
	'[unchanged]',
];

const MEANT = [
	'Keep in touch',
	'Blanka',
	'Same-day calls',
	'Please call',
	'as discussed before',
	'The field',
	'Do not call',
	'No',
	'Not interested',
	'Changed jobs',
	'New address',
	'string theory',
	'Empty nest',
	'nothing but praise',
	'',
];

describe('a model that has to fill in each argument', () => {
	it.each(EMPTY)('says that a field is empty: %s', (text) => expect(isSaidToBeEmpty(text)).toBe(true));

	it.each(STAYS)('says that it stays: %s', (text) => expect(isSaidToStay(text)).toBe(true));

	it.each(STAYS)('does not say that it is empty: %s', (text) => expect(isSaidToBeEmpty(text)).toBe(false));

	it.each(MEANT)('means its text literally: %j', (text) =>
		expect([isSaidToBeEmpty(text), isSaidToStay(text)]).toEqual([false, false]),
	);

	it.each([0, false, null, undefined, {}, ['empty']])('returns a value that is not a text: %j', (value) =>
		expect([isSaidToBeEmpty(value), isSaidToStay(value)]).toEqual([false, false]),
	);
});
