import { describe, expect, it } from '@jest/globals';

import { retryOnFail, useOperations } from './operations';

const { bench, run, rows, sent, expectAllEndpointsReached } = useOperations('case', { only: ['sendEmail', 'sendSms'] });

/** Of the seed: a case, and two of its clients. */
const to = { caseId: '9001', clientId: 401 };
const message = 'Your court date has moved to Friday, {{first_name}}.';
const subject = 'Your court date';

const outbox = () =>
	bench.state.messages.map(({ channel, client_id, message: text }) => ({ channel, client_id, text }));

const OPERATIONS = [
	['sendSms', 'sms', '/cases/communication/sms'],
	['sendEmail', 'email', '/cases/communication/email'],
] as const;

describe('messages to a client of a case', () => {
	it('sends an SMS, and returns the scheduled message', async () => {
		const result = await rows('sendSms', { ...to, message });
		expect(sent()).toEqual([{ to: 'POST /cases/communication/sms', body: { case_id: 9001, client_id: 401, message } }]);
		expect(result).toEqual([
			{ scheduled: 'sms', case_id: 9001, client_id: 401, text: message, message: 'sms scheduled' },
		]);
		expect(outbox()).toEqual([{ channel: 'sms', client_id: 401, text: message }]);
	});

	it('sends an email with its subject', async () => {
		const result = await rows('sendEmail', { ...to, subject, message });
		expect(sent()).toEqual([
			{ to: 'POST /cases/communication/email', body: { case_id: 9001, client_id: 401, subject, message } },
		]);
		expect(result).toEqual([
			{ scheduled: 'email', case_id: 9001, client_id: 401, subject, text: message, message: 'email scheduled' },
		]);
		expect(bench.state.messages).toMatchObject([{ channel: 'email', subject, message }]);
	});

	it('counts an empty answer as sent', async () => {
		bench.control.fail({
			method: 'POST',
			path: '/cases/communication/sms',
			kind: 'empty',
			status: 202,
			afterHandler: true,
		});
		expect(await rows('sendSms', { ...to, message })).toMatchObject([{ scheduled: 'sms', message: null }]);
		expect(outbox()).toHaveLength(1);
	});

	describe.each(OPERATIONS)('%s', (operation, channel, path) => {
		const parameters = { ...to, subject, message };

		it('sends the same text to the same person once in a run, and says so on the later items', async () => {
			const items = [
				{ client: 401, text: 'One' },
				{ client: '401', text: 'One' },
				{ client: 401, text: 'Two' },
				{ client: 402, text: 'One' },
			];
			const { items: output } = await run(
				operation,
				{ ...parameters, clientId: '={{ $json.client }}', message: '={{ $json.text }}' },
				{ items },
			);
			expect(output.map(({ pairedItem }) => pairedItem)).toEqual(items.map((_, item) => ({ item })));
			expect(output.map(({ json }) => json.duplicateOfItem)).toEqual([undefined, 0, undefined, undefined]);
			expect(output[1]?.json.note).toBe('Not sent: it is the same as item 0');
			expect(
				outbox()
					.map(({ client_id, text }) => `${client_id} ${text}`)
					.sort(),
			).toEqual(['401 One', '401 Two', '402 One']);
		});

		it.each(['resetAfterHandler', 'resetBeforeHandler', 'cutBody', 'html'] as const)(
			'is not sent again after a doubtful answer (%s), and says where to look',
			async (kind) => {
				bench.control.fail({ method: 'POST', path, kind, ...(kind === 'html' && { afterHandler: true }) });
				const { error } = await run(operation, parameters, { settings: retryOnFail });
				expect(error?.message).toMatch(/^The outcome is unknown/);
				expect(error?.description).toContain('Open the case in Kayse');
				expect(sent()).toHaveLength(1);
				expect(outbox()).toHaveLength(kind === 'resetBeforeHandler' ? 0 : 1);
			},
		);

		it('is sent once if the texts read the same, also with extra blanks from a table', async () => {
			const items = ['One', ' One\u200b', 'One\r\n', 'one'].map((text) => ({ text }));
			const output = await rows(operation, { ...parameters, message: '={{ $json.text }}' }, { items });
			expect(output.map(({ duplicateOfItem }) => duplicateOfItem)).toEqual([undefined, 0, 0, undefined]);
			expect(outbox()).toHaveLength(2);
		});

		it('is not sent for a later item if an equal one may have been sent', async () => {
			bench.control.fail({ method: 'POST', path, kind: 'resetAfterHandler' });
			const { items, errors } = await run(operation, parameters, {
				items: [{}, {}],
				settings: { ...retryOnFail, onError: 'continueErrorOutput' },
			});
			expect(items).toEqual([]);
			expect(errors.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
			expect(errors[1]?.json.error).toMatch(/^Same as item 0: The outcome is unknown/);
			expect(outbox()).toHaveLength(1);
		});

		it('is sent after a limit has reset, once', async () => {
			bench.control.fail({ method: 'POST', path, kind: 'status', status: 429, headers: { 'retry-after': '1' } });
			await rows(operation, parameters);
			expect(sent()).toHaveLength(2);
			expect(outbox()).toHaveLength(1);
		});

		it.each([
			[{ message: '=' }, '"Message" is empty'],
			[{ message: '  \n ' }, '"Message" is empty'],
			[{ message: '={{ $json.missing }}' }, '"Message" is empty'],
			[{ message: '={{ { a: 1 } }}' }, '"Message" must be a single value (got an object)'],
			[{ message: '={{ false }}' }, '"Message" must be a text for a person (got "false")'],
			[{ caseId: '0' }, '"Case ID" must be an ID (got "0")'],
			[{ clientId: 'abc' }, '"Client ID" must be an ID (got "abc")'],
			[{ clientId: 1.5 }, '"Client ID" must be an ID (got "1.5")'],
			[{ clientId: '=' }, '"Client ID" is empty'],
		])('sends nothing for %j', async (wrong, text) => {
			const { error } = await run(operation, { ...parameters, ...wrong });
			expect(error?.message).toBe(text);
			expect(sent()).toEqual([]);
		});

		const rowsToSend = [{ client: 401 }, { client: '0' }, { client: 404 }, { client: 402 }];
		const clientOfRow = { ...parameters, clientId: '={{ $json.client }}' };

		it('sends the good rows and names the problem on each other row (On Error = Continue)', async () => {
			const { items, errors } = await run(operation, clientOfRow, {
				items: rowsToSend,
				settings: { onError: 'continueErrorOutput' },
			});
			expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 3 }]);
			expect(errors.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }, { item: 2 }]);
			expect(errors[0]?.json).toMatchObject({
				error: '"Client ID" must be an ID (got "0")',
				details: { outcome: 'input' },
			});
			expect(errors[1]?.json.details).toMatchObject({
				httpCode: '400',
				description: expect.stringContaining('client_id: is not linked to the case'),
			});
			expect(
				outbox()
					.map(({ client_id }) => client_id)
					.sort(),
			).toEqual([401, 402]);
		});

		it('sends nothing when a row is unfit (On Error = Stop)', async () => {
			const { error } = await run(operation, clientOfRow, { items: rowsToSend });
			expect(error?.message).toBe('"Client ID" must be an ID (got "0") [item 1 of 4]');
			expect(error?.description).toContain('Not sent: item 0, 2 to 3');
			expect(sent()).toEqual([]);
		});

		it('sends the text of an AI agent', async () => {
			const tool = bench.tool({
				resource: 'case',
				operation,
				...parameters,
				message: '={{ $fromAI("message", "", "string") }}',
			});
			await tool({ message: 'Hello' });
			expect(outbox()).toEqual([{ channel, client_id: 401, text: 'Hello' }]);
		});
	});

	it('sends no email without a subject', async () => {
		const { error } = await run('sendEmail', { ...to, subject: ' ', message });
		expect(error?.message).toBe('"Subject" is empty');
		expect(sent()).toEqual([]);
	});

	it('reaches every endpoint of its part of the API', () => expectAllEndpointsReached());
});
