import { beforeAll, describe, expect, it } from '@jest/globals';

import { offeredOperations, VENDORS } from '../census/operations';
import { withSample } from '../faults/setUp';
import { VendorServer } from '../faults/vendorServer';
import { readSchema, schemaFileOf, schemaFiles, writeSchema } from './schemaFile';
import { schemasOf, type Schemas } from './schemas';

const operations = offeredOperations().map(withSample);

describe.each(VENDORS)('before anything ran, n8n knows the columns of %s; `npm run docs` writes them:', (node) => {
	const ofNode = operations.filter(({ name }) => name.startsWith(`${node}: `));
	let found: Schemas;

	beforeAll(async () => {
		const [first] = ofNode;
		if (!first) throw new Error('There is no operation');
		const server = await VendorServer.start(first.target.vendor);
		found = await schemasOf(ofNode, server).finally(async () => await server.stop());
		if (!process.env.WRITE_DOCS) return;
		for (const operation of ofNode)
			if (found.schemas.has(operation.name)) writeSchema(schemaFileOf(operation), found.schemas.get(operation.name));
	}, 120_000);

	it.each(ofNode)('$name', (operation) => {
		expect(found.failures.get(operation.name)).toBeUndefined();
		const schema = readSchema(schemaFileOf(operation));
		expect(schema).toEqual(found.schemas.get(operation.name));
		// n8n's editor takes no other for a schema.
		expect(schema).toMatchObject({ type: 'object', properties: expect.anything() });
	});
});

it('n8n knows no columns of operations that are gone: remove their files', () => {
	expect(schemaFiles().filter((file) => !operations.some((one) => schemaFileOf(one) === file))).toEqual([]);
});
