import type { INodeProperties } from 'n8n-workflow';

import { invalidInput } from '../../shared/contract/failure';
import type { ItemParameters } from '../../shared/contract/operation';
import { normalizeProfileUrl, whyNot } from '../linkedin';

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
export function readProfileUrl(item: ItemParameters, field: string, label: string = LABEL): string {
	const text = String(item.parameter(field, ''));
	const url = normalizeProfileUrl(text);
	if (url !== undefined) return url;
	throw invalidInput(`"${label}" ${whyNot(text)}`, 'Correct the field.');
}
