import { describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { byId } from '../bench';
import { useKaiCallsBench } from '../kaicalls';
import { useKakiyoBench } from '../kakiyo';
import { automatic, useKayseBench } from '../kayse';
import { outcome } from '../outcome';
import { items } from './brought';

const kaiCalls = useKaiCallsBench();
const kakiyo = useKakiyoBench();
const kayse = useKayseBench();

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
		const { sent, told } = await outcome(kayse, create, items('ambiguous-dates'));
		expect([sent, told]).toEqual([[], Array(2).fill(expect.stringContaining('which is April 5, 1990 in the USA and May 4, 1990 in Europe'))]);
	});

	it.each([
		['a moment of luxon', "={{ DateTime.fromISO('2026-03-03T22:30:00', { zone: 'America/New_York' }) }}"],
		['the picker’s local text', '2026-03-03T22:30:00'],
		['a Date', "={{ new Date('2026-03-04T03:30:00Z') }}"],
	])('of a filter is that moment in UTC, by the workflow’s zone: %s', async (_, createdAfter) => {
		const { sent } = await outcome(kaiCalls, { resource: 'lead', operation: 'getAll', limit: 1, filters: { createdAfter } });
		expect(sent).toMatchObject([{ query: { created_after: '2026-03-04T03:30:00.000Z' } }]);
	});
});

describe('a time of day', () => {
	it('written as 9:00 AM, with days as Mon, Tue, is 09:00 on Monday and Tuesday at both vendors', async () => {
		const calls = await outcome(kayse, campaign('={{ $json.start }}', '={{ $json.days }}'), items('am-pm'));
		expect(calls.sent).toMatchObject([{ body: { start_time: expect.stringMatching(/T09:00:00-0[45]:00$/), days: ['Monday', 'Tuesday'] } }]);
		const hours = { startTime: '={{ $json.start }}', workingDays: '={{ $json.days }}' };
		const messages = await outcome(kakiyo, { resource: 'agent', operation: 'update', agentId: byId('agent_001'), updateFields: hours }, items('am-pm'));
		expect(messages.sent).toMatchObject([{ body: { workingHours: { start: '09:00', days: '1:1:0:0:0:0:0' } } }]);
	});

	it('in the hour that the change to summer time leaves out is an hour later', async () => {
		const { sent } = await outcome(kayse, campaign('={{ $json.start }}', 'Sunday'), items('hour-that-is-not'));
		expect(sent).toMatchObject([{ body: { start_time: '2026-03-08T03:30:00-04:00' } }]);
	});
});
