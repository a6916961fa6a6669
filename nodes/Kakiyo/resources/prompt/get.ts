import type { OperationDescription } from '../../../shared/fields/resource';
import { promptLocator } from '../../locators';
import { routing } from '../../vendor';
import { OWN_TEXT_MEMBERS } from './ownTextMembers';

/** See docs/vendors/kakiyo.md#prompts. */
export const get: OperationDescription = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get a prompt',
		description: 'Read the sections of a prompt and the variables it must contain',
		routing: routing.get('/prompts/{promptId}', { ownWords: OWN_TEXT_MEMBERS }),
	},
	tool: { text: 'Reads the sections of one prompt. Changes nothing.' },
	fields: [promptLocator],
};
