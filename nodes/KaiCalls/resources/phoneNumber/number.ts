import { withBody, withQuery } from '../../../shared/operations/prepare';
import type { Prepare } from '../../../shared/operations/single';
import { readPhone } from '../../phone';

/** The number in the locator, checked, where the request wants it. */
export const numberIn =
	(place: 'body' | 'query'): Prepare =>
	(apiRequest, item) => {
		const add = place === 'body' ? withBody : withQuery;
		return add(apiRequest, { phone_number: readPhone(item, 'phoneNumber', 'Phone Number') });
	};
