import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { WAYS } from './everyOperation';
import { useEveryTool } from './everyTool';
import { byId } from '../bench';
import { mapped } from '../kayse';
import { useStand } from '../stand';

const tools = useEveryTool(useStand());

// A client of the law firm would have an SMS that begins with "Hi %name%", or that says "TBD".
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

// A model that plans several calls at once names the step before.
describe('a text that is not yet an ID, or more than one', () => {
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

// Notes of a lead would be lost, and "existing value" stand there.
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

// It would say that there is no lead.
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
		expect(tools.requests.filter((line) => line.includes('status='))).toEqual([]);
	});
});

describe('an intended text that looks like a placeholder goes through', () => {
	it.each([
		'Reply [YES] to confirm, Dana',
		'[Acme Law] Your slot is open (at nine)',
		'Hello (again), 50% off and 20% more',
		'Details: [more](https://example.com/a)',
		'Message us about the invoice, or call. $50 is due',
		'Use SUMMER_SALE, #love #peace',
	])('as an SMS: %s', async (message) => {
		const [answer] = await tools.ask('KaiCalls SMS Message > Send', { message });
		expect(answer?.error).toBeUndefined();
		expect(tools.written()).toHaveLength(1);
	});

	it.each(['As agreed, call before nine', 'Retainer is not paid', 'current', 'Likes the existing offer'])(
		'as notes of a lead: %s',
		async (notes) => {
			await tools.ask('KaiCalls Lead > Update', { updateFields: { notes } });
			expect(tools.written()).toEqual([expect.stringContaining(JSON.stringify(notes))]);
		},
	);

	it.each(['qualified', 'no answer', 'any day now'])('as a status to filter by: %s', async (status) => {
		tools.says(() => ({ body: { leads: [], has_more: false } }));
		await tools.ask('KaiCalls Lead > Get Many', { filters: { status } });
		expect(tools.requests.filter((line) => line.includes('status='))).toHaveLength(1);
	});

	it.each(['68a1f0c2+ab', 'chat_1', 'result-7f3a9c'])('as an ID: %s', async (id) => {
		tools.says((_, method) => ({ body: method === 'GET' ? { prospects: [], total: 0 } : { success: true } }));
		await tools.ask('Kakiyo Prospect > Pause', { chatId: byId(id) });
		expect(tools.written()).toHaveLength(1);
	});
});
