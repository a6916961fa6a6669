import type { LogEntry } from '../../../sandbox/server/requestLog';
import type { Job } from './jobs';

/** What the sandbox noted down of a job, and of others who used its key. */
export interface Journal {
	/** How often each row was written. */
	written: Map<unknown, number>;
	/** When the limit counted a request, and when it refused one (vendor epoch ms), of all senders. */
	accepted: number[];
	refused: number[];
	/** The same of the job alone. */
	ownAccepted: number[];
	ownRefused: number[];
}

/** Who else uses the key says so in every request. */
export const SOMEBODY_ELSE = 'somebody else';

const TOO_MANY = 429;

/** @param log of the sandbox, of the one vendor */
export function journalOf({ counts, rowsIn }: Job, log: LogEntry[]): Journal {
	const counted = log.filter(counts);
	const own = counted.filter(({ headers }) => headers['user-agent'] !== SOMEBODY_ELSE);
	const written = new Map<unknown, number>();
	for (const row of own.filter(({ accepted }) => accepted).flatMap(({ body }) => rowsIn(body)))
		written.set(row, (written.get(row) ?? 0) + 1);
	const timesOf = (entries: LogEntry[], isRefused: boolean) =>
		entries.filter(({ status }) => (status === TOO_MANY) === isRefused).map(({ time }) => time);
	return {
		written,
		accepted: timesOf(counted, false),
		refused: timesOf(counted, true),
		ownAccepted: timesOf(own, false),
		ownRefused: timesOf(own, true),
	};
}
