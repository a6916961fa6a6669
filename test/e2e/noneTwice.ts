import { expect } from '@jest/globals';

import { BATCH, timesThere } from './leadsTable';

/** Holds when an execution over many leads was stopped in the middle and another one was started. */
export function expectNoneTwice(
	{ clients, cases }: { clients: Array<{ [field: string]: unknown }>; cases: Array<{ [field: string]: unknown }> },
	rows: Array<Record<string, unknown>>,
): void {
	expect([...timesThere(clients).values(), ...timesThere(cases).values()].filter((times) => times > 1)).toEqual([]);
	const open = rows.filter(({ taken_in }) => !taken_in);
	expect(open.length).toBeLessThanOrEqual(BATCH);
	expect(open.map(({ problem }) => problem)).toEqual(
		open.map(() => expect.stringMatching(/^Whether Kayse has this (client|case) is unknown/)),
	);
	expect(timesThere(clients).size).toBeGreaterThanOrEqual(rows.length - BATCH);
}
