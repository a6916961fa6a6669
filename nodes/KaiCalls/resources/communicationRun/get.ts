import type { OperationDescription } from '../../../shared/fields/resource';
import { idInQuery } from '../../../shared/operations/prepare';
import { communicationRunLocator } from '../../locators';
import { routing } from '../../vendor';
import { TEMPLATE_WORDS } from './words';

/** See docs/vendors/kaicalls.md#communication-runs. */
export const get: OperationDescription = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get a communication run',
		description: 'Read how far one run has come',
		routing: routing.get('/communication-runs', {
			ownWords: TEMPLATE_WORDS,
			scope: 'communication-runs:read',
			prepare: [idInQuery('communicationRunId')],
		}),
	},
	tool: { text: 'Reads how far one bulk outreach has come. Contacts nobody.' },
	fields: [communicationRunLocator],
};
