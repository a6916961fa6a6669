import { describe, expect, it } from '@jest/globals';

import { useStand } from '../stand';
import { WAYS } from './everyOperation';
import { useEveryTool } from './everyTool';

const tools = useEveryTool(useStand());

// The model would look there, and ring or text a number of the list.
it.each(
	WAYS.flatMap((way) => ['KaiCalls SMS Message > Send', 'KaiCalls Call > Create'].map((at) => [at, way] as const)),
)(
	'%s: without a person’s number, the error does not send the model to the numbers of the account (%s)',
	async (at, way) => {
		const [answer] = await tools.ask(at, { to: '(202) 555-0123' }, way);
		expect(answer?.error).toContain('no country code');
		expect(answer?.error).not.toContain('Phone Number > Get Many');
	},
);

// The model would tell that the call was placed.
describe.each(WAYS)('a failure that the vendor reports is not shown as done (%s)', (way) => {
	it.each([
		['KaiCalls Call > Create', { id: 'c1', call_id: 'c1', status: 'failed', error: 'no_answer' }],
		['KaiCalls SMS Message > Send', { id: 'm1', status: 'failed', error: 'carrier_rejected' }],
		['Kayse Case > Send SMS', { id: 'm1', status: 'failed', reason: 'invalid_number' }],
	])('%s', async (at, body) => {
		tools.says(() => ({ body }));
		const [answer] = await tools.ask(at, {}, way);
		expect(answer?.done).toBeUndefined();
		expect(answer?.failed).toContain('says "failed"');
		const [second] = await tools.ask(at, {}, way);
		expect(String(second?.note)).not.toContain('which did it');
	});
});

it.each(['failed', 'rejected'])('a lead that got the status %s is shown as changed', async (status) => {
	tools.says(() => ({ body: { id: '1', status } }));
	const [answer] = await tools.ask('KaiCalls Lead > Update', { updateFields: { status } });
	expect(answer?.done).toBeDefined();
	expect(answer?.failed).toBeUndefined();
});
