import type { KeyStore } from '../../../nodes/shared/memory/keyStore';
import type { ManualTime } from './manualTime';

/** How long it takes to read the table and to write these keys, in milliseconds. */
export type Pace = (keys: readonly string[]) => readonly [readMs: number, writeMs: number];

const STEADY: Pace = () => [2, 3];

/** n8n removes a key once, even if the table has it twice. */
function withoutOneOfEach(read: readonly string[], keys: readonly string[]): string[] {
	const gone = new Set(keys.map((key) => read.indexOf(key)));
	return read.filter((_, place) => !gone.has(place));
}

/** A store as n8n's: it reads, changes and writes a table as a whole, and takes its time. */
export class KeyTable {
	keys: string[] = [];

	readonly writes: string[][] = [];

	constructor(readonly time: ManualTime) {}

	/** @param pace of the process that it belongs to */
	store(pace = STEADY): KeyStore {
		return {
			capacity: 1_000,
			record: async (keys) => {
				let found = new Set<string>();
				await this.change(pace(keys), (read) => {
					found = new Set(read);
					return [...read, ...keys.filter((key) => !found.has(key))];
				});
				this.writes.push([...keys]);
				return keys.filter((key) => found.has(key));
			},
			remove: async (keys) => await this.change(pace(keys), (read) => withoutOneOfEach(read, keys)),
		};
	}

	private async change([readMs, writeMs]: ReturnType<Pace>, changed: (read: string[]) => string[]): Promise<void> {
		await this.time.sleep(readMs);
		const keys = changed(this.keys);
		await this.time.sleep(writeMs);
		this.keys = keys;
	}
}
