import type { IDataObject } from 'n8n-workflow';

import type { ApiClient } from '../../shared/executor/operation';
import { isRecord } from '../../shared/json';

/** n8n stores a workflow's static data as a whole with each execution, so it must not grow for ever. */
const MOST_ENTRIES = 2_000;

/** What an intake made, by what stands for it: Kayse cannot look records up by their source (apis/kayse.md 1.5). */
type Kind = 'clients' | 'cases' | 'lists' | 'calls';

/** What a published workflow remembers of its earlier executions, the oldest entries dropped first. */
export class Remembered {
	constructor(
		private readonly store: IDataObject,
		private readonly kind: Kind,
	) {}

	get(key: string): IDataObject | undefined {
		const entry = this.entries()[key];
		return isRecord(entry) ? (entry as IDataObject) : undefined;
	}

	set(key: string, entry: IDataObject): void {
		const { [key]: _replaced, ...others } = this.entries();
		const kept = Object.entries(others).slice(1 - MOST_ENTRIES);
		this.store[this.kind] = { ...Object.fromEntries(kept), [key]: entry };
	}

	forget(key: string): void {
		const { [key]: _forgotten, ...others } = this.entries();
		this.store[this.kind] = others;
	}

	private entries(): IDataObject {
		const stored = this.store[this.kind];
		return isRecord(stored) ? (stored as IDataObject) : {};
	}
}

/** Now, as it is remembered. */
export const momentOf = ({ time }: Pick<ApiClient, 'time'>): string => new Date(time.now()).toISOString();
