import { setTimeout as delay } from 'node:timers/promises';

import { describe, expect, it } from '@jest/globals';

import { byId } from '../bench';
import { processedData } from '../processedData';
import { useStand } from '../stand';
import { WAYS } from './everyOperation';
import { useEveryTool } from './everyTool';

const tools = useEveryTool(useStand());

it('an answer comes within 45 seconds, also where n8n’s database stands still after the request has left (AI Agent 3)', async () => {
	let free = () => {};
	const still = new Promise<void>((resolve) => (free = resolve));
	tools.says(() => {
		processedData.pass = async () => await still;
		return { body: { id: 'x' } };
	});
	try {
		const answer = tools.ask('KaiCalls Call > Create', { options: { atMostPerDay: 5 } }, 'AI Agent 3');
		// A model waits ten times as fast here.
		expect(await Promise.race([answer, delay(9_000, 'nothing yet', { ref: false })])).toEqual(expect.any(Array));
	} finally {
		processedData.pass = async () => {};
		free();
	}
});

it('an expression that fails in a field with a list gives the model an answer (AI Agent 3)', async () => {
	const answer = await tools
		.ask('KaiCalls SMS Message > Send', { agentId: byId("={{ $('Nowhere').item.json.id }}") }, 'AI Agent 3')
		.catch((thrown: unknown) => String(thrown));
	expect(answer).toEqual([expect.objectContaining({ error: expect.any(String) })]);
});

describe.each(WAYS)('a read by POST without an answer (%s)', (way) => {
	it.each(['KaiCalls Communication Run > Preview', 'KaiCalls Communication Run > Validate', 'KAIRO Context > Query'])(
		'%s: nothing may have happened',
		async (at) => {
			tools.says(() => ({ reset: true }));
			const [answer] = await tools.ask(at, { options: { maxRetries: 0 } }, way);
			expect(answer).toMatchObject({ outcome: 'unavailable' });
			expect(answer?.mayHaveHappened).toBeUndefined();
		},
	);
});
