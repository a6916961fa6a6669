import type { INodeProperties } from 'n8n-workflow';

import { invalidInput } from '../../shared/contract/failure';
import type { ItemParameters } from '../../shared/contract/operation';
import { notFilled } from '../../shared/values/reading/field';
import { ofKind } from '../../shared/values/reading/kind';
import { isNothing } from '../../shared/values/reading/nothing';
import { profileUrls } from '../profiles/address';

const LABEL = 'LinkedIn Profile URL';

/** The address of a person's profile. An expression may yield a list; `profiles/text.ts` reads it. */
export const profileUrlField: INodeProperties = ofKind('texts', {
	displayName: LABEL,
	name: 'url',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. https://www.linkedin.com/in/firstname-lastname',
	description: 'Public address of the person',
});

/**
 * The normalized profiles of a field.
 * @throws ItemFailure if a part is not a profile address
 */
export function readProfileUrls(item: ItemParameters, field: string, label: string = LABEL): string[] {
	const value = item.parameter(field);
	if (isNothing(value)) throw notFilled(label, value);
	const { data, error } = profileUrls.safeParse(value);
	if (data) return data;
	throw invalidInput(`"${label}" ${error.issues.map(({ message }) => message).join('; ')}`, 'Correct the field.');
}
