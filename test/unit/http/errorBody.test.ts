import { describe, expect, it } from '@jest/globals';
import { errorIn, namesError } from '../../../nodes/shared/http/errorBody';

const message = 'Something went wrong';

describe('an error in place of an answer', () => {
	it.each([
		{ error: message },
		{ error: { code: 'internal_error', message } },
		{ error: 404, message },
		{ error: true, data: [] },
		{ success: false, message },
		{ success: 'false', message, data: null },
		{ ok: false, data: {} },
		{ errors: [{ message }], data: null },
		{ errors: { name: ['is short'] } },
		{ status: 'error', message },
		{ statusCode: 500, message, requestId: 'r' },
	])('is recognised by its words: %j', (body) => {
		expect(errorIn(body)).toBe(body);
	});

	it.each([
		[[{ error: message }]],
		[{ data: { error: message } }],
		[{ error: null, results: [{ success: false, message }] }],
	])('is found in place of the answer: %j', (body) => {
		expect(errorIn(body)).toEqual(
			expect.objectContaining({
				...(JSON.stringify(body).includes('success') ? { success: false } : { error: message }),
			}),
		);
	});
});

describe('an answer', () => {
	it.each([
		// As documents show them.
		{ success: true },
		{ success: true, message_sid: 'SM1' },
		{ valid: false, errors: [{ field: 'name', message }] },
		{ valid: true, errors: [] },
		{ error: null, data: { onList: false, entry: null } },
		{
			error: null,
			data: { added: 0, duplicates: 0, errors: 2, details: [{ url: 'x', status: 'error', error: message }] },
		},
		{ message: 'Bulk deletion completed', results: [{ prospectId: 'p', status: 'failed', error: 'not_found' }] },
		{ status: 'success', message: 'API key is valid' },
		{ id: 'cl-501', status: 'failed', error: 'no_answer' },
		// As a run or figures may be.
		{ id: 'r', status: 'error', error: message },
		{ status: 'error' },
		{ success: 0, error: 5 },
		{ error: '', errors: [], success: null, id: 'r' },
		{ error: 'no', data: [] },
		...[{}, { data: [] }, [], [{ id: 'a' }, { error: message }], null, undefined, 'text', 5].map(
			(body) => body as unknown,
		),
	])('is not an error, with any names of its members: %j', (body) => {
		expect(errorIn(body)).toBeUndefined();
	});

	it('with rows is an error if it has an error beside them', () => {
		expect(
			[
				{ data: [1], errors: [{ message }] },
				{ data: [1], success: false },
				{ data: [1], error: null, errors: 0, success: true },
			].map(namesError),
		).toEqual([true, true, false]);
	});
});
