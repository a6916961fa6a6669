import { describe, expect, it } from '@jest/globals';

import { mapped } from '../kayse';
import { useStand } from '../stand';
import { WAYS } from './everyOperation';
import { useEveryTool } from './everyTool';

const stand = useStand();
const tools = useEveryTool(stand);

const WORDS = ['empty', 'unchanged', 'no change', 'keep', 'leave as is', 'same'];

const UPDATES = [
	'Kakiyo Agent > Update',
	'Kakiyo Prompt > Update',
	'Kakiyo Webhook > Update',
	'KaiCalls Agent > Update',
	'KaiCalls Lead > Update',
	'KAIRO Agent > Update',
	'KAIRO Context > Update Source',
];

const MEMBERS = [
	'firstMessage',
	'context',
	'name',
	'notes',
	'url',
	'outboundPrompt',
	'status',
	'email',
	'phone',
	'key',
	'startTime',
	'messagesMax',
];

// A model has to fill in each of its arguments, and takes "or empty" at its word.
describe.each(WAYS)('a model that says in words that it leaves a field out (%s)', (way) => {
	it.each(UPDATES)('%s: nothing is changed', async (at) => {
		for (const word of WORDS)
			await tools.ask(at, { updateFields: Object.fromEntries(MEMBERS.map((name) => [name, word])) }, way);
		expect(tools.written()).toEqual([]);
	});

	it.each(['Kayse Client > Update', 'Kayse Case > Update'])(
		'%s: nothing is changed, with mapped fields, too',
		async (at) => {
			for (const word of WORDS)
				await tools.ask(at, { fields: mapped({ email: word, mobile: word, status: word, description: word }) }, way);
			expect(tools.written()).toEqual([]);
		},
	);

	it('changes the other fields', async () => {
		await tools.ask(
			'KaiCalls Lead > Update',
			{ updateFields: { status: 'contacted', notes: 'keep as is', email: 'or empty' } },
			way,
		);
		expect(tools.written()).toEqual([expect.stringMatching(/\{"status":"contacted","id":"1"\}$/)]);
	});

	it.each(['empty', 'or empty', 'not given'])(
		'rings no person with the name "%s", and does not give that name to the agent',
		async (word) => {
			await tools.ask(
				'KaiCalls Call > Create',
				{ to: '+12025550123', personName: word, context: word, additionalFields: { name: word, context: word } },
				way,
			);
			expect(tools.written()).toHaveLength(1);
			expect(tools.written()[0]).not.toContain(word);
		},
	);

	it.each(['empty', 'unchanged'])('gets an error if the field must be filled in: %s', async (word) => {
		const [answer] = await tools.ask('KaiCalls SMS Message > Send', { message: word }, way);
		expect(answer?.error).toContain(`"Message" must have a value (got "${word}")`);
		const [other] = await tools.ask(
			'Kakiyo Prospect > Add',
			{ fields: mapped({ name: word, url: 'linkedin.com/in/jane' }) },
			way,
		);
		expect(other?.error).toContain('"Name"');
		expect(tools.written()).toEqual([]);
	});
});

it('a workflow sends such a word unchanged', async () => {
	const notes = tools.operations.find(({ at }) => at === 'KaiCalls Lead > Update');
	tools.says(() => ({ body: { success: true } }));
	await notes?.run(stand.origin, { updateFields: { notes: 'empty' } });
	expect(tools.written()).toEqual([expect.stringContaining('"notes":"empty"')]);
});
