import { describe, expect, it } from '@jest/globals';

import { endpointsOfNode, nameless, servedBy } from '../../support/endpoints';
import { LEFT_OUT, NOT_SERVED } from '../../support/leftOut';
import { VENDORS } from '../../support/vendors';
import { operationsOf } from './operationsTable';
import { endpointRows, proseOf } from '../../support/vendorPage';

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

	it('of the node are those of the sandbox, except those left out for a reason', () => {
		const offered = endpointsOfNode(vendor.node());
		const wanted = served.filter((endpoint) => LEFT_OUT[name]?.[endpoint] === undefined);
		expect([
			...missing(offered, served, `no route in sandbox/${page}/routes serves it`),
			...missing(wanted, offered, `no operation in nodes/${folder}/resources offers it, and LEFT_OUT does not say why`),
		]).toEqual([]);
	});

	it('of the sandbox are the documented ones', () => {
		const documented = endpointRows(proseOf(page)).map(({ endpoint }) => nameless(endpoint));
		const notServed = NOT_SERVED[name] ?? [];
		expect([
			...missing(served, documented, `docs/vendors/${page}.md has no table with it in the first column`),
			...missing(documented, [...served, ...notServed], `no route in sandbox/${page}/routes serves it`),
		]).toEqual([]);
	});
});
