import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { WAYS } from '../agents/everyOperation';
import { useEveryTool } from '../agents/everyTool';
import { byId } from '../bench';
import { mapped } from '../kayse';
import { useStand } from '../stand';

const tools = useEveryTool(useStand());

// Section 5, placeholders are refused before anything is sent; docs/agents.md: "A text to a person that a model has left to be filled in
// reaches nobody". What the user would see: a client of the law firm has an SMS that begins with "Hi %name%", or that says "TBD".
describe.each(['KaiCalls SMS Message > Send', 'Kayse Case > Send SMS'])('%s: a text to be filled in', (at) => {
	it.each([
		// A place in the signs of another program, or in another language.
		'Hi %name%, your slot is open',
		'Hi %First Name%, your slot is open',
		'Hi $name, your slot is open',
		'Hi FIRST_NAME, your slot is open',
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
		// In place of the whole text.
		'TODO',
		'TBD',
		'Lorem ipsum dolor sit amet',
		'The message that the user asked for',
		'SMS text about the appointment',
		'Sure! Here is the SMS: Hi Dana, see you at nine.',
	])('%s', async (message) => {
		await tools.ask(at, { message });
		expect(tools.written()).toEqual([]);
	});
});

// Section 5, "placeholders (…) are refused before anything is sent, with the way to the ID"; docs/agents.md: so are "two IDs in one". A model
// that plans several calls at once names the step before. What the user would see: "404" of the vendor, and no word on where IDs are.
describe('what is no ID yet, or more than one', () => {
	it.each([
		'conversation_id_from_previous_step',
		'created_conversation_id',
		'id_from_step_1',
		'previous_result',
		'search_result',
		'to_be_filled',
		'id1',
		'output',
		'new',
		'example',
		'test',
		'true',
		'68a1f0c2/68a1f0c3',
		'68a1f0c2+68a1f0c3',
		'68a1f0c2&68a1f0c3',
		'12,13',
	])('%s', async (id) => {
		tools.says((_, method) => ({ body: method === 'GET' ? { prospects: [], total: 0 } : { success: true } }));
		await tools.ask('Kakiyo Prospect > Pause', { chatId: byId(id) });
		expect(tools.written()).toEqual([]);
	});
});

// Section 2, every argument must be filled in; docs/agents.md: "where it says in words that one is empty or stays, it is not sent". What the
// user would see: the notes of a lead are lost, and `""` or "existing value" stands there.
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
		'not updated',
		'not required',
		'unverändert',
		'sin cambios',
		'inchangé',
	])('%s', async (word) => {
		await tools.ask('KaiCalls Lead > Update', { updateFields: { notes: word } }, way);
		await tools.ask('Kayse Case > Update', { fields: mapped({ description: word }) }, way);
		expect(tools.written()).toEqual([]);
	});
});

// Section 5, "Filters: any, all, none, null are nothing". What the user would see: the model says that there is no lead, as `status=""` was
// asked for.
describe.each(WAYS)('a model that leaves a filter out in other words (%s)', (way) => {
	it.each([
		'""',
		"''",
		'[]',
		'{}',
		'any status',
		'all statuses',
		'no specific status',
		'whatever',
		'does not matter',
		'ignore',
	])('%s', async (status) => {
		tools.says(() => ({ body: { leads: [], has_more: false } }));
		await tools.ask('KaiCalls Lead > Get Many', { filters: { status } } as INodeParameters, way);
		expect(tools.came.filter((line) => line.includes('status='))).toEqual([]);
	});
});
