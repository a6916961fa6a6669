import type { RecordKind } from '../records/record';

/** Operations that write a record of a kind. */
export type Writing = 'create' | 'update' | 'upsert';

/**
 * Name of a field that can erase, unlink or release, such as `clientUpdateMode`: n8n keeps the value of a name when Resource or Operation
 * is changed, and what was chosen for one must never be there for another.
 */
export const ownName = ({ singular }: RecordKind, operation: Writing, what: 'Mode' | 'Links' | 'VoiceCalls'): string =>
	`${singular}${operation.charAt(0).toUpperCase()}${operation.slice(1)}${what}`;
