import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../faults/setUp';
import type { VendorServer } from '../faults/vendorServer';
import { answersOf, type Answers } from './answers';
import { schemaOf, withTypesOf, type JsonSchema } from './jsonSchema';

/** What an operation that waits for the end of something comes back with is what can be read of it then. */
const allRows = ({ rows, isWaiting }: Answers, read: Answers | undefined): IDataObject[] =>
	isWaiting ? [...rows, ...(read?.rows ?? [])] : rows;

/** The schemas of a node's operations, by their names. What one leaves open, another of the same resource may know. */
export async function schemasOf(
	operations: readonly Operation[],
	server: VendorServer,
): Promise<Map<string, JsonSchema>> {
	const found: Array<Operation & Answers> = [];
	for (const operation of operations) found.push({ ...operation, ...(await answersOf(operation, server)) });
	const known = found.map((one) => ({
		...one,
		schema: schemaOf(
			allRows(
				one,
				found.find(({ resource, operationName }) => resource === one.resource && operationName === 'get'),
			),
		),
	}));
	return new Map(
		known.map(({ name, resource, schema }) => [
			name,
			withTypesOf(
				schema,
				known.filter((other) => other.resource === resource).map((other) => other.schema),
			),
		]),
	);
}
