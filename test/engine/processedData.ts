import { setImmediate } from 'node:timers/promises';

import { DataDeduplicationService } from 'n8n-core';
import type { ICheckProcessedContextData, IDataDeduplicator, INode } from 'n8n-workflow';

/** n8n's table of processed data, in memory: like n8n's own, it reads, changes and writes a row as a whole (n8n: deduplication-helper.js). */
class ProcessedData implements IDataDeduplicator {
	/** Why n8n's database cannot be written. */
	failure: Error | undefined;

	/** How often another worker, which had read a row before keys were removed from it, writes it back as it was. */
	timesWrittenBack = 0;

	/** Comes before the table is read, before it is written, and after: a process that has died goes no further. */
	pass: (node: INode | undefined) => Promise<void> = async () => {};

	private readonly rows = new Map<string, string[]>();

	checkProcessedAndRecord: IDataDeduplicator['checkProcessedAndRecord'] = async (
		items,
		scope,
		context,
		{ maxEntries },
	) => {
		const row = await this.read(scope, context);
		const fresh = items.filter((item) => !row.includes(String(item)));
		row.push(...fresh.map(String));
		if (maxEntries) row.splice(0, row.length - maxEntries);
		await this.write(scope, context, row);
		return { new: fresh, processed: items.filter((item) => !fresh.includes(item)) };
	};

	removeProcessed: IDataDeduplicator['removeProcessed'] = async (items, scope, context) => {
		const gone = new Set(items.map(String));
		await this.write(
			scope,
			context,
			(await this.read(scope, context)).filter((key) => !gone.has(key)),
		);
	};

	clearAllProcessedItems: IDataDeduplicator['clearAllProcessedItems'] = async (scope, context) =>
		await this.write(scope, context, []);

	getProcessedDataCount: IDataDeduplicator['getProcessedDataCount'] = async (scope, context) =>
		(await this.read(scope, context)).length;

	checkProcessedItemsAndRecord = async (): Promise<never> => {
		throw new Error('not needed here');
	};

	/** The keys of a node. */
	keysOf(workflowId: string, nodeId: string): readonly string[] {
		return this.rows.get([workflowId, nodeId].join(' ')) ?? [];
	}

	private async read(scope: string, context: ICheckProcessedContextData): Promise<string[]> {
		await this.pass(context.node);
		await setImmediate();
		return [...(this.rows.get(rowName(scope, context)) ?? [])];
	}

	private async write(scope: string, context: ICheckProcessedContextData, row: string[]): Promise<void> {
		await setImmediate();
		await this.pass(context.node);
		if (this.failure) throw this.failure;
		const name = rowName(scope, context);
		const before = this.rows.get(name) ?? [];
		const isWrittenBack = this.timesWrittenBack > 0 && row.length < before.length;
		if (isWrittenBack) this.timesWrittenBack -= 1;
		this.rows.set(name, isWrittenBack ? before : row);
		await this.pass(context.node);
	}
}

const rowName = (scope: string, { workflow, node }: ICheckProcessedContextData): string =>
	[workflow.id, scope === 'node' && node?.id].join(' ');

/** The table of the n8n that the tests of a file run in. */
export const processedData = new ProcessedData();

/** As n8n does when it starts. */
export const provideProcessedData = async (): Promise<void> => await DataDeduplicationService.init(processedData);
