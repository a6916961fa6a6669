import { describe, expect, it } from '@jest/globals';
import { WAYS } from '../agents/everyOperation';
import { useEveryTool } from '../agents/everyTool';
import { useStand } from '../stand';

const tools = useEveryTool(useStand());

// Section 3, errors say "which operation helps". The number of a person is told to be one of the account's own. What the user would see:
// the model looks there, and rings or texts a number of the list.
it.each(
	WAYS.flatMap((way) => ['KaiCalls SMS Message > Send', 'KaiCalls Call > Create'].map((at) => [at, way] as const)),
)('%s: whoever has no number of a person is not sent to the numbers of the account (%s)', async (at, way) => {
	const [answer] = await tools.ask(at, { to: '(202) 555-0123' }, way);
	expect(answer?.error).toContain('no country code');
	expect(answer?.error).not.toContain('Phone Number > Get Many');
});

// Section 3, "Every answer says what was done". What the user would see: the model tells that the call was placed, and a second one within
// the hour is not placed, as the first one "did it".
describe.each(WAYS)('what the vendor says has failed is not told as done (%s)', (way) => {
	it.each([
		['KaiCalls Call > Create', { id: 'c1', call_id: 'c1', status: 'failed', error: 'no_answer' }],
		['KaiCalls SMS Message > Send', { id: 'm1', status: 'failed', error: 'carrier_rejected' }],
		['Kayse Case > Send SMS', { id: 'm1', status: 'failed', reason: 'invalid_number' }],
	])('%s', async (at, body) => {
		tools.says(() => ({ body }));
		const [answer] = await tools.ask(at, {}, way);
		expect(answer?.done).toBeUndefined();
		const [second] = await tools.ask(at, {}, way);
		expect(String(second?.note)).not.toContain('which did it');
	});
});
