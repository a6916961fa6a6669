import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { LogEntry } from '../../../sandbox/server/requestLog';
import { isReadingMethod } from '../../../nodes/shared/http/readOnly';
import { valueAt } from '../../../nodes/shared/values/json';
import { everyOne } from '../../support/everyOne';
import { VENDORS } from '../census/operations';
import { rowsOf } from '../faults/matrix';
import { prepare, type NodeOutput } from '../faults/run';
import { VendorServer } from '../faults/vendorServer';
import { restartLimiters } from '../processLimiters';

/** As a model reads it: IDs are texts, and what no model is shown is not there. */
const shownToModel = (value: unknown[], secrets: string[]): unknown[] =>
	JSON.parse(
		[...secrets, '(not shown to a model)'].reduce(
			(text, secret) => text.replaceAll(JSON.stringify(secret), '"***"'),
			JSON.stringify(value, (_, member: unknown) => (typeof member === 'number' ? String(member) : member)),
		),
	);

/** What changes something at the vendor, as it came over the wire. */
const writesIn = (log: readonly LogEntry[]) =>
	log
		.filter(({ method }) => !isReadingMethod(method))
		.map(({ method, path, query, body }) => ({ method, path, query, body: body ?? undefined }));

/** An address without the host and the folder that the sandbox has for it. */
const pathOf = (url: string, server: VendorServer): string =>
	Object.values(server.credentialFields()).reduce((path, base) => path.replace(base, ''), url);

/** The same, as a dry run shows it. */
const shownIn = ({ items }: NodeOutput, server: VendorServer) => {
	const requests = items.map(({ json: { request } }) => ({
		...Object(valueAt(request, 'untrustedContent')),
		...Object(request),
	}));
	return [...new Map(requests.map((request) => [request.number, request])).values()].map(
		({ method, url, query = {}, body }) => ({ method, path: pathOf(String(url), server), query, body }),
	);
};

describe.each(VENDORS)('Dry Run of every operation of %s that writes', (node) => {
	const rows = rowsOf(node).filter(({ operation }) => !operation.isReading);
	let server: VendorServer;

	beforeAll(async () => {
		const [first] = rows;
		if (!first) throw new Error('There is no operation');
		server = await VendorServer.start(first.operation.target.vendor);
	});
	afterAll(async () => await server.stop());

	it.each(
		rows.flatMap(({ name, operation, plan }) =>
			[...new Set(plan.map(({ way }) => way))].map((way) => ({ name, operation, way })),
		),
	)('$name shows, in $way, the requests of the real run, and sends none of them', async ({ operation, way }) => {
		restartLimiters();
		const run = await prepare(operation, way, server);
		const before = server.log.list().length;
		const dry = await run.beginWith({ dryRun: true });
		expect(dry.error?.message).toBeUndefined();
		expect(writesIn(server.log.list().slice(before))).toEqual([]);
		expect(dry.isWaiting).toBe(false);
		for (const secret of everyOne(run.secrets)) expect(dry.everything).not.toContain(secret);
		const shown = shownToModel(shownIn(dry, server), run.secrets);

		server.log.clear();
		const real = await run.begin();
		expect(real.error?.message).toBeUndefined();
		const left = shownToModel(writesIn(server.log.list()), run.secrets);
		expect(shown).not.toEqual([]);
		expect(left).toEqual(expect.arrayContaining(shown));
		expect(shown).toContainEqual(left[0]);
	});
});
