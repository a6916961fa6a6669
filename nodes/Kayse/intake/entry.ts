import type { IDataObject } from 'n8n-workflow';

import { isRecord } from '../../shared/values/json';

/** The kinds of records that Take In creates. */
export const KINDS = ['clients', 'cases', 'lists', 'calls'] as const;

export type Kind = (typeof KINDS)[number];

/** A record that was created. If `unknownSince` has a time, it was perhaps created then. */
export interface Entry extends IDataObject {
	id?: number;
	unknownSince?: string;
}

/** Where leads are remembered: in the workflow's static data, or in a table whose rows are the input items. */
export type Place = 'workflow' | 'table';

/** Settings that all leads of a run share. */
export type Remembering = { place: Place; isTool: boolean };

/** A stored entry, perhaps from an earlier version. */
export function entryFrom(value: unknown): Entry | undefined {
	if (!isRecord(value)) return undefined;
	const { id, unknownSince, ...rest } = value;
	return {
		...rest,
		...(typeof id === 'number' && { id }),
		...(typeof unknownSince === 'string' && { unknownSince }),
	};
}
