import { describe, expect, it } from '@jest/globals';

import { Kairo } from '../../../nodes/Kairo/Kairo.node';
import { valuesOf } from './compare';
import { fieldsByOperation } from './offered';
import { codesIn, tablesOf } from '../../support/vendorPage';

const operations = fieldsByOperation(new Kairo());

const [table] = tablesOf('kairo').filter(({ section }) => section === 'Endpoint categories');

/** The names of the node's resources, by those of KAIRO's categories. */
const RESOURCES: Record<string, string> = {
	Agents: 'agent',
	Workflows: 'workflow',
	Context: 'context',
	Analytics: 'analytics',
};

describe('the categories of docs/vendors/kairo.md', () => {
	it('are the resources of the node', () => {
		expect(table?.rows.map(({ Category = '' }) => RESOURCES[Category])).toEqual(Object.values(RESOURCES));
	});

	it.each(table?.rows ?? [])(
		'$Category: as many operations, and API Request with these methods at this root',
		(row) => {
			const resource = RESOURCES[row.Category ?? ''] ?? '';
			const own = [...operations.keys()].filter((name) => name.startsWith(`${resource}.`));
			expect(own.filter((name) => name !== `${resource}.apiRequest`)).toHaveLength(Number(row.Endpoints));
			const fields = operations.get(`${resource}.apiRequest`) ?? [];
			const methods = fields.flatMap(({ path, field }) => (path === `${resource}Method` ? valuesOf(field) : []));
			expect(methods.sort()).toEqual((row.Methods ?? '').split(', ').sort());
			const roots = fields.flatMap(({ path, field }) => (path === `options.${resource}Root` ? [field.default] : []));
			expect(roots).toEqual(codesIn(row.Root));
		},
	);
});
