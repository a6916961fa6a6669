import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { byId } from '../bench';
import { useKayseBench } from '../kayse';
import { hintOf } from '../outcome';

const kayse = useKayseBench();

const campaign = (additionalFields: INodeParameters, rest: INodeParameters = {}): INodeParameters => ({
	resource: 'campaign',
	operation: 'create',
	name: 'Autumn',
	agentId: 'agt_karim',
	caseListId: byId('501'),
	additionalFields,
	...rest,
});

const inJson = (further: object): INodeParameters => campaign({ furtherFields: JSON.stringify(further) });

/** As in workflows of the tests: New York, whose clock changes on 8 March and 1 November 2026. */
const JULY = [{ start_date: '2026-07-01', end_date: '2026-07-31' }];

const sent = (): Record<string, unknown> => Object(kayse.requests().at(-1)?.body);

describe('an impossible campaign is refused, and nothing is created', () => {
	it.each<[string, INodeParameters, string]>([
		[
			'case 27: hours from 17:00 to 09:00',
			campaign({ startTime: '17:00', endTime: '09:00' }),
			'"Start Time" is 17:00 and "End Time" is 09:00, but the end must be after the start',
		],
		[
			'hours of no length',
			campaign({ startTime: '9:00', endTime: '9:00 AM' }),
			'"Start Time" is 09:00 and "End Time" is 09:00',
		],
		[
			'hours by an expression',
			campaign({ startTime: '={{ $json.from }}', endTime: '={{ DateTime.fromISO("2026-03-02T13:00:00Z") }}' }),
			'"Start Time" is 20:30 and "End Time" is 08:00',
		],
		[
			'days in the wrong order',
			campaign({ startTime: '2026-07-01T09:00:00', endTime: '2026-03-01T17:00:00' }),
			'"Start Time" (2026-07-01) must not be after "End Time" (2026-03-01)',
		],
		[
			'hours of a run',
			inJson({ runs: [...JULY, { start_time: '18:00', end_time: '9:00' }] }),
			'"start_time of runs 2" is 18:00 and "end_time of runs 2" is 09:00',
		],
		[
			'days of a run',
			inJson({ runs: [{ start_date: '2026-07-31', end_date: '2026-07-01' }] }),
			'"start_date of runs 1" (2026-07-31) must not be after "end_date of runs 1" (2026-07-01)',
		],
		[
			'business hours',
			inJson({ business_hours: [{ start_time: '12:00', end_time: '10:00' }] }),
			'"start_time of business_hours 1" is 12:00',
		],
		[
			'business hours that Kayse documents to refuse',
			inJson({ business_hours: [{ start_time: '07:30', end_time: '20:00' }] }),
			'"start_time of business_hours 1" is 07:30, but Kayse accepts only business hours from 08:00 to 21:00',
		],
		[
			'hours that JSON replaces',
			campaign({
				startTime: '09:00',
				furtherFields: '{ "start_time": "2026-03-02T20:00:00-05:00", "end_time": "2026-03-02T17:00:00-05:00" }',
			}),
			'"Start Time" is 20:00 and "End Time" is 17:00',
		],
	])('%s', async (_, parameters, message) => {
		const { error } = await kayse.run(parameters, { items: [{ from: '20:30' }] });
		expect(error?.message).toContain(message);
		expect(kayse.requests()).toEqual([]);
	});
});

describe('hours in More Settings (JSON) are read as those of the fields', () => {
	const business = (start_time: unknown, end_time: unknown = '20:00') =>
		inJson({ business_hours: [{ start_time, end_time }] });

	it.each<[unknown, unknown, [string, string]]>([
		['9 AM', '8:30 pm', ['09:00', '20:30']],
		['9:00 AM', '9:00 PM', ['09:00', '21:00']],
		['09:00:00', '20:00:00', ['09:00', '20:00']],
		['9:00', '20:00', ['9:00', '20:00']],
		[0.375, 0.75, ['09:00', '18:00']],
	])('%p to %p', async (start, end, [start_time, end_time]) => {
		expect(hintOf(await kayse.run(business(start, end)))).toBe('');
		expect(sent().business_hours).toEqual([{ start_time, end_time }]);
		await kayse.run(inJson({ runs: [{ ...JULY[0], start_time: start, end_time: end }] }));
		expect(sent().runs).toEqual([{ ...JULY[0], start_time, end_time }]);
	});

	it.each([
		['9 AM', '8 PM'],
		['09:00', '20:00'],
		['9:00', '20:00:00'],
		['2026-01-15T09:00:00-05:00', '2026-01-15T20:00:00-05:00'],
		['2026-01-15T14:00:00Z', '2026-01-16T01:00:00Z'],
		['2026-01-15T09:00:00', '2026-01-15T20:00:00'],
	])('at the top level with the offset of the days: %s to %s', async (start_time, end_time) => {
		expect(hintOf(await kayse.run(inJson({ start_time, end_time, runs: JULY })))).toBe('');
		expect(sent()).toMatchObject({ start_time: '2026-07-01T09:00:00-04:00', end_time: '2026-07-01T20:00:00-04:00' });
	});

	it('at the top level with day and offset if there are no runs, and unchanged if they have both', async () => {
		await kayse.run(inJson({ start_time: '09:00', end_time: '17:00' }));
		expect(sent()).toMatchObject({
			start_time: expect.stringMatching(/T09:00:00-0[45]:00$/),
			end_time: expect.stringMatching(/T17:00:00-0[45]:00$/),
		});
		const own = { start_time: '2026-07-01T13:00:00Z', end_time: '2026-07-01T13:00:00-07:00' };
		await kayse.run(inJson(own));
		expect(sent()).toMatchObject(own);
	});

	it('days, too', async () => {
		await kayse.run(inJson({ runs: [{ start_date: 'July 1, 2026', end_date: '2026-07-31' }] }));
		expect(sent().runs).toEqual(JULY);
	});

	it.each<[string, INodeParameters, string]>([
		['business hours at night', business('5 AM'), '"start_time of business_hours 1" is 05:00, but Kayse accepts'],
		[
			'hours that end before they begin',
			inJson({ runs: [{ start_time: '6:00 PM', end_time: '9 AM' }] }),
			'"start_time of runs 1" is 18:00 and "end_time of runs 1" is 09:00',
		],
		[
			'the same at the top',
			inJson({ start_time: '6 PM', end_time: '9:00 AM' }),
			'"Start Time" is 18:00 and "End Time" is 09:00',
		],
		...[900, { hour: 9 }, 'soon', '25:00', true, ['09:00'], '2026-07-01'].flatMap(
			(time): Array<[string, INodeParameters, string]> => [
				[`${JSON.stringify(time)} of business hours`, business(time), '"start_time of business_hours 1"'],
				[`${JSON.stringify(time)} of a run`, inJson({ runs: [{ end_time: time }] }), '"end_time of runs 1"'],
				[`${JSON.stringify(time)} at the top`, inJson({ start_time: time }), '"Start Time"'],
			],
		),
		[
			'a day that is none',
			inJson({ runs: [{ start_date: 'soon' }] }),
			'"start_date of runs 1" must be a date (got "soon")',
		],
		['a run instead of a list', inJson({ runs: { start_time: '05:00' } }), '"runs" must be a list of objects'],
		[
			'business hours as text',
			inJson({ business_hours: '05:00-23:00' }),
			'"business_hours" must be a list of objects (got "05:00-23:00")',
		],
		['callbacks as numbers', inJson({ callback_delays: [1, 1, 1] }), '"callback_delays" must be a list of objects'],
	])('are refused: %s', async (_, parameters, message) => {
		const { error } = await kayse.run(parameters);
		expect(error?.message).toContain(message);
		expect(kayse.requests()).toEqual([]);
	});
});

describe('a hint about an unlikely campaign', () => {
	it.each<[string, INodeParameters, string]>([
		[
			'case 28: from 05:00 to 23:00',
			campaign({ startTime: '05:00', endTime: '23:00' }),
			'"Start Time" is 05:00 and "End Time" is 23:00: people expect no calls before 08:00 or after 21:00',
		],
		['a late end alone', campaign({ endTime: '21:30' }), '"End Time" is 21:30: people expect no calls'],
		['a start at night', campaign({ startTime: '22:00' }), '"Start Time" is 22:00: people expect no calls'],
		[
			'an early run',
			inJson({ runs: [{ start_date: '2026-07-01', end_date: '2026-07-31', start_time: '6:00', end_time: '12:00' }] }),
			'"start_time of runs 1" is 06:00',
		],
		['by the clock of the workflow', inJson({ start_time: '2026-07-01T09:00:00Z' }), '"Start Time" is 05:00'],
		[
			'case 33: 20 callbacks, one minute apart',
			campaign({ callbackDelays: { delay: Array.from({ length: 20 }, () => ({ minutes: 1, hours: 0, days: 0 })) } }),
			'"Callback Delays" has one of 1 min',
		],
		[
			'many callbacks within a week',
			campaign({ callbackDelays: { delay: Array.from({ length: 7 }, () => ({ minutes: 0, hours: 20, days: 0 })) } }),
			'calls a person without an answer 8 times in seven days',
		],
		[
			'callbacks in JSON',
			inJson({ callback_delays: [{ minutes: 5, hours: 0, days: 0 }] }),
			'"Callback Delays" has one of 5 min',
		],
	])('%s', async (_, parameters, text) => {
		expect(hintOf(await kayse.run(parameters))).toContain(text);
		expect(kayse.requests()).toHaveLength(1);
	});

	it.each<[string, INodeParameters]>([
		['hours from 8 to 21', campaign({ startTime: '08:00', endTime: '21:00' })],
		[
			'a few callbacks',
			campaign({
				callbackDelays: {
					delay: [
						{ minutes: 30, hours: 0, days: 0 },
						{ minutes: 0, hours: 4, days: 0 },
						{ minutes: 0, hours: 0, days: 1 },
					],
				},
			}),
		],
		[
			'one callback a day',
			campaign({ callbackDelays: { delay: Array.from({ length: 9 }, () => ({ minutes: 0, hours: 0, days: 1 })) } }),
		],
		['no schedule', campaign({})],
	])('is absent for %s', async (_, parameters) => {
		expect(hintOf(await kayse.run(parameters))).toBe('');
	});

	it('names each problem once, with its items', async () => {
		const items = [
			{ name: 'One', from: '06:00' },
			{ name: 'Two', from: '09:00' },
			{ name: 'Three', from: '6:00 AM' },
			{ name: 'Four', from: '22:00' },
		];
		const hint = hintOf(
			await kayse.run(campaign({ startTime: '={{ $json.from }}' }, { name: '={{ $json.name }}' }), { items }),
		);
		expect(hint).toMatch(/Items 0, 2: "Start Time" is 06:00.*Item 3: "Start Time" is 22:00/);
		expect(hint.match(/people expect/g)).toHaveLength(2);
	});

	it('is on the item for the model of an agent, which reads nothing else', async () => {
		const tool = kayse.tool(campaign({ startTime: '={{ $fromAI("from", "", "string") }}' }));
		expect(String(await tool({ from: '05:00' }))).toContain('people expect no calls before 08:00');
		expect(String(await tool({ from: '10:00' }))).not.toContain('notice');
	});
});

describe('case 29: the hours of a campaign have the offset of its days', () => {
	const hours = { startTime: '2026-11-27T09:00:00', endTime: '2026-11-27T20:30:00' };

	it('in a run in July, though they were entered in November', async () => {
		const hint = hintOf(await kayse.run(campaign({ ...hours, furtherFields: JSON.stringify({ runs: JULY }) })));
		expect(sent()).toMatchObject({
			start_time: '2026-07-01T09:00:00-04:00',
			end_time: '2026-07-01T20:30:00-04:00',
			runs: JULY,
		});
		expect(hint).toBe('');
	});

	it('in a run in winter, though they were entered as times alone', async () => {
		await kayse.run(
			campaign({
				startTime: '09:00',
				endTime: '8:30 PM',
				furtherFields:
					'{ "runs": [{ "start_date": "2027-02-01", "end_date": "2027-02-05" }, { "start_date": "2027-01-11", "end_date": "2027-01-15" }] }',
			}),
		);
		expect(sent()).toMatchObject({ start_time: '2027-01-11T09:00:00-05:00', end_time: '2027-01-11T20:30:00-05:00' });
	});

	it('of the entered days, if there are no runs', async () => {
		await kayse.run(campaign({ startTime: '2026-07-06T09:00:00', endTime: '2026-07-06T17:00:00' }));
		expect(sent()).toMatchObject({ start_time: '2026-07-06T09:00:00-04:00', end_time: '2026-07-06T17:00:00-04:00' });
	});

	it.each([
		[
			'runs',
			campaign({ ...hours, furtherFields: '{ "runs": [{ "start_date": "2026-10-01", "end_date": "2026-11-30" }] }' }),
			'2026-10-01 and 2026-11-30',
		],
		[
			'two runs',
			campaign({
				...hours,
				furtherFields:
					'{ "runs": [{ "start_date": "2026-07-01", "end_date": "2026-07-03" }, { "start_date": "2027-01-11", "end_date": "2027-01-15" }] }',
			}),
			'2026-07-01 and 2027-01-15',
		],
		[
			'both of a year',
			campaign({ ...hours, furtherFields: '{ "runs": [{ "start_date": "2026-01-10", "end_date": "2026-12-31" }] }' }),
			'2026-01-10 and 2026-12-31',
		],
		[
			'the days entered',
			campaign({ startTime: '2026-03-01T09:00:00', endTime: '2026-07-01T17:00:00' }),
			'2026-03-01 and 2026-07-01',
		],
		[
			'no end',
			campaign({
				...hours,
				furtherFields: '{ "never_ending": true, "runs": [{ "start_date": "2026-07-01", "end_date": "2026-07-02" }] }',
			}),
			'2026-07-01 and 2027-07-02',
		],
		[
			'a run with a start and no end',
			campaign({ ...hours, furtherFields: '{ "runs": [{ "start_date": "2026-10-01" }] }' }),
			'2026-10-01 and 2027-10-01',
		],
		[
			'a run with an end and no start',
			campaign({
				startTime: '2026-03-02T09:00:00',
				endTime: '2026-03-02T17:00:00',
				furtherFields: '{ "runs": [{ "end_date": "2026-07-31" }] }',
			}),
			'2026-03-02 and 2026-07-31',
		],
	])('with a hint about a clock change within them (%s)', async (_, parameters, days) => {
		expect(hintOf(await kayse.run(parameters))).toContain(`The clock in America/New_York changes between ${days}`);
	});

	it('without a hint if the hours have no offset', async () => {
		expect(
			hintOf(
				await kayse.run(
					inJson({
						runs: [{ start_date: '2026-10-01', end_date: '2026-11-30', start_time: '09:00', end_time: '17:00' }],
					}),
				),
			),
		).toBe('');
	});
});
