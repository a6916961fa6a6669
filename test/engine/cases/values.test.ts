import { describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { byId } from '../bench';
import { useKaiCallsBench } from '../kaicalls';
import { useKairoBench } from '../kairo';
import { useKakiyoBench } from '../kakiyo';
import { automatic, useKayseBench } from '../kayse';
import { outcome } from '../outcome';
import { items } from './brought';

const kaiCalls = useKaiCallsBench();
const kairo = useKairoBench();
const kakiyo = useKakiyoBench();
const kayse = useKayseBench();

type AnyBench = Parameters<typeof outcome>[0];

/** An operation on one record, whose ID an expression brings. */
const RECORDS: Array<[string, () => AnyBench, (id: string) => INodeParameters, (id: number) => string]> = [
	[
		'Kakiyo',
		() => kakiyo,
		(id) => ({ resource: 'agent', operation: 'delete', agentIdToDelete: byId(id) }),
		(id) => `/agents/${id}`,
	],
	[
		'KaiCalls',
		() => kaiCalls,
		(id) => ({ resource: 'lead', operation: 'get', leadId: byId(id) }),
		(id) => `/leads?id=${id}`,
	],
	[
		'Kayse',
		() => kayse,
		(id) => ({ resource: 'client', operation: 'delete', clientIdToDelete: id }),
		(id) => `/clients/${id}`,
	],
	[
		'KAIRO',
		() => kairo,
		(id) => ({ resource: 'agent', operation: 'delete', agentIdToDelete: byId(id) }),
		(id) => `/agents/${id}`,
	],
];

describe.each(RECORDS)('an ID (%s)', (_, bench, parameters, place) => {
	it('that comes as a number is that ID', async () => {
		const { sent } = await outcome(bench(), parameters('={{ 123 }}'));
		expect(
			sent.map(({ path, query }) => `${path}?${new URLSearchParams(Object(query)).toString()}`.replace(/\?$/, '')),
		).toEqual([place(123)]);
	});

	it('that is an object, a list, the text undefined or a number that is too large for JavaScript is refused with the reason', async () => {
		for (const [id = '', text = ''] of [
			['={{ ({ a: 1 }) }}', 'must be a single value (got an object)'],
			['={{ ["a", "b"] }}', 'must be a single value (got a list)'],
			['={{ `${$json.nothing}` }}', '(got "undefined"): an expression or a program found none'],
			['={{ 9007199254740993 }}', 'must be an ID (got "9007199254740992")'],
		]) {
			const made = await outcome(bench(), parameters(id));
			expect([made.sent, made.errors]).toEqual([[], [expect.stringContaining(text)]]);
		}
	});
});

const NO_DATE = '={{ DateTime.fromFormat("31/01/1990", "dd.MM.yyyy") }}';
const person: INodeParameters = {
	first_name: 'Ann',
	last_name: 'Bee',
	external_source: 'web',
	external_source_id: 'X-77',
};
const manual = (more: INodeParameters): INodeParameters => ({
	mappingMode: 'defineBelow',
	value: { ...person, ...more },
	schema: [],
});

/** Values that were sent as another one, or as none. */
const NOT_MEANT: Array<[string, () => AnyBench, INodeParameters, string]> = [
	[
		'a date of birth',
		() => kayse,
		{ resource: 'client', operation: 'create', fields: manual({ date_of_birth: NO_DATE }) },
		'must be a date',
	],
	[
		'a text of it',
		() => kayse,
		{ resource: 'client', operation: 'create', fields: manual({ city: NO_DATE }) },
		'must be a date',
	],
	[
		'a filter',
		() => kaiCalls,
		{ resource: 'lead', operation: 'getAll', limit: 1, filters: { createdAfter: NO_DATE } },
		'"Created After" must be a date (got "Invalid DateTime")',
	],
	[
		'no number in a filter',
		() => kaiCalls,
		{ resource: 'lead', operation: 'getAll', limit: 1, filters: { minScore: '={{ Number("abc") }}' } },
		'"Min Score" has NaN in it',
	],
	[
		'a day without a time',
		() => kakiyo,
		{ resource: 'agent', operation: 'update', agentId: byId('agent_1'), updateFields: { startTime: '3/13/2026' } },
		'must be a time',
	],
	[
		'a number of days',
		() => kakiyo,
		{ resource: 'agent', operation: 'update', agentId: byId('agent_1'), updateFields: { startTime: '={{ 46084 }}' } },
		'must be a time',
	],
	[
		'a number that has lost digits',
		() => kayse,
		{ resource: 'client', operation: 'create', fields: manual({ city: '={{ 12345678901234567890 }}' }) },
		'too many digits',
	],
	[
		'such a number in JSON',
		() => kaiCalls,
		{ resource: 'communicationRun', operation: 'validate', run: '={{ ({ id: 12345678901234567890 }) }}' },
		'too many digits',
	],
	[
		'half an address',
		() => kaiCalls,
		{ resource: 'lead', operation: 'getAll', limit: 1, filters: { email: 'dana@example..com' } },
		'must be one email address',
	],
];

describe('a value that differs from the intended one', () => {
	it.each(NOT_MEANT)('is refused before anything is sent: %s', async (_, bench, parameters, text) => {
		const made = await outcome(bench(), parameters);
		expect([made.sent, made.errors]).toEqual([[], [expect.stringContaining(text)]]);
	});
});

describe('a limit', () => {
	it('of 0, a negative number, nothing, a word or a fraction is refused with a remedy', async () => {
		for (const limit of ['={{ 0 }}', '={{ -1 }}', '={{ "" }}', '={{ null }}', 'abc', '2,5']) {
			const { error } = await kakiyo.run({ resource: 'campaign', operation: 'getAll', limit });
			expect(kakiyo.requests()).toEqual([]);
			expect(error?.message).toContain('"Limit"');
			expect(error?.description).toMatch(/Write digits|Enter|Return All/);
		}
	});

	it('that is used up is waited for when the expression of Max Wait yields nothing', async () => {
		kakiyo.control.fail({
			method: 'GET',
			path: '/campaigns',
			kind: 'status',
			status: 429,
			headers: { 'retry-after': '3' },
		});
		const { sent, errors } = await outcome(kakiyo, {
			resource: 'campaign',
			operation: 'getAll',
			limit: 1,
			options: { maxWait: '={{ $json.nothing }}' },
		});
		expect([sent.length, errors]).toEqual([2, []]);
	});
});

const create: INodeParameters = { resource: 'client', operation: 'create', fields: automatic() };
const campaign = (startTime: string, days: string): INodeParameters => ({
	resource: 'campaign',
	operation: 'create',
	name: 'Spring',
	agentId: 'abc_1',
	caseListId: byId('51'),
	additionalFields: { startTime, days },
});
const bodies = (sent: Array<{ body: unknown }>) => sent.map(({ body }): IDataObject => Object(body));

describe('a date', () => {
	it('with a time of midnight, in UTC or without a zone, is that day and not the one before', async () => {
		const { sent } = await outcome(kayse, create, items('day-kept'));
		expect(bodies(sent).map(({ date_of_birth }) => date_of_birth)).toEqual(Array(4).fill('1990-01-31'));
	});

	it('that two countries read differently is refused with both readings', async () => {
		const { sent, errors } = await outcome(kayse, create, items('ambiguous-dates'));
		expect([sent, errors]).toEqual([
			[],
			Array(2).fill(expect.stringContaining('April 5, 1990 in the USA, May 4, 1990 in Europe')),
		]);
	});

	it.each([
		['a moment of luxon', "={{ DateTime.fromISO('2026-03-03T22:30:00', { zone: 'America/New_York' }) }}"],
		['the picker’s local text', '2026-03-03T22:30:00'],
		['a Date', "={{ new Date('2026-03-04T03:30:00Z') }}"],
	])('of a filter is that moment in UTC, by the workflow’s zone: %s', async (_, createdAfter) => {
		const { sent } = await outcome(kaiCalls, {
			resource: 'lead',
			operation: 'getAll',
			limit: 1,
			filters: { createdAfter },
		});
		expect(sent).toMatchObject([{ query: { created_after: '2026-03-04T03:30:00.000Z' } }]);
	});
});

describe('a time of day', () => {
	it('written as 9:00 AM, with days as Mon, Tue, is 09:00 on Monday and Tuesday at both vendors', async () => {
		const calls = await outcome(kayse, campaign('={{ $json.start }}', '={{ $json.days }}'), items('am-pm'));
		expect(calls.sent).toMatchObject([
			{ body: { start_time: expect.stringMatching(/T09:00:00-0[45]:00$/), days: ['Monday', 'Tuesday'] } },
		]);
		const hours = { startTime: '={{ $json.start }}', workingDays: '={{ $json.days }}' };
		const messages = await outcome(
			kakiyo,
			{ resource: 'agent', operation: 'update', agentId: byId('agent_001'), updateFields: hours },
			items('am-pm'),
		);
		expect(messages.sent).toMatchObject([{ body: { workingHours: { start: '09:00', days: '1:1:0:0:0:0:0' } } }]);
	});

	it('in the hour that the change to summer time skips is refused', async () => {
		const { sent, errors } = await outcome(kayse, campaign('={{ $json.start }}', 'Sunday'), items('hour-that-is-not'));
		expect(sent).toEqual([]);
		expect(errors).toEqual([expect.stringContaining('the clocks skip this hour on that day')]);
	});
});
