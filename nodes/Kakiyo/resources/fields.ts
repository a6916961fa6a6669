import type { INodeProperties } from 'n8n-workflow';

import { unfit } from '../../shared/executor/failure';
import type { Call } from '../../shared/executor/operation';
import { normalizeProfileUrl } from '../linkedin';

const LABEL = 'LinkedIn Profile URL';

/** The address of a person's profile, in a field of its own. */
export const profileUrlField: INodeProperties = {
	displayName: LABEL,
	name: 'url',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. https://www.linkedin.com/in/jane-doe',
	description: 'Public address of the person',
};

/**
 * The profile in a field, in the form Kakiyo stores.
 * @throws ItemFailure when it is no address of a profile
 */
export function readProfileUrl(call: Call, field: string, label: string = LABEL): string {
	const text = String(call.field(field, ''));
	const url = normalizeProfileUrl(text);
	if (url !== undefined) return url;
	throw unfit(
		`"${label}" is "${text.slice(0, 80)}", which is not the address of a LinkedIn profile`,
		'Enter an address such as https://www.linkedin.com/in/jane-doe (no company page, no Sales Navigator link).',
	);
}
