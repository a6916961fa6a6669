import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { byId } from '../bench';
import { useStand } from '../stand';
import { WAYS } from './everyOperation';
import { useEveryTool } from './everyTool';

const stand = useStand();
const tools = useEveryTool(stand);

const NONE = [
	'string',
	'<message>',
	'{message}',
	'{{message}}',
	'[message]',
	'message',
	'Your message here',
	'The full text',
	'{"text":"Hi"}',
	'["Hi"]',
	'```\nHi there\n```',
];
const WITH_SLOT = ['Hi [Name],', 'Hi <name>, see you', 'Hi [First Name], see you', 'I am {your name}'];

const SMS = { to: '+12025550123' };

/** What holds a text that a person reads or hears, and its operation. */
const TEXTS: Array<[string, (text: string) => INodeParameters]> = [
	['KaiCalls SMS Message > Send', (message) => ({ ...SMS, message })],
	['KaiCalls Call > Create', (firstMessage) => ({ ...SMS, additionalFields: { firstMessage } })],
	['KaiCalls Agent > Update', (message) => ({ updateFields: { outboundFirstMessage: message } })],
	['Kayse Case > Send SMS', (message) => ({ message })],
	['Kayse Case > Send Email', (message) => ({ subject: 'Your case', message })],
];

// A real person reads what a model, or a template, has left to be filled in.
describe.each(TEXTS)('%s: a text that is not filled in reaches no person', (at, filled) => {
	it.each([...NONE, ...WITH_SLOT])('%s', async (text) => {
		const [answer] = await tools.ask(at, filled(text));
		expect(tools.written()).toEqual([]);
		expect(answer).toMatchObject({ outcome: 'input', error: expect.stringContaining('Nothing was sent') });
	});
});

describe('a place between two braces', () => {
	it.each(WAYS)('reaches no person if KaiCalls does not fill it in (%s)', async (way) => {
		await tools.ask('KaiCalls SMS Message > Send', { ...SMS, message: 'Hi {{first_name}}, see you' }, way);
		expect(tools.written()).toEqual([]);
	});

	it('is sent if Kayse fills it in', async () => {
		await tools.ask('Kayse Case > Send SMS', { message: 'Hi {{first_name}}, see you' });
		expect(tools.written()).toEqual([expect.stringContaining('{{first_name}}')]);
	});
});

describe('in a workflow, a text with a place to be filled in', () => {
	const sms = () => tools.operations.find(({ at }) => at === 'KaiCalls SMS Message > Send');

	it('reaches no person, and the user reads which text it is and what to do', async () => {
		expect(await sms()?.run(stand.origin, { ...SMS, message: 'Hi [Name],' })).toMatch(
			/"Message" has "\[Name\]" in it, a placeholder.*Send Text With Missing Values/,
		);
		expect(tools.written()).toEqual([]);
	});

	it('is sent if the user allows it', async () => {
		expect(await sms()?.run(stand.origin, { ...SMS, message: 'Hi [Name],', options: { sendUnfilledText: true } })).toBe(
			'',
		);
		expect(tools.written()).toEqual([expect.stringContaining('Hi [Name],')]);
	});

	it.each(['See [link] for more', 'Reply [Y] or [N]', 'I <3 it', 'Did you get the message?'])(
		'is not found in "%s"',
		async (message) => {
			expect(await sms()?.run(stand.origin, { ...SMS, message })).toBe('');
			expect(tools.written()).toHaveLength(1);
		},
	);
});

describe('the input of an agent may contain brackets, and be JSON', () => {
	it.each<[string, INodeParameters]>([
		['KAIRO Agent > Run', { agentId: byId('a1'), agentInputType: 'text', input: '{"template":"Hi [Name],"}' }],
		['KaiCalls Call > Create', { ...SMS, context: '{"plan":"[Name] is the client","ask":"{{topic}}"}' }],
		['Kakiyo Prompt > Update', { updateFields: { firstMessage: 'Begin with [First Name] of {{prospectName}}' } }],
	])('%s', async (at, parameters) => {
		const [answer] = await tools.ask(at, parameters);
		expect(answer?.error).toBeUndefined();
		expect(tools.written()).not.toEqual([]);
	});
});

describe('a run of bulk outreach with placeholders reaches no person', () => {
	it.each([
		'{"business_id":"<business_id>"}',
		'{"business_id":"b1","message":"Hi [Name], call us back"}',
		'{"business_id":"b1","steps":[{"sms":"Hi <name>"}]}',
		'{"business_id":"b1","recipients":["+1XXXXXXXXXX"]}',
	])('%s', async (run) => {
		await tools.ask('KaiCalls Communication Run > Create', { run, idempotencyKey: '' });
		expect(tools.written()).toEqual([]);
	});
});
