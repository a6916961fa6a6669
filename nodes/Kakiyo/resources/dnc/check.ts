import type { OperationDescription } from '../../../shared/fields/resource';
import { withQuery } from '../../../shared/operations/prepare';
import { routing } from '../../vendor';
import { profileUrlField, readProfileUrl } from '../fields';
import { notSaid, readDncCheck } from './answer';

/** [seed-family; docs dnc/check] */
export const check: OperationDescription = {
	option: {
		name: 'Check',
		value: 'check',
		action: 'Check whether a person is on the do not contact list',
		description: 'Look a LinkedIn profile up in the list, without changing it',
		routing: routing.get('/dnc/check', {
			prepare: [(apiRequest, item) => withQuery(apiRequest, { url: readProfileUrl(item, 'url') })],
			read(body) {
				const answer = readDncCheck(body);
				if (!answer) throw notSaid;
				return [answer];
			},
		}),
	},
	fields: [profileUrlField],
};
