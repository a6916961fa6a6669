import type { RecordKind } from '../records/record';

/** Operations that write a record of a kind. */
export type Writing = 'create' | 'update' | 'upsert';

/**
 * Name of a parameter that can erase, unlink or release data, such as `clientUpdateMode`. Each operation has its own
 * name: n8n keeps the value of a name when Resource or Operation changes, and a choice for one operation must never
 * apply to another.
 */
export const ownName = ({ singular }: RecordKind, operation: Writing, what: 'Mode' | 'Links' | 'VoiceCalls'): string =>
	`${singular}${operation.charAt(0).toUpperCase()}${operation.slice(1)}${what}`;
