import { describe, expect, it } from '@jest/globals';
import { replacingTexts, textsInBody } from '../../../nodes/Kairo/texts';
import type { ApiRequest, ItemParameters } from '../../../nodes/shared/contract/operation';
import type { Prepare } from '../../../nodes/shared/operations/single';
import { itemWith } from '../support/items';
import { failureOf } from '../support/failures';

const request: ApiRequest = { request: { method: 'PATCH', path: '/x', query: {} } };

/** The body after a step, with a field that holds this, be it nothing. */
function bodyAfter(step: Prepare, value: unknown): unknown {
	const call: ItemParameters = { ...itemWith({}), parameter: () => value };
	return step(request, call).request.body;
}

const steps = [
	['is made', textsInBody('context', 'field', 'Context Sources'), undefined],
	['replaces another', replacingTexts('context', 'field', 'Context Sources'), { context: [] }],
] as const;

describe.each(steps)('a list of texts that %s', (_, step, cleared) => {
	it.each([[undefined], [null], [''], [' '], [','], [[null]], [[undefined]], [[undefined, null, '']]])('is left out for %j', (value) => {
		expect(bodyAfter(step, value)).toBeUndefined();
	});

	it('is cleared, or left out, by a list without entries', () => {
		expect(bodyAfter(step, [])).toEqual(cleared);
	});

	it.each([
		[['crm', undefined, 'crm', null, ' handbook '], ['crm', 'handbook']],
		['crm, handbook', ['crm', 'handbook']],
		[7, ['7']],
		[['a,b'], ['a,b']],
	])('from %j is %j', (value, context) => {
		expect(bodyAfter(step, value)).toEqual({ context });
	});

	it.each([[{ key: 'crm' }], [[{ key: 'crm' }]], [[['crm']]]])('refuses %j', (value) => {
		const { kind, message } = failureOf(() => bodyAfter(step, value));
		expect([kind, message]).toEqual(['input', '"Context Sources" holds an object or a list where a text should be']);
	});
});
