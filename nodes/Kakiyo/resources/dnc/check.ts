import type { OperationDescription } from '../../../shared/fields/resource';
import { at } from '../../../shared/values/json';
import { withQuery } from '../../../shared/operations/prepare';
import { rowsOf } from '../../../shared/values/rows';
import { routing } from '../../vendor';
import { profileUrlField, readProfileUrl } from '../fields';

/** [seed-family; docs dnc/check] */
export const check: OperationDescription = {
	option: {
		name: 'Check',
		value: 'check',
		action: 'Check whether a person is on the do not contact list',
		description: 'Look a LinkedIn profile up in the list, without changing it',
		routing: routing.get('/dnc/check', {
			tier: 'dncRead',
			prepare: [(apiRequest, item) => withQuery(apiRequest, { url: readProfileUrl(item, 'url') })],
			read: (body) => rowsOf(at(body, 'data') ?? body),
		}),
	},
	fields: [profileUrlField],
};
