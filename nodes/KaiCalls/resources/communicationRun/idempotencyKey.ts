import type { INodeProperties } from 'n8n-workflow';

import { invalidInput } from '../../../shared/contract/failure';
import type { ApiRequest, ItemParameters } from '../../../shared/contract/operation';

const HEADER = 'Idempotency-Key';

/** What a header can carry without being changed on the way. */
const FIT = /^[\x21-\x7e]{1,255}$/;

/**
 * By the execution, the node and the item, so that all tries of an item carry the same key, n8n's own
 * Retry On Fail included, while the next execution has another one.
 */
export const idempotencyKeyField: INodeProperties = {
	displayName: 'Idempotency Key',
	name: 'idempotencyKey',
	type: 'string',
	default: '={{ $execution.id }}-{{ $nodeId }}-{{ $runIndex }}-{{ $itemIndex }}',
	description: 'KaiCalls creates one run only for the same key, however often it is sent. The default makes one for each item.',
};

/**
 * The key that the user entered; undefined when the field is empty.
 * @throws ItemFailure when a header cannot carry it
 */
export function readIdempotencyKey(item: ItemParameters): string | undefined {
	const entered = String(item.parameter('idempotencyKey') ?? '').trim();
	if (entered === '') return undefined;
	if (FIT.test(entered)) return entered;
	throw invalidInput('"Idempotency Key" has spaces or letters that cannot be sent, or is too long', 'Use up to 255 plain letters, digits and hyphens.');
}

export const withIdempotencyKey = ({ request, ...rest }: ApiRequest, key: string): ApiRequest => ({
	...rest,
	request: { ...request, headers: { ...request.headers, [HEADER]: key } },
});
