import type { Vendor } from '../../../nodes/shared/contract/vendor';
import { offeredOperations } from '../census/operations';
import { restartLimiters } from '../processLimiters';
import { Stand } from '../stand';
import { runCell, type Cell, type Found } from './cell';
import { planOf, type Planned } from './plan';
import { referenceOf, type Reference } from './reference';
import { withSample, type Operation } from './setUp';
import { VendorServer } from './vendorServer';
import { isOfModel, itemsOf, type Way } from './ways';

/** Most of a cell is waiting. */
const LANES = 6;

/** An operation with its planned faults. */
export interface Row {
	operation: Operation;
	name: string;
	plan: Planned[];
}

/** All operations of a node. @param node such as "Kakiyo" */
export const rowsOf = (node: string): Row[] =>
	offeredOperations()
		.map((offered, place) => {
			const operation = withSample(offered);
			return { operation, name: offered.name, plan: planOf(operation, place) };
		})
		.filter(({ operation }) => operation.node.create().description.displayName === node);

/** The operations of a vendor against the faults, some cells at a time. */
export class Matrix {
	private readonly elsewhere = new Stand();

	private servers: VendorServer[] = [];

	async start(vendor: Vendor): Promise<void> {
		await this.elsewhere.start();
		this.servers = await Promise.all(Array.from({ length: LANES }, async () => await VendorServer.start(vendor)));
	}

	async stop(): Promise<void> {
		this.elsewhere.stop();
		await Promise.all(this.servers.map(async (server) => await server.stop()));
	}

	/** All planned cells of an operation, at each of its requests. */
	async run({ operation, plan }: Row): Promise<Array<[Cell, Found]>> {
		const cells = await this.cellsOf(operation, plan);
		const found: Array<[Cell, Found]> = [];
		await Promise.all(
			this.servers.map(async (server) => {
				for (let cell = cells.shift(); cell; cell = cells.shift())
					found.push([cell, await runCell(cell, server, this.elsewhere)]);
			}),
		);
		return found;
	}

	private async cellsOf(operation: Operation, plan: Planned[]): Promise<Cell[]> {
		const [server] = this.servers;
		if (!server) throw new Error('The vendor has not started');
		// What the cells of another operation have used up is not to stop what nothing disturbs.
		restartLimiters();
		const references = new Map<string, Reference>();
		const referenceFor = async (way: Way) => {
			const kind = `${isOfModel(way)} ${itemsOf(way)}`;
			const known = references.get(kind) ?? (await referenceOf(operation, way, server));
			references.set(kind, known);
			return known;
		};
		const cells: Cell[] = [];
		for (const planned of plan) {
			const reference = await referenceFor(planned.way);
			// If no server listens, all requests fail in the same way, so one point is enough.
			const points = planned.fault.spoil ? reference.points : reference.points.slice(0, 1);
			cells.push(...points.map((point) => ({ ...planned, operation, reference, point })));
		}
		return cells;
	}
}

/** The errors of a cell, for a developer who looks for the cause. */
export const describeWrong = ({ operation, fault, point, way, afterHandler }: Cell, { wrong, text }: Found): string[] =>
	wrong.map(
		(what) =>
			`${operation.name}, ${way}, ${fault.name} at ${point.method} ${point.route}${afterHandler ? ' (done)' : ''}: ${what}. ${text}`,
	);
