import type { INodeProperties } from 'n8n-workflow';

import type { ItemParameters } from '../contract/operation';
import { contentKey } from '../values/contentKey';
import { readOption } from '../values/reading/option';
import { readYesNo } from '../values/reading/yesNo';

const ALLOW_DUPLICATES = 'allowDuplicates';

/** For the Options of operations whose items reach a person. */
export const allowDuplicatesOption: INodeProperties = {
	displayName: 'Allow Duplicates',
	name: ALLOW_DUPLICATES,
	type: 'boolean',
	default: false,
	description:
		'Whether to send equal items (same number, same content) each. Otherwise only the first one is sent, and the others say so.',
};

/**
 * Identifies a contact: equal for items that do the same to the same person.
 * @param content all of it, such as number, agent and message; texts that read the same are equal
 * @returns undefined when the user wants one contact for each item
 */
export const onceKey = (item: ItemParameters, content: unknown): string | undefined =>
	readOption(item, `options.${ALLOW_DUPLICATES}`, allowDuplicatesOption.displayName, readYesNo) === true
		? undefined
		: contentKey(content);
