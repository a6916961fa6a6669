import type { IDataObject } from 'n8n-workflow';

import { isRecord } from '../../shared/values/json';

/** What an intake makes. */
export const KINDS = ['clients', 'cases', 'lists', 'calls'] as const;

export type Kind = (typeof KINDS)[number];

/** Something that was made, or perhaps made, when `unknownSince` tells since when nobody knows. */
export interface Entry extends IDataObject {
	id?: number;
	unknownSince?: string;
}

/** Where the user has leads remembered: in the workflow's static data, or in a table whose rows are the input items. */
export type Place = 'workflow' | 'table';

/** What all leads of a run share. */
export type Remembering = { place: Place; isTool: boolean };

/** What was stored, perhaps by an earlier version. */
export function entryFrom(value: unknown): Entry | undefined {
	if (!isRecord(value)) return undefined;
	const { id, unknownSince, ...rest } = value;
	return {
		...rest,
		...(typeof id === 'number' && { id }),
		...(typeof unknownSince === 'string' && { unknownSince }),
	};
}
