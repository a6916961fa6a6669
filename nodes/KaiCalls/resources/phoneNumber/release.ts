import type { OperationDescription } from '../../../shared/fields/resource';
import { toRemove } from '../../../shared/fields/toRemove';
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
		description: 'Give a number up: calls and messages to it no longer reach you, and somebody else may get it',
		routing: routing.del('/phone-numbers', {
			scope: 'numbers:write',
			prepare: [withErrorIds({ phoneNumber: 'phoneNumberToRelease' })],
		}),
	},
	notice: 'The number is gone for good: nobody reaches you there any more, and somebody else may get it.',
	tool: {
		text: 'Gives a phone number up for good: people who call or text it no longer reach you, and somebody else may get it.',
		arguments: {
			phoneNumberToRelease: 'Number, from Phone Number > Get Many',
		},
	},
	fields: [sentAs('query', 'phone_number', toRemove('Release', phoneNumberLocator)), narrowing(workspaceIn('query'))],
};
