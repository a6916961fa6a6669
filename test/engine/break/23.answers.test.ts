import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { WAYS } from '../agents/everyOperation';
import { MCP, useEveryTool } from '../agents/everyTool';
import { byId } from '../bench';
import { mapped } from '../kayse';
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

// Section 3, "at most about 20,000 tokens". Models count about one token for each character of Japanese. What the
// user would see: twice as much as fits, so that the client drops the answer or the conversation ends.
it.each([
	['Japanese', '本日はお電話ありがとうございます'],
	['Thai', 'ขอบคุณที่โทรหาเราวันนี้'],
])('a transcript in %s is cut to about 20,000 tokens', async (_, words) => {
	tools.says(() => ({ body: { id: '1', name: 'n', transcript: words.repeat(20_000) } }));
	const answer = JSON.stringify(await tools.ask('KaiCalls Lead > Get', { simplify: false }));
	// With room for who counts two characters a token.
	expect([...answer].filter((character) => character > '\u007f').length).toBeLessThan(30_000);
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

// Section 3, "Errors are data in tool mode"; docs/agents.md: "So nothing is thrown". With AI Agent 3 these are answers (alwaysAnswers.test.ts).
// What the user would see: AI Agent 1 and 2 hand an empty text to their model, and the execution is a success.
describe('an expression that fails is an answer (MCP and AI Agent 1.x and 2.x)', () => {
	const NOWHERE = "={{ $('Nowhere').item.json.id }}";
	it.each<[string, INodeParameters]>([
		['KaiCalls SMS Message > Send', { message: NOWHERE }],
		['KaiCalls SMS Message > Send', { message: '={{ $json.none }}' }],
		['KaiCalls SMS Message > Send', { agentId: byId(NOWHERE) }],
		['KaiCalls SMS Message > Send', { options: { onlyIfName: NOWHERE } }],
		['KaiCalls Lead > Get Many', { filters: { status: NOWHERE } }],
		['Kakiyo Prospect > Add', { fields: mapped({ name: NOWHERE, url: 'linkedin.com/in/jane' }) }],
	])('%s %j', async (at, parameters) => {
		const answer = await tools.ask(at, parameters, MCP).catch((thrown: unknown) => String(thrown));
		expect(answer).toEqual([expect.objectContaining({ error: expect.any(String) })]);
		expect(tools.came).toEqual([]);
	});
});
