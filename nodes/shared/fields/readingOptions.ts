import type { INodeProperties } from 'n8n-workflow';

import { withInner } from '../values/innerFields';
import { kindOf, type Kind } from '../values/reading/kind';
import { defaultCountryOption } from './defaultCountry';
import { sendUnfilledOption } from './options';

/** The options that decide how fields of these kinds are read. */
const READ_BY: ReadonlyArray<readonly [INodeProperties, ReadonlySet<Kind>]> = [
	[defaultCountryOption, new Set<Kind>(['postalCode', 'telephone'])],
	[
		sendUnfilledOption,
		new Set<Kind>([
			'briefing',
			'instructions',
			'message',
			'messageJson',
			'messageLine',
			'messageTemplate',
			'personName',
			'settingsJson',
			'spokenLine',
			'taskJson',
		]),
	],
];

/**
 * The options for reading these fields. Members of mapped fields are not fields: their operation names the options
 * itself.
 */
export function readingOptions(fields: readonly INodeProperties[]): INodeProperties[] {
	const kinds = withInner(fields).map(kindOf);
	return READ_BY.flatMap(([option, read]) => (kinds.some((kind) => read.has(kind)) ? [option] : []));
}
