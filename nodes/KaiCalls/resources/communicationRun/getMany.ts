import { filters } from '../../../shared/fields/collection';
import type { OperationDescription } from '../../../shared/fields/resource';
import { textField, workspaceIn } from '../../fields';
import { firstPage } from '../../pages';
import { routing } from '../../vendor';
import { TEMPLATE_WORDS } from './words';

/** No document names a second page. See docs/vendors/kaicalls.md#communication-runs. */
export const getMany: OperationDescription = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many communication runs',
		description: 'List the runs of bulk outreach. KaiCalls returns at most 100.',
		routing: routing.getMany('/communication-runs', {
			ownWords: TEMPLATE_WORDS,
			scope: 'communication-runs:read',
			page: firstPage('communication_runs', 'runs'),
		}),
	},
	tool: { text: 'Lists the runs of bulk outreach with IDs. Contacts nobody.' },
	fields: [
		filters([
			textField('query', 'external_ref', {
				displayName: 'External Reference',
				name: 'externalRef',
				description: 'Your own name for the run, from its creation',
			}),
			workspaceIn('query'),
		]),
	],
};
