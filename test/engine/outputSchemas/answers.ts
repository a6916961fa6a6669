import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Sample } from '../census/sample';
import type { Sandbox } from '../census/sandboxVendors';
import { prepare } from '../faults/run';
import type { Operation } from '../faults/setUp';
import { reportsIn } from '../faults/reports';
import type { VendorServer } from '../faults/vendorServer';
import { itemsOf, type Way } from '../faults/ways';
import { restartLimiters } from '../processLimiters';

/** What an operation puts out. */
export interface Answers {
	rows: IDataObject[];
	/** The execution waits, and comes back with more than these rows. */
	isWaiting: boolean;
}

/** So many that a member which few records have is among them. */
const ROWS = 50;

const WAY: Way = 'continue';

/** Reads many rows where it would read a few. */
const readingMany =
	(parameters: Sample['parameters']) =>
	(sandbox: Sandbox): INodeParameters => {
		const set = typeof parameters === 'function' ? parameters(sandbox) : (parameters ?? {});
		return 'limit' in set ? { ...set, limit: ROWS } : set;
	};

/** Items of users do not have the mark by which tests know theirs. */
const unmarked = ({ mark: _, ...row }: IDataObject): IDataObject => row;

/**
 * Runs an operation on n8n's engine against the sandbox.
 * @throws Error when a row tells of a failure, or there is none
 */
export async function answersOf({ sample, ...rest }: Operation, server: VendorServer): Promise<Answers> {
	restartLimiters();
	const operation = { ...rest, sample: { ...sample, parameters: readingMany(sample.parameters) } };
	const run = await prepare(operation, WAY, server);
	const output = await run.begin();
	const reports = reportsIn(output, WAY, itemsOf(WAY), operation.sample);
	const wrong = reports.find(({ end, rows }) => end !== 'done' || rows.length === 0);
	if (wrong) {
		const result = JSON.stringify(wrong);
		throw new Error(
			`${operation.name} needs its route in sandbox, or a sample in test/engine/census/samples: ${result}`,
		);
	}
	return { rows: reports.flatMap(({ rows }) => rows.map(unmarked)), isWaiting: output.isWaiting };
}
