import type { OperationDescription } from '../../../shared/fields/resource';
import { routing } from '../../vendor';
import { runFields, runInBody } from './fields';
import { TEMPLATE_WORDS } from './words';

/** It changes nothing. See docs/vendors/kaicalls.md#communication-runs. */
export const preview: OperationDescription = {
	option: {
		name: 'Preview',
		value: 'preview',
		action: 'Preview a communication run',
		description: 'See whom a run would contact without creating it; nobody is contacted',
		routing: routing.post('/communication-runs/preview', {
			ownWords: TEMPLATE_WORDS,
			scope: 'communication-runs:write',
			onlyReads: true,
			prepare: [runInBody],
		}),
	},
	tool: {
		text: 'Shows whom a run of bulk outreach would contact. Contacts nobody and creates nothing.',
		arguments: {
			run: 'The whole run as JSON text, such as {"business_id": "b1"}; the user must give it',
		},
	},
	fields: runFields,
};
