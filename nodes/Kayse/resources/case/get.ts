import { simplifyField } from '../../../shared/fields/list';
import type { OperationDescription } from '../../../shared/fields/resource';
import { idField } from '../../input/id';
import { routing } from '../../vendor';
import { simplifyCase } from './simplify';

/** See docs/vendors/kayse.md#cases. */
export const get: OperationDescription = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get a case',
		description: 'Read the data of one case',
		routing: routing.get('/cases/{caseId}', { simplify: simplifyCase }),
	},
	tool: {
		text: 'Reads one case with its clients. Changes nothing.',
		arguments: {
			caseId: 'Case ID, a number, from the user or an earlier answer',
		},
	},
	fields: [idField('Case ID', 'caseId', '9001'), simplifyField()],
};
