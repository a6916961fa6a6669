import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { byId } from '../bench';
import { useKaiCallsBench } from '../kaicalls';
import { useKairoBench } from '../kairo';
import { useKakiyoBench } from '../kakiyo';
import { useKayseBench } from '../kayse';
import { outcome } from '../outcome';

const kaiCalls = useKaiCallsBench();
const kairo = useKairoBench();
const kakiyo = useKakiyoBench();
const kayse = useKayseBench();

type AnyBench = Parameters<typeof outcome>[0];

/** An operation on one record, whose ID an expression brings. */
const RECORDS: Array<[string, () => AnyBench, (id: string) => INodeParameters, (id: number) => string]> = [
	['Kakiyo', () => kakiyo, (id) => ({ resource: 'agent', operation: 'delete', agentId: byId(id) }), (id) => `/agents/${id}`],
	['KaiCalls', () => kaiCalls, (id) => ({ resource: 'lead', operation: 'get', leadId: byId(id) }), (id) => `/leads?id=${id}`],
	['Kayse', () => kayse, (id) => ({ resource: 'client', operation: 'delete', clientId: id }), (id) => `/clients/${id}`],
	['KAIRO', () => kairo, (id) => ({ resource: 'agent', operation: 'delete', agentId: byId(id) }), (id) => `/agents/${id}`],
];

describe.each(RECORDS)('an ID (%s)', (_, bench, parameters, place) => {
	it('that comes as a number is that ID', async () => {
		const { sent } = await outcome(bench(), parameters('={{ 123 }}'));
		expect(sent.map(({ path, query }) => `${path}?${new URLSearchParams(Object(query)).toString()}`.replace(/\?$/, ''))).toEqual([place(123)]);
	});

	it.each([
		['an object', '={{ ({ a: 1 }) }}', 'is an object, but must be a single value'],
		['a list', '={{ ["a", "b"] }}', 'is a list, but must be a single value'],
		['the text undefined', '={{ `${$json.nothing}` }}', '"undefined", which is left of an ID that was not found'],
		['a number beyond what a computer keeps', '={{ 9007199254740993 }}', '"9007199254740992", which is no ID'],
	])('that is %s is refused for what it is, and nothing is sent', async (_what, id, told) => {
		const made = await outcome(bench(), parameters(id));
		expect([made.sent, made.told]).toEqual([[], [expect.stringContaining(told)]]);
	});
});

describe('a limit', () => {
	it.each(['={{ 0 }}', '={{ -1 }}', '={{ "" }}', '={{ null }}', 'abc', '2,5'])('of %j is refused with a remedy', async (limit) => {
		const { error } = await kakiyo.run({ resource: 'campaign', operation: 'getAll', limit });
		expect(kakiyo.requests()).toEqual([]);
		expect(error?.message).toContain('"Limit"');
		expect(error?.description).toMatch(/Write digits|Enter|Return All/);
	});

	it('that a vendor has used up is waited for when the expression of Max Wait yields nothing', async () => {
		kakiyo.control.fail({ method: 'GET', path: '/campaigns', kind: 'status', status: 429, headers: { 'retry-after': '3' } });
		const { sent, told } = await outcome(kakiyo, { resource: 'campaign', operation: 'getAll', limit: 1, options: { maxWait: '={{ $json.nothing }}' } });
		expect([sent.length, told]).toEqual([2, []]);
	});
});
