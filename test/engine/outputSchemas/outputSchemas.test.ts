import { beforeAll, describe, expect, it } from '@jest/globals';

import { offeredOperations, VENDORS } from '../census/operations';
import { withSample } from '../faults/setUp';
import { VendorServer } from '../faults/vendorServer';
import type { JsonSchema } from './jsonSchema';
import { readSchema, schemaFileOf, schemaFiles, writeSchema } from './schemaFile';
import { schemasOf } from './schemas';

const operations = offeredOperations().map(withSample);

describe.each(VENDORS)('before anything ran, n8n knows the columns of %s; `npm run docs` writes them:', (node) => {
	const ofNode = operations.filter(({ name }) => name.startsWith(`${node}: `));
	let schemas = new Map<string, JsonSchema>();

	beforeAll(async () => {
		const [first] = ofNode;
		if (!first) throw new Error('There is no operation');
		const server = await VendorServer.start(first.target.vendor);
		schemas = await schemasOf(ofNode, server).finally(async () => await server.stop());
		if (!process.env.WRITE_DOCS) return;
		for (const operation of ofNode) writeSchema(schemaFileOf(operation), schemas.get(operation.name));
	}, 120_000);

	it.each(ofNode)('$name', (operation) => {
		const schema = readSchema(schemaFileOf(operation));
		expect(schema).toEqual(schemas.get(operation.name));
		// n8n's editor takes no other for a schema.
		expect(schema).toMatchObject({ type: 'object', properties: expect.anything() });
	});
});

it('n8n knows no columns of operations that are gone: remove their files', () => {
	expect(schemaFiles().filter((file) => !operations.some((one) => schemaFileOf(one) === file))).toEqual([]);
});
