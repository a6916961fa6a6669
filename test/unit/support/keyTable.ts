import type { KeyStore } from '../../../nodes/shared/memory/keyStore';
import type { ManualTime } from './manualTime';

const READ_MS = 2;
const WRITE_MS = 3;

/** A store as n8n's: it reads, changes and writes a table as a whole, and takes its time. */
export class KeyTable {
	keys: string[] = [];

	readonly writes: string[][] = [];

	constructor(readonly time: ManualTime) {}

	store(): KeyStore {
		return {
			capacity: 1_000,
			record: async (keys) => {
				const read = await this.read();
				const fresh = keys.filter((key) => !read.includes(key));
				await this.write([...read, ...fresh]);
				this.writes.push([...keys]);
				return keys.filter((key) => read.includes(key));
			},
			remove: async (keys) => await this.write((await this.read()).filter((key) => !keys.includes(key))),
		};
	}

	private async read(): Promise<string[]> {
		await this.time.sleep(READ_MS);
		return this.keys;
	}

	private async write(keys: string[]): Promise<void> {
		await this.time.sleep(WRITE_MS);
		this.keys = keys;
	}
}
