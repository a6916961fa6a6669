import { describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { asTool, runNode } from '../engine';
import { useKaiCallsBench } from '../kaicalls';
import { byId } from '../bench';
import { WAYS } from './everyOperation';
import { asStepOfAgent, itemsOf } from './reads';

const bench = useKaiCallsBench();

const calling = (to: string, options: IDataObject): INodeParameters =>
	({
		resource: 'call',
		operation: 'create',
		agentId: byId(bench.state.agents[0]?.id ?? ''),
		to,
		options,
	}) as INodeParameters;

/** An execution of its own. @returns what the model reads first */
async function ask(way: (typeof WAYS)[number], parameters: INodeParameters): Promise<IDataObject | undefined> {
	const run = bench.nodeRun(parameters, {});
	if (way !== 'AI Agent 3') return itemsOf(await asTool(run)({}))[0];
	return (await runNode(asStepOfAgent(run))).items[0]?.json;
}

describe.each(WAYS)('At Most per Day of the tool of %s', (way) => {
	it('holds back a further call to any person, says when it will be possible, and sends nothing', async () => {
		await ask(way, calling('+12025550121', { atMostPerDay: 2 }));
		await ask(way, calling('+12025550122', { atMostPerDay: 2 }));
		const held = await ask(way, calling('+12025550123', { atMostPerDay: 2 }));
		expect(held).toMatchObject({
			outcome: 'heldBack',
			reason: 'atMostPerDay',
			possibleAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:00\.000Z$/),
			message: expect.stringContaining('limit for today, 2 ("At Most per Day")'),
		});
		expect(bench.timesRung()).toEqual([1, 1]);
	});

	it('does not count reads, repeated calls and refused calls', async () => {
		const options = { atMostPerDay: 1 };
		await ask(way, { resource: 'call', operation: 'getAll', limit: 5, options } as INodeParameters);
		bench.control.fail({ method: 'POST', path: '/calls', kind: 'status', status: 402 });
		expect((await ask(way, calling('+12025550121', options)))?.error).toContain('out of credits');
		expect((await ask(way, calling('+12025550121', options)))?.error).toBeUndefined();
		expect((await ask(way, calling('+12025550121', options)))?.note).toContain('Not done again');
		expect(bench.timesRung()).toEqual([1]);
	});

	it('is refused if it is an expression, also an empty one, and sets no limit if it is empty', async () => {
		expect((await ask(way, calling('+12025550121', { atMostPerDay: '={{ 5 }}' })))?.error).toContain(
			'"At Most per Day" must be a whole number from 1 to 1000 (got "{{ 5 }}")',
		);
		expect(
			(await ask(way, calling('+12025550121', { atMostPerDay: '={{ $fromAI("most", "", "string", "") }}' })))?.error,
		).toContain('"At Most per Day" was added, but is empty');
		expect((await ask(way, calling('+12025550121', { atMostPerDay: 0 })))?.error).toContain('At Most per Day');
		expect((await ask(way, calling('+12025550121', { atMostPerDay: '' })))?.error).toBeUndefined();
		expect(bench.timesRung()).toEqual([1]);
	});
});
