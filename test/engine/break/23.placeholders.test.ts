import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { WAYS } from '../agents/everyOperation';
import { useEveryTool } from '../agents/everyTool';
import { byId } from '../bench';
import { mapped } from '../kayse';
import { useStand } from '../stand';

const tools = useEveryTool(useStand());

// Issue 23, section 5: placeholders are refused before anything is sent; docs/agents.md: "A text to a person that a model has left to be
// filled in reaches nobody". What the user would see: a client of the law firm has an SMS that begins with "Hi %name%".
describe.each(['KaiCalls SMS Message > Send', 'Kayse Case > Send SMS'])(
	'%s: a text with a place to be filled in, in the signs of another program',
	(at) => {
		it.each([
			'Hi %name%, your slot is open',
			'Hi %First Name%, your slot is open',
			'Hi $name, your slot is open',
			'Hi $FIRST_NAME, your slot is open',
			'Hi FIRST_NAME, your slot is open',
			'Hi FIRSTNAME, your slot is open',
			'Hi __NAME__, your slot is open',
			'Hi <%= name %>, your slot is open',
			'Hi {!Contact.FirstName}, your slot is open',
			'Hi (First Name), your slot is open',
			'Hi #name#, your slot is open',
			'Hi XXXX, your slot is open',
			'Hi 【name】, your slot is open',
			'Hi [Vorname], your slot is open',
			'Hola [Nombre], su cita',
			'Bonjour [Prénom], votre rendez-vous',
			'Your slot is open. Regards, [Law Firm Name]',
			'Your slot is open. Best, [Signature]',
			'We call because of [reason]',
		])('%s', async (message) => {
			await tools.ask(at, { message });
			expect(tools.written()).toEqual([]);
		});
	},
);

// The same. The whole text is none, and the person reads "TBD".
describe.each(['KaiCalls SMS Message > Send', 'Kayse Case > Send SMS'])('%s: a whole text that is none', (at) => {
	it.each([
		'TODO',
		'TBD',
		'Lorem ipsum dolor sit amet',
		'asdf',
		'...',
		'The message that the user asked for',
		'SMS text about the appointment',
		'A short friendly reminder',
		'Sure! Here is the SMS: Hi Dana, see you at nine.',
		'Message: "Hi Dana, see you at nine."',
	])('%s', async (message) => {
		await tools.ask(at, { message });
		expect(tools.written()).toEqual([]);
	});
});

// Issue 23, section 2 has each argument show an example, and a model that knows nobody writes it down: that of the profile is somebody's.
describe.each(WAYS)('the example in the pack’s own argument is nobody whom the model means (%s)', (way) => {
	it.each([
		['Jane Doe', 'https://www.linkedin.com/in/jane-doe'],
		['Jane Doe', 'linkedin.com/in/jane-doe/'],
		['John Doe', 'https://www.linkedin.com/in/john-doe'],
		['Jane Doe', 'https://www.linkedin.com/in/janedoe'],
	])('%s, %s', async (name, url) => {
		await tools.ask('Kakiyo Prospect > Add', { fields: mapped({ name, url }) }, way);
		expect(tools.written()).toEqual([]);
	});
});

// Section 5: "placeholders … are refused before anything is sent". A model that chains calls names the step before.
describe('what names an ID that is not there yet', () => {
	it.each([
		'conversation_id_from_previous_step',
		'created_conversation_id',
		'id_from_step_1',
		'previous_result',
		'search_result',
		'result_of_search',
		'output',
		'new',
		'example',
		'test',
		'foo',
		'true',
		'id1',
		'id_here',
		'to_be_filled',
	])('%s', async (id) => {
		tools.says((_, method) => ({ body: method === 'GET' ? { prospects: [], total: 0 } : { success: true } }));
		await tools.ask('Kakiyo Prospect > Pause', { chatId: byId(id) });
		expect(tools.written()).toEqual([]);
	});
});

// docs/agents.md: "two IDs in one" are refused.
describe('two IDs in one', () => {
	it.each([
		'68a1f0c2/68a1f0c3',
		'68a1f0c2+68a1f0c3',
		'68a1f0c2&68a1f0c3',
		'68a1f0c2;68a1f0c3',
		'12,13',
		'id=68a1f0c2&id=68a1f0c3',
	])('%s', async (id) => {
		tools.says((_, method) => ({ body: method === 'GET' ? { prospects: [], total: 0 } : { success: true } }));
		await tools.ask('Kakiyo Prospect > Pause', { chatId: byId(id) });
		expect(tools.written()).toEqual([]);
	});
});

// docs/agents.md: "where it says in words that one is empty or stays, it is not sent". What the user would see: the notes of a lead are
// gone, and `""` stands there.
describe.each(WAYS)('a model that leaves a member alone in other words (%s)', (way) => {
	it.each([
		'""',
		"''",
		'[]',
		'{}',
		'as is',
		'as before',
		'current value',
		'existing value',
		'<existing notes>',
		'previous value',
		'retain',
		'preserve',
		'not updated',
		'not required',
		'optional',
		'unverändert',
		'sin cambios',
		'inchangé',
	])('%s', async (word) => {
		await tools.ask('KaiCalls Lead > Update', { updateFields: { notes: word } }, way);
		await tools.ask('Kayse Case > Update', { fields: mapped({ description: word }) }, way);
		expect(tools.written()).toEqual([]);
	});
});

// Section 5: "Filters: any, all, none, null are nothing". What the user would see: "there is no lead", as `status=""` was asked for.
describe.each(WAYS)('a model that leaves a filter out in other words (%s)', (way) => {
	it.each([
		'""',
		"''",
		'[]',
		'{}',
		'-',
		'?',
		'(any)',
		'any status',
		'all statuses',
		'no specific status',
		'whatever',
		'does not matter',
		'ignore',
		'no',
		'default',
		'%',
		'.*',
	])('%s', async (status) => {
		tools.says(() => ({ body: { leads: [], has_more: false } }));
		await tools.ask('KaiCalls Lead > Get Many', { filters: { status } } as INodeParameters, way);
		expect(tools.came.filter((line) => line.includes('status='))).toEqual([]);
	});
});
