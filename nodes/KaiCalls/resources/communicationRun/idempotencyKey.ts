import type { INodeProperties } from 'n8n-workflow';

import { invalidInput } from '../../../shared/contract/failure';
import type { ApiRequest, ItemParameters } from '../../../shared/contract/operation';
import { isPlaceholderId } from '../../../shared/values/placeholderId';
import { isRoundedNumber } from '../../../shared/values/roundedNumber';
import { shown } from '../../../shared/values/shown';
import { stringOf } from '../../../shared/values/text';

const HEADER = 'Idempotency-Key';

/** Characters that a header can carry unchanged. */
const FIT = /^[\x21-\x7e]{1,255}$/;

export const idempotencyKeyField: INodeProperties = {
	displayName: 'Run Key',
	name: 'idempotencyKey',
	type: 'string',
	default: '',
	placeholder: 'made by the node',
	description:
		'KaiCalls creates only one run per key. If empty, the node makes a key for each item, and a Retry uses the same key again. In your own key, do not use the execution ID: a Retry has another.',
};

/**
 * The key that the user entered; undefined if the field is empty.
 * @throws ItemFailure if a header cannot carry the key, or other items would have the same: KaiCalls would not create
 * runs for them
 */
export function readIdempotencyKey(item: ItemParameters): string | undefined {
	const entered = stringOf(item.parameter('options.idempotencyKey', ''));
	if (entered === '') return undefined;
	if (isPlaceholderId(entered) || isRoundedNumber(entered)) {
		throw invalidInput(
			`"Run Key" must be different for each item (got "${shown(entered)}")`,
			'KaiCalls creates only one run per key. Correct the expression or the row, or leave the field empty: the node then makes a key for each item.',
		);
	}
	if (FIT.test(entered)) return entered;
	throw invalidInput(
		'"Run Key" has spaces or letters that cannot be sent, or is too long',
		'Use up to 255 plain letters, digits and hyphens.',
	);
}

/** The request with the key in its header. */
export const withIdempotencyKey = ({ request, ...rest }: ApiRequest, key: string): ApiRequest => ({
	...rest,
	idempotencyKey: key,
	request: { ...request, headers: { ...request.headers, [HEADER]: key } },
});
