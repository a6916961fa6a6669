import { describe, expect, it } from '@jest/globals';

import { mapped } from '../kayse';
import { useStand } from '../stand';
import { WAYS } from './everyOperation';
import { useEveryTool } from './everyTool';

const tools = useEveryTool(useStand());

describe('a model that says in words that a member stays as it is', () => {
	const words = ['empty', 'unchanged', 'no change', 'keep', 'leave as is', 'same'];
	it.each(
		words.flatMap((word) =>
			['Kakiyo Prompt > Update', 'KaiCalls Agent > Update', 'KaiCalls Lead > Update', 'Kakiyo Webhook > Update'].map(
				(at) => [word, at] as const,
			),
		),
	)('"%s" changes nothing: %s', async (word, at) => {
		await tools.ask(at, { updateFields: { firstMessage: word, context: word, name: word, notes: word, url: word } });
		expect(tools.written()).toEqual([]);
	});

	it.each(['empty', 'or empty', 'not given'])('a person is not rung by the name "%s"', async (name) => {
		await tools.ask('KaiCalls Call > Create', { to: '+12025550123', additionalFields: { name } });
		expect(tools.written().filter((line) => line.includes(`"name":"${name}"`))).toEqual([]);
	});
});

it.each(['', null, 'null', ' '])('an import whose number of people is %j is refused', async (requestedCount) => {
	await tools.ask('Kakiyo Prospect > Import From Sales Navigator', {
		requestedCount,
		searchUrl: 'https://www.linkedin.com/sales/search/people?query=abc',
	});
	expect(tools.written()).toEqual([]);
});

it.each(['*', 'latest', 'evt_1..evt_9'])('events are not replayed by the ID %s', async (eventIds) => {
	await tools.ask('KaiCalls Event > Replay', { replayBy: 'id', eventIds });
	expect(tools.written()).toEqual([]);
});

describe('a case list whose filter narrows nothing is refused', () => {
	it.each(
		[
			'{}',
			'{"case_type_ids": []}',
			'{"case_type_ids": [null]}',
			'{"case_type_ids": ["<id>"]}',
			'{"filter": {"case_type_ids": [25]}}',
		].flatMap((filter) =>
			['Kayse Case List > Create', 'Kayse Case List > Create or Update'].map((at) => [filter, at] as const),
		),
	)('%s (%s)', async (filter, at) => {
		await tools.ask(at, {
			fields: mapped({ name: 'Website leads', filter, ...(at.endsWith('Update') && { id: '5' }) }),
		});
		expect(tools.written()).toEqual([]);
	});
});

it.each(WAYS)('a record of mapped fields keeps what a model leaves alone in words (%s)', async (way) => {
	await tools.ask(
		'Kakiyo Prospect > Add',
		{ fields: mapped({ name: 'Jane', url: 'linkedin.com/in/jane', customData: 'or empty' }) },
		way,
	);
	expect(tools.written()).toEqual([expect.not.stringContaining('or empty')]);
});
