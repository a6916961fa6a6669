import { filters } from '../../../shared/fields/collection';
import type { OperationDescription } from '../../../shared/fields/resource';
import { textField, workspaceIn } from '../../fields';
import { firstPage } from '../../pages';
import { routing } from '../../vendor';
import { TEMPLATE_WORDS } from './words';

/** No document names a way past the first page. See docs/vendors/kaicalls.md#communication-runs. */
export const getMany: OperationDescription = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many communication runs',
		description: 'List bulk outreach; KaiCalls hands out 100 at most',
		routing: routing.getMany('/communication-runs', {
			ownWords: TEMPLATE_WORDS,
			scope: 'communication-runs:read',
			page: firstPage('communication_runs', 'runs'),
		}),
	},
	tool: { text: 'Lists bulk outreach with its IDs. Contacts nobody.' },
	fields: [
		filters([
			textField('query', 'external_ref', {
				displayName: 'External Reference',
				name: 'externalRef',
				description: 'Your own name for the run, as given at its creation',
			}),
			workspaceIn('query'),
		]),
	],
};
