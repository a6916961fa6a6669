import type { OperationDescription } from '../../../shared/fields/resource';
import { wholeList } from '../../pages';
import { routing } from '../../vendor';
import { OWN_TEXT_MEMBERS } from './ownTextMembers';

/** See docs/vendors/kakiyo.md#prompts. */
export const getMany: OperationDescription = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many prompts',
		description: 'List the prompts with their type and model. Get reads their sections.',
		routing: routing.getMany('/prompts', { page: wholeList, ownWords: OWN_TEXT_MEMBERS }),
	},
	tool: { text: 'Lists prompts with their IDs. Changes nothing.' },
	fields: [],
};
