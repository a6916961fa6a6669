import { Answer } from '../server/answer';
import type { Kairo } from './kairo';

/** The answer to a change: the record, or nothing. */
export function changed({ settings }: Kairo, record: unknown): unknown {
	return settings.emptyBodies ? new Answer(204) : record;
}

/** The answer to a DELETE. */
export function deleted({ settings }: Kairo): unknown {
	return settings.deleteAnswer === 'empty' ? new Answer(204) : { deleted: true };
}
