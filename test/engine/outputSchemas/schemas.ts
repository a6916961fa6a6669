import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../faults/setUp';
import type { VendorServer } from '../faults/vendorServer';
import { answersOf, type Answers } from './answers';
import { schemaOf, withTypesOf, type JsonSchema } from './jsonSchema';

/** What an operation that waits for the end of something comes back with is what can be read of it then. */
const allRows = ({ rows, isWaiting }: Answers, read: Answers | undefined): IDataObject[] =>
	isWaiting ? [...rows, ...(read?.rows ?? [])] : rows;

/** The schemas of a node's operations, by their names, and why the others have none. */
export interface Schemas {
	schemas: Map<string, JsonSchema>;
	failures: Map<string, unknown>;
}

/** A type that one operation leaves open comes from another one of the same resource. */
export async function schemasOf(operations: readonly Operation[], server: VendorServer): Promise<Schemas> {
	const found: Array<Operation & Answers> = [];
	const failures = new Map<string, unknown>();
	for (const operation of operations) {
		await answersOf(operation, server).then(
			(answers) => found.push({ ...operation, ...answers }),
			(error: unknown) => failures.set(operation.name, error),
		);
	}
	const known = found.map((one) => ({
		...one,
		schema: schemaOf(
			allRows(
				one,
				found.find(({ resource, operationName }) => resource === one.resource && operationName === 'get'),
			),
		),
	}));
	const schemas = new Map(
		known.map(({ name, resource, schema }) => [
			name,
			withTypesOf(
				schema,
				known.filter((other) => other.resource === resource).map((other) => other.schema),
			),
		]),
	);
	return { schemas, failures };
}
