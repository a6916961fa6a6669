import type { OperationDescription } from '../../../shared/fields/resource';
import { routing } from '../../vendor';

/** See docs/vendors/kakiyo.md#api-key. */
export const verify: OperationDescription = {
	option: {
		name: 'Verify',
		value: 'verify',
		action: 'Verify the API key',
		description: 'Check that Kakiyo accepts the key of the credential, and read the ID of its team',
		routing: routing.get('/verify', { tier: 'high' }),
	},
	tool: { text: 'Checks that Kakiyo accepts the key of the credential. Changes nothing.' },
	fields: [],
};
