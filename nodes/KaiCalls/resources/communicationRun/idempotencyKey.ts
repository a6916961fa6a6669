import type { INodeProperties } from 'n8n-workflow';

import { invalidInput } from '../../../shared/contract/failure';
import type { ApiRequest, ItemParameters } from '../../../shared/contract/operation';
import { isPlaceholderId } from '../../../shared/values/placeholderId';
import { isRoundedNumber } from '../../../shared/values/roundedNumber';
import { shown } from '../../../shared/values/shown';
import { stringOf } from '../../../shared/values/text';

const HEADER = 'Idempotency-Key';

/** What a header can carry without being changed on the way. */
const FIT = /^[\x21-\x7e]{1,255}$/;

export const idempotencyKeyField: INodeProperties = {
	displayName: 'Run Key',
	name: 'idempotencyKey',
	type: 'string',
	default: '',
	placeholder: 'made by the node',
	description:
		'KaiCalls creates one run only for the same key, however often it is sent. If empty, the node makes one for each item that stays the same when n8n runs the execution again (Retry On Fail, Retry). In a key of your own, do not use the number of the execution: a Retry has another.',
};

/**
 * The key that the user entered; undefined when the field is empty.
 * @throws ItemFailure when a header cannot carry it, or other items would have the same: KaiCalls would make no run of them
 */
export function readIdempotencyKey(item: ItemParameters): string | undefined {
	const entered = stringOf(item.parameter('options.idempotencyKey', ''));
	if (entered === '') return undefined;
	if (isPlaceholderId(entered) || isRoundedNumber(entered)) {
		throw invalidInput(
			`"Run Key" is "${shown(entered)}", which other items may have as well`,
			'KaiCalls creates one run only for the same key. Correct the expression, or the field of the row that it reads, or leave the key empty: the node makes one for each item.',
		);
	}
	if (FIT.test(entered)) return entered;
	throw invalidInput(
		'"Run Key" has spaces or letters that cannot be sent, or is too long',
		'Use up to 255 plain letters, digits and hyphens.',
	);
}

export const withIdempotencyKey = ({ request, ...rest }: ApiRequest, key: string): ApiRequest => ({
	...rest,
	idempotencyKey: key,
	request: { ...request, headers: { ...request.headers, [HEADER]: key } },
});
