import { describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { fieldsOf, offeredBy } from '../description';
import { automatic, useKayseBench } from '../kayse';
import { Kayse } from '../../../nodes/Kayse/Kayse.node';

const bench = useKayseBench();

const node = new Kayse();

const mapping = offeredBy(node)
	.operations.map(({ at, resource, option: { value: operation } }) => ({
		at,
		parameters: { resource, operation: String(operation) },
		mappers: fieldsOf(node, resource, operation).filter(({ type }) => type === 'resourceMapper'),
	}))
	.filter(({ mappers }) => mappers.length > 0);

/** Rows that lack what a record must have, each in another way. */
const INVALID_ROWS: IDataObject[] = [
	{ Fax: '+12025550123' },
	{ first_name: 'Ann', last_name: 'N/A' },
	{ name: 'Website leads', include_ids: '9001' },
	{ id: 501, name: 'Website leads' },
	{ external_source: 'website', external_source_id: '' },
];

describe('Map Automatically, which needs no fields,', () => {
	it.each(mapping)('reports no row as incomplete: $at', async ({ parameters, mappers }) => {
		const chosen: INodeParameters = {
			...parameters,
			...Object.fromEntries(mappers.map(({ name }) => [name, automatic()])),
			clientId: '401',
			caseId: '9001',
		};
		const texts: string[] = [];
		for (const row of INVALID_ROWS) {
			const { error } = await bench.run(chosen, { items: [row] });
			if (error) texts.push(`${error.message} ${error.description ?? ''}`);
		}
		expect(texts.length).toBeGreaterThan(0);
		expect(texts.filter((text) => /fill(?:ed)? (?:it |them )?in\b/i.test(text))).toEqual([]);
	});
});
