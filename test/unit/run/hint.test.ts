import { describe, expect, it } from '@jest/globals';
import type { Outcome } from '../../../nodes/shared/contract/outcome';
import { inWords } from '../../../nodes/shared/contract/rateLimit';
import { hintOf } from '../../../nodes/shared/run/hint';
import { RunMeter } from '../../../nodes/shared/run/meter';
import { acme } from '../support/wire';

const limits: Record<string, string> = {
	write: inWords({ requests: 15, perSeconds: 60 }),
	read: inWords({ requests: 500, perSeconds: 3_600 }),
};

const done: Outcome = { rows: [{ json: { id: 1 } }] };
const duplicate: Outcome = { rows: [{ json: { id: 1, duplicateOfItem: 0 } }] };
const keptBack: Outcome = { failure: { kind: 'unavailable', message: '', description: '', status: 429 } };
const unknown: Outcome = { failure: { kind: 'unknown', message: '', description: '' } };

interface Circumstances {
	isSubWorkflow?: boolean;
	fillsStore?: boolean;
	requests?: number;
	recalled?: number;
	unusedColumns?: string[];
	/** How long the run stood still for each of these limits, one after another. */
	waits?: Array<[limit: string, ms: number]>;
}

function hint(
	outcomes: Outcome[],
	{
		requests = outcomes.length,
		recalled = 0,
		unusedColumns = [],
		waits = [],
		isSubWorkflow = false,
		fillsStore = false,
	}: Circumstances = {},
): string {
	const clock = { at: 0, now: () => clock.at };
	const meter = new RunMeter(clock);
	for (const [limit, ms] of waits) {
		const stoodStillMs = meter.waits();
		clock.at += ms;
		meter.waited(limits[limit] ?? '', stoodStillMs);
	}
	for (let sent = 0; sent < requests; sent++) {
		meter.sent();
		// Time on the wire does not count as waiting.
		clock.at += 10_000;
		meter.answered();
	}
	return hintOf(
		{
			outcomes: new Map(outcomes.entries()),
			total: outcomes.length,
			includeQuota: new Set(),
			quota: undefined,
			meter,
			unusedColumns,
			recalled: new Set(Array(recalled).keys()),
			reachesPerson: false,
			unusualContacts: 0,
			hasSentOnce: isSubWorkflow,
			fillsStore,
			blank: new Set(),
			settings: { stopOnFailure: true, isTool: false, failuresApart: false, includesInput: false, isSubWorkflow },
			rowsOf: () => [],
		},
		acme,
	);
}

const times = (count: number, outcome: Outcome) => Array.from({ length: count }, () => outcome);

describe('the hint of a run', () => {
	it.each([
		['nothing when each item was a request', times(3, done), {}, ''],
		[
			'columns that nothing was made of',
			[done],
			{ unusedColumns: ['Company', 'Position'] },
			'Not used: 2 columns of the input, "Company" and "Position".',
		],
		['nothing of items that were passed over', [done, { rows: [] }], { requests: 1 }, ''],
		['nothing of a single item', [done], {}, ''],
		['how few requests there were', times(250, done), { requests: 3 }, '250 items in 3 requests.'],
		['nothing of items that a limit kept back', [done, keptBack, keptBack], { requests: 1 }, ''],
		['a single request', times(2, done), { requests: 1 }, '2 items in 1 request.'],
		[
			'duplicates',
			[...times(248, done), ...times(2, duplicate)],
			{ requests: 3 },
			'250 items in 3 requests. 2 duplicates were not sent.',
		],
		[
			'what an earlier try had done',
			times(5, done),
			{ requests: 1, recalled: 4 },
			'4 items had been done by an earlier try and were not sent again.',
		],
		[
			'unknown outcomes',
			[done, unknown],
			{},
			'The outcome of 1 item is unknown: look it up in Acme before you send it again.',
		],
		[
			'a wait for a limit',
			[done],
			{ waits: [['write', 48_000]] },
			'Waited 48 s for Acme’s limit of 15 requests a minute.',
		],
		[
			'a long wait',
			[done],
			{ waits: [['read', 1_500_000]] },
			'Waited 25 min for Acme’s limit of 500 requests an hour.',
		],
		[
			'waits for several limits',
			[done],
			{
				waits: [
					['read', 1_000],
					['write', 2_000],
				],
			},
			'Waited 3 s for Acme’s limit.',
		],
		['a wait for the vendor’s own count', [done], { waits: [['', 2_000]] }, 'Waited 2 s for Acme’s limit.'],
		['no wait of less than a second', [done], { waits: [['read', 999]] }, ''],
	] satisfies Array<[string, Outcome[], Circumstances, string]>)('mentions %s', (_, outcomes, circumstances, text) => {
		expect(hint(outcomes, circumstances)).toBe(text);
	});

	it('counts the columns, and names the first ones', () => {
		const unusedColumns = Array.from({ length: 25 }, (_, number) => `column ${number}`);
		expect(hint([done], { unusedColumns })).toMatch(
			/^Not used: 25 columns of the input, "column 0", .*"column 19" and 5 more\.$/,
		);
	});
});

describe('time in which a run waits', () => {
	it('counts once for any number of waiting requests, and not while one is on the wire', () => {
		const clock = { at: 0, now: () => clock.at };
		const meter = new RunMeter(clock);
		const stoodStillMs = meter.waits();
		meter.waits();
		clock.at = 1_000;
		meter.waited('write', stoodStillMs);
		meter.sent();
		clock.at = 5_000;
		meter.answered();
		clock.at = 7_000;
		expect(meter.stoodStill()).toBe(3_000);
		meter.waited('write', stoodStillMs);
		clock.at = 9_000;
		expect(meter.stoodStill()).toBe(3_000);
	});

	it('causes a warning before n8n forgets the sent requests', () => {
		expect(hint(times(1, { rows: [{ json: {} }] }), { fillsStore: true })).toContain('about 10,000 items');
	});

	it('leads to the Retry that knows the requests of a sub-workflow', () => {
		expect(hint(times(1, { rows: [{ json: {} }] }), { isSubWorkflow: true })).toContain(
			'press Retry of this execution in the list of executions',
		);
	});
});
