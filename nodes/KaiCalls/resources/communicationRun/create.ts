import type { ApiClient } from '../../../shared/contract/operation';
import type { OperationDescription } from '../../../shared/fields/resource';
import { eachItem } from '../../../shared/operations/eachItem';
import { prepareRequest, subjectOf } from '../../../shared/operations/single';
import { valueAt } from '../../../shared/values/json';
import { rowsOf } from '../../../shared/values/rows';
import { routing } from '../../vendor';
import { runFields, runInBody } from './fields';
import { idempotencyKeyField, readIdempotencyKey, withIdempotencyKey } from './idempotencyKey';

/** The user's own name for the run; KaiCalls finds the run by it (docs/vendors/kaicalls.md#communication-runs). */
const REFERENCE = 'external_ref';

/** Name of the note with the key of the first try. All later tries send this key: an expression may return a new one each time. */
const KEY = 'idempotencyKey';

function keyOfFirstTry(entered: string | undefined, { idempotencyKey, itemNotes }: ApiClient): string {
	const noted = itemNotes.note(KEY);
	if (typeof noted === 'string') return noted;
	const first = entered ?? idempotencyKey;
	itemNotes.keepNote(KEY, first);
	return first;
}

/** KaiCalls creates only one run for a key. See docs/vendors/kaicalls.md#communication-runs. */
const operation = eachItem(
	(item) => {
		const request = prepareRequest({ method: 'POST', path: '/communication-runs', prepare: [runInBody] }, item);
		const entered = readIdempotencyKey(item);
		return {
			identity: {
				effect: request.request,
				...subjectOf(
					request.request,
					valueAt(request.request.body, REFERENCE) === undefined ? [] : ['business_id', REFERENCE],
				),
				isContact: true,
			},
			async perform(api) {
				const { body } = await api.send(withIdempotencyKey(request, keyOfFirstTry(entered, api)));
				return rowsOf(body);
			},
		};
	},
	{
		endpoints: ['POST /communication-runs'],
		scope: 'communication-runs:write',
		lookUp: 'Check with Communication Run > Get Many whether it exists.',
		again: 'Check with Communication Run > Get Many whether it exists, or use the same Run Key again.',
	},
);

export const create: OperationDescription = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create a communication run',
		description: 'Start bulk outreach: KaiCalls calls and texts all people in the run',
		routing: routing.to(operation),
	},
	notice:
		'Calls and texts all people in the run, without Contact Limit and Contact Hours. KaiCalls bills it. To call a list of people without JSON, use Call > Create.',
	tool: {
		text: 'Starts bulk outreach: calls and texts all real people in the run, and bills it. It cannot be undone. Try Communication Run > Preview first.',
		arguments: {
			run: 'The full run as JSON text, such as {"business_id": "b1"}, from the user',
		},
	},
	fields: runFields,
	options: [idempotencyKeyField],
};
