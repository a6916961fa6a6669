import type { OperationDescription } from '../../../shared/fields/resource';
import { forGood } from '../../../shared/fields/forGood';
import { sentAs } from '../../../shared/fields/sent';
import { withErrorIds } from '../../../shared/operations/prepare';
import { narrowing } from '../../../shared/values/reading/kind';
import { workspaceIn } from '../../fields';
import { phoneNumberLocator } from '../../locators';
import { routing } from '../../vendor';

/** See docs/vendors/kaicalls.md#phone-numbers. */
export const release: OperationDescription = {
	option: {
		name: 'Release',
		value: 'release',
		action: 'Release a phone number',
		description: 'Give up a number. Calls and messages to it no longer reach you. Another person may get it.',
		routing: routing.del('/phone-numbers', {
			scope: 'numbers:write',
			prepare: [withErrorIds({ phoneNumber: 'phoneNumberToRelease' })],
		}),
	},
	notice: 'You lose the number for good. Another person may get it, with all calls and messages to it.',
	tool: {
		text: 'Gives up a phone number for good: calls and texts to it no longer reach you. Another person may get the number.',
		arguments: {
			phoneNumberToRelease: 'Number, from Phone Number > Get Many',
		},
	},
	fields: [sentAs('query', 'phone_number', forGood('Release', phoneNumberLocator)), narrowing(workspaceIn('query'))],
};
