import type { IDataObject } from 'n8n-workflow';

import type { Exchange, OutgoingRequest } from '../../../nodes/shared/contract/exchange';
import type { Failure } from '../../../nodes/shared/contract/failure';
import type { Memory } from '../../../nodes/shared/contract/memory';
import type { ItemParameters, Operation } from '../../../nodes/shared/contract/operation';
import type { Outcome } from '../../../nodes/shared/contract/outcome';
import type { Ports } from '../../../nodes/shared/run/ports';
import { noTimeout } from '../../../nodes/shared/run/callerTimeout';
import { RateLimiters } from '../../../nodes/shared/limits/rateLimiters';
import { Secrets } from '../../../nodes/shared/http/secrets';
import { runMemory } from '../../../nodes/shared/memory/runMemory';
import { drive, type FinishedRun } from '../../../nodes/shared/run/driver';
import type { RunSettings } from '../../../nodes/shared/run/runSettings';
import { itemWith } from './items';
import { ManualTime } from './manualTime';
import { acme, response } from './wire';
import { processKeys } from '../../../nodes/shared/memory/processKeys';

interface Circumstances extends Partial<RunSettings>, Partial<Pick<Ports, 'spacing' | 'keyLog' | 'executionId'>> {
	/** What the vendor answers; an empty success when absent. */
	answer?: (request: OutgoingRequest) => Exchange | Promise<Exchange>;
	isCancelled?: () => boolean;
	/** The fields that the operation does not ask for; all are fit when absent. */
	check?: () => void;
	/** Whether an item is a blank row; none is when absent. */
	isBlank?: (index: number) => boolean;
	dependsOnRow?: boolean;
}

/** The driver over ports of its own: items by their parameters, a clock that stands still, no n8n. */
export class Driving {
	readonly time = new ManualTime();

	/** What n8n keeps for the node from one try to the next. */
	readonly context: Record<string, unknown> = {};

	readonly requests: OutgoingRequest[] = [];

	constructor(
		private readonly operation: Operation,
		private readonly circumstances: Circumstances = {},
	) {}

	get memory(): Memory {
		return runMemory(this.context, { run: '0', work: '', turn: 0, execution: this.circumstances.executionId ?? '1' });
	}

	/** One try over items with these parameters. */
	async over(items: Array<Record<string, unknown>>): Promise<FinishedRun> {
		const {
			stopOnFailure = false,
			isTool = false,
			failuresApart = false,
			includesInput = false,
			isSubWorkflow = false,
			check = () => {},
		} = this.circumstances;
		const ports = this.ports(
			items.map((parameters, index) =>
				itemWith(parameters, { index, isTool, check, input: parameters as IDataObject }),
			),
		);
		return await this.time.run(
			drive(this.operation, acme, ports, { stopOnFailure, isTool, failuresApart, includesInput, isSubWorkflow }),
		);
	}

	private ports(items: ItemParameters[]): Ports {
		const { answer = () => ({ response: response(200, {}) }), isCancelled = () => false } = this.circumstances;
		const unused = async (): Promise<never> => {
			throw new Error('not needed here');
		};
		return {
			parameters: {
				count: items.length,
				unfiltered: new Set<string>(),
				leftOut: new Set<string>(),
				dependsOnRow: this.circumstances.dependsOnRow ?? false,
				isBlank: this.circumstances.isBlank ?? (() => false),
				given: () => undefined,
				correct: () => undefined,
				input: (index) => items[index]?.input ?? {},
				origin: (index) => items[index]?.input,
				unusedColumns: () => [],
				mayRead: () => false,
				of: (index) => items[index] ?? itemWith({}, { index }),
			},
			http: {
				account: 'acme',
				connect: async () => ({
					baseUrl: 'https://acme.example',
					addressOf: () => 'https://acme.example',
					account: 'acme',
					requestsPerMinute: undefined,
					fields: {},
					secretsOf: () => new Secrets([]),
					apiKey: new Secrets([]),
					exchange: async (request) => {
						this.requests.push(request);
						return await answer(request);
					},
				}),
				download: unused,
			},
			time: this.time,
			limiters: new RateLimiters(this.time),
			clockTime: String,
			memory: this.memory,
			lineages: { run: 'run', execution: 'execution', node: 'node' },
			executionId: this.circumstances.executionId ?? '1',
			keyLog: this.circumstances.keyLog,
			exclusively: async (_, work) => await work(),
			spacing: this.circumstances.spacing,
			keys: undefined,
			contactKeys: processKeys(30_000),
			staticData: async () => ({}),
			execution: undefined,
			patience: noTimeout,
			isCancelled,
		};
	}
}

/** What each item was told: its rows, its failure, or undefined when it was not sent. */
export function reportsOf({ outcomes, total }: FinishedRun): Array<IDataObject[] | Failure | undefined> {
	return Array.from({ length: total }, (_, index) => {
		const outcome: Outcome | undefined = outcomes.get(index);
		return outcome?.failure ?? outcome?.rows?.map(({ json }) => json);
	});
}

/** `done`, or the kind of the failure; `skipped` when it was not sent. */
export const ends = (run: FinishedRun): string[] =>
	reportsOf(run).map((end) => (end === undefined ? 'skipped' : Array.isArray(end) ? 'done' : end.kind));
