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
		description: 'Read the progress of one run',
		routing: routing.get('/communication-runs', {
			ownWords: TEMPLATE_WORDS,
			scope: 'communication-runs:read',
			prepare: [idInQuery('communicationRunId')],
		}),
	},
	tool: { text: 'Reads the progress of one bulk outreach. Contacts nobody.' },
	fields: [communicationRunLocator],
};
