import type { INodeProperties } from 'n8n-workflow';

import { OPTIONS, OPTIONS_LABEL } from '../run/nodeOptions';
import { filtering } from '../values/reading/kind';
import { byText } from '../values/sorting';

const byLabel = (a: INodeProperties, b: INodeProperties) => byText(a.displayName, b.displayName);

/** A collection of optional fields, in the order of their labels. */
export const collection =
	(displayName: string, name: string, placeholder: string) =>
	(options: INodeProperties[]): INodeProperties => ({
		displayName,
		name,
		type: 'collection',
		placeholder,
		default: {},
		options: [...options].sort(byLabel),
	});

/** Optional fields of a new record. */
export const additionalFields = collection('Additional Fields', 'additionalFields', 'Add field');

const filterFields = collection('Filters', 'filters', 'Add filter');

/** The filters of a list. */
export const filters = (options: INodeProperties[]): INodeProperties =>
	filterFields(options.map((option) => filtering(option)));

/** The fields that an update changes. */
export const updateFields = collection('Update Fields', 'updateFields', 'Add field');

/** Options for special cases. */
export const optionsCollection = collection(OPTIONS_LABEL, OPTIONS, 'Add option');
