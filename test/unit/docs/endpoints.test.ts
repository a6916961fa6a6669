import { describe, expect, it } from '@jest/globals';

import { endpointsOfNode, nameless, servedBy } from '../../support/endpoints';
import { VENDORS } from '../../support/vendors';
import { operationsOf } from './operationsTable';
import { endpointsOn, pageOf } from './vendorPages';

/** Documented, and not served by the sandbox, as nothing could call it. */
const NOT_SERVED: Record<string, string[]> = {
	KaiCalls: ['GET /observability-events', 'POST /events/backfill', 'POST /signup'],
};

const MADE_UP = 'made up in the sandbox, to test API Request';

/** What a node does not offer, and why. */
const LEFT_OUT: Record<string, Record<string, string>> = {
	KAIRO: {
		'GET /agents/templates': MADE_UP,
		'GET /analytics/export': MADE_UP,
		'PATCH /context/settings': MADE_UP,
		'POST /workflows/import': MADE_UP,
	},
	KaiCalls: {
		'GET /keys': 'dashboard session only (docs/vendors/kaicalls.md#c13)',
		'POST /keys': 'dashboard session only (docs/vendors/kaicalls.md#c13)',
		'DELETE /keys': 'dashboard session only (docs/vendors/kaicalls.md#c13)',
		'GET /phone-numbers': 'GET /numbers lists the same (docs/vendors/kaicalls.md#c12)',
		'GET /agents/versions': 'a history that nobody acts on in a workflow',
		'GET /leads/audit': 'a report for the dashboard',
		'POST /sms/update-prompt': 'Agent > Update sets the same prompt',
		'POST /workspaces': 'opens a business, which is paid for',
		'PATCH /workspaces': 'pauses or tears down a business with all it has',
	},
};

/** Those of some that are not among others, each with what to do. */
const missing = (some: string[], others: string[], remedy: string): string[] =>
	some.filter((endpoint) => !others.includes(endpoint)).map((endpoint) => `${endpoint}: ${remedy}`);

describe.each(VENDORS)('the endpoints of $name', (vendor) => {
	const { name, folder, page } = vendor;
	const served = servedBy(vendor);

	it('are named by the definition of each operation', () => {
		const silent = operationsOf(vendor.node(), folder).filter(({ endpoints }) => endpoints.length === 0);
		expect(
			silent.map(({ folder: at, operation }) => `${at}: say in the routing of ${operation} its endpoints`),
		).toEqual([]);
	});

	it('that the node offers are those that the sandbox serves, but for those that are left out for a reason', () => {
		const offered = endpointsOfNode(vendor.node());
		const wanted = served.filter((endpoint) => LEFT_OUT[name]?.[endpoint] === undefined);
		expect([
			...missing(offered, served, `no route in sandbox/${page}/routes serves it`),
			...missing(wanted, offered, `no operation in nodes/${folder}/resources offers it, and LEFT_OUT does not say why`),
		]).toEqual([]);
	});

	it('that the sandbox serves are those that are documented', () => {
		const documented = endpointsOn(pageOf(page)).map(({ endpoint }) => nameless(endpoint));
		const notServed = NOT_SERVED[name] ?? [];
		expect([
			...missing(served, documented, `docs/vendors/${page}.md has no table with it in the first column`),
			...missing(documented, [...served, ...notServed], `no route in sandbox/${page}/routes serves it`),
		]).toEqual([]);
	});
});
