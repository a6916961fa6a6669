import type { IDataObject } from 'n8n-workflow';

import { ItemFailure, mayHaveHappened } from '../../shared/contract/failure';
import type { ApiClient } from '../../shared/contract/operation';
import { isRecord } from '../../shared/values/json';

/** n8n stores a workflow's static data as a whole with each execution, so it must not grow for ever. */
const MOST_ENTRIES = 2_000;

/** What an intake made, by what stands for it: Kayse cannot look records up by their source (apis/kayse.md 1.5). */
type Kind = 'clients' | 'cases' | 'lists' | 'calls';

/** Something made by an earlier execution, or perhaps made, when `unknownSince` tells since when nobody knows. */
export interface Entry extends IDataObject {
	id?: number;
	unknownSince?: string;
}

/** What a published workflow remembers for one account of its earlier executions, the oldest entries dropped first. */
export class Remembered {
	constructor(
		private readonly api: Pick<ApiClient, 'account' | 'memory' | 'time'>,
		private readonly kind: Kind,
	) {}

	get(key: string): Entry | undefined {
		const entry = this.entries()[this.keyOf(key)];
		if (!isRecord(entry)) return undefined;
		const { id, unknownSince, ...rest } = entry;
		return {
			...rest,
			...(typeof id === 'number' && { id }),
			...(typeof unknownSince === 'string' && { unknownSince }),
		};
	}

	set(key: string, entry: Entry): void {
		const entries = this.entries();
		const own = this.keyOf(key);
		delete entries[own];
		const oldest = Object.keys(entries).slice(0, Math.max(0, Object.keys(entries).length + 1 - MOST_ENTRIES));
		for (const forgotten of oldest) delete entries[forgotten];
		entries[own] = entry;
	}

	/** Sends what makes it. When the outcome stays unknown, that is remembered, so that no later execution makes it again. */
	async unlessInDoubt<T>(key: string, make: () => Promise<T>): Promise<T> {
		return await make().catch((error: unknown) => {
			const isUnknown = !(error instanceof ItemFailure) || mayHaveHappened(error.failure);
			if (isUnknown) this.set(key, { unknownSince: this.now() });
			throw error;
		});
	}

	now(): string {
		return new Date(this.api.time.now()).toISOString();
	}

	/** Another account's IDs stand for other people. */
	private keyOf(key: string): string {
		return `${this.api.account} ${key}`;
	}

	/** n8n notices changes of this object. */
	private entries(): IDataObject {
		const memory = this.api.memory();
		if (!isRecord(memory[this.kind])) memory[this.kind] = {};
		return memory[this.kind] as IDataObject;
	}
}
