import { describe, expect, it } from '@jest/globals';

import { categories } from '../../../nodes/Kairo/endpoints';
import { Kairo } from '../../../nodes/Kairo/Kairo.node';
import { KairoOutreachApi } from '../../../credentials/KairoOutreachApi.credentials';
import { noticeOf, offeredBy } from '../description';
import { endpointsOf, RESOURCES, routesOf, type Resource } from './endpoints';
import { everyOne } from '../../support/everyOne';

const node = new Kairo();
const { properties } = node.description;
const { resources, operations } = offeredBy(node);

/** Methods and numbers of endpoints as KAIRO prints them (docs/vendors/kairo.md#endpoint-categories). */
const PRINTED: Record<Resource, { methods: string[]; count: number }> = {
	agent: { methods: ['POST', 'GET', 'PATCH', 'DELETE'], count: 12 },
	workflow: { methods: ['POST', 'GET', 'PUT', 'DELETE'], count: 8 },
	context: { methods: ['POST', 'GET', 'PATCH'], count: 9 },
	analytics: { methods: ['GET'], count: 6 },
};

/** The tables of docs/vendors/kairo.md. */
const PATHS: Record<Resource, string[]> = {
	agent: [
		'POST /agents',
		'GET /agents',
		'GET /agents/:agentId',
		'PATCH /agents/:agentId',
		'DELETE /agents/:agentId',
		'POST /agents/:agentId/runs',
		'GET /agents/:agentId/runs',
		'GET /agents/:agentId/runs/:runId',
		'POST /agents/:agentId/context',
		'DELETE /agents/:agentId/context/:sourceId',
		'POST /agents/:agentId/tools',
		'DELETE /agents/:agentId/tools/:toolId',
	],
	workflow: [
		'POST /workflows',
		'GET /workflows',
		'GET /workflows/:workflowId',
		'PUT /workflows/:workflowId',
		'DELETE /workflows/:workflowId',
		'POST /workflows/:workflowId/runs',
		'GET /workflows/:workflowId/runs',
		'GET /workflows/:workflowId/runs/:runId',
	],
	context: [
		'POST /context/sources',
		'GET /context/sources',
		'GET /context/sources/:sourceId',
		'PATCH /context/sources/:sourceId',
		'POST /context/sources/:sourceId/documents',
		'GET /context/sources/:sourceId/documents',
		'POST /context/query',
		'POST /context/sources/:sourceId/refresh',
		'GET /context/windows/:windowId',
	],
	analytics: [
		'GET /analytics/usage',
		'GET /analytics/costs',
		'GET /analytics/traces',
		'GET /analytics/traces/:traceId',
		'GET /analytics/runs',
		'GET /analytics/latency',
	],
};

const API_REQUEST = 'apiRequest';

const operationsOf = (name: Resource) =>
	operations.filter(({ resource }) => resource === name).map(({ option }) => option);

describe('the KAIRO node', () => {
	it('offers a resource for each category', () => {
		expect(resources.map(({ value }) => value).sort()).toEqual([...RESOURCES].sort());
	});

	it.each(RESOURCES)('has exactly the number of endpoints and the methods of KAIRO’s documentation: %s', (name) => {
		const { methods, count } = PRINTED[name];
		expect([...categories[name].methods].sort()).toEqual([...methods].sort());
		expect(endpointsOf(name)).toHaveLength(count);
		expect([...new Set(endpointsOf(name).map(({ method }) => method))].sort()).toEqual([...methods].sort());
	});

	it.each(RESOURCES)(
		'uses the endpoints of its table; a corrected path there needs a change here, and in no other test: %s',
		(name) => {
			expect(routesOf(name).sort()).toEqual([...PATHS[name]].sort());
		},
	);

	it.each(RESOURCES)('offers an operation for each endpoint, and an API Request besides: %s', (name) => {
		const offered = operationsOf(name).map(({ value }) => value);
		expect(offered.sort()).toEqual([...endpointsOf(name).map(({ operation }) => operation), API_REQUEST].sort());
	});

	it.each(RESOURCES)('offers the methods of the category in its API Request, and no header: %s', (name) => {
		const fields = properties.filter(
			({ displayOptions }) =>
				displayOptions?.show?.resource?.includes(name) && displayOptions.show.operation?.includes(API_REQUEST),
		);
		const [method] = fields.filter((field) => field.name === `${name}Method`);
		expect(method?.options?.map((option) => 'value' in option && option.value).sort()).toEqual(
			[...PRINTED[name].methods].sort(),
		);
		expect(fields.filter((field) => /header/i.test(JSON.stringify(field)))).toEqual([]);
	});

	it('says in the credential, and in no panel, that KAIRO documents one path only', () => {
		const all = RESOURCES.flatMap(endpointsOf);
		const printed = all.filter(({ standing }) => standing === 'documented').map(({ operation: key }) => key);
		expect(printed).toEqual(['create']);
		const notice = new KairoOutreachApi().properties.find(({ name }) => name === 'apiNotice');
		expect(notice?.displayName).toContain(
			`the path of Agent > Create only. The node assumes the paths of the other ${all.length - printed.length} operations.`,
		);
		const notices = operations.map(({ resource, option }) => noticeOf(node, resource, option.value));
		expect(notices.filter((text) => text.includes('documents no path'))).toEqual([]);
	});

	it('names the effects that cannot be undone', () => {
		const deleting = operations.filter(({ option }) => ['delete', 'removeTool'].includes(String(option.value)));
		expect(deleting).not.toEqual([]);
		for (const { resource, option } of everyOne(deleting))
			expect(noticeOf(node, resource, option.value)).toContain('for good');
	});
});
