import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import { N8nClient } from '../../demo/client';
import { LOOPBACK } from '../../demo/ports';
import { changeNode, type WorkflowFile } from '../../demo/workflows';
import { control } from './control';
import { Example } from './example';
import { agentsOfFirstBusiness, endedCall } from './kaiCallsTriggerHarness';
import { Mailbox } from './mailbox';
import { world } from './world';

const SEND = 'Send the Report';

describe('the example workflow "Weekly report with charts"', () => {
	const mailbox = new Mailbox();
	let client: N8nClient;
	let smtp: { id: string; name: string };

	beforeAll(async () => {
		client = await N8nClient.login(world.n8nUrl);
		const server = { host: LOOPBACK, port: await mailbox.open(), secure: false, disableStartTls: true };
		const credential = { type: 'smtp', name: 'Mailbox', data: { ...server, user: '', password: '', hostName: '' } };
		smtp = { id: await client.saveCredential(credential), name: credential.name };
	});

	afterAll(() => mailbox.close());

	beforeEach(async () => await control('reset'));

	/** The page that arrives by mail, and the text of the mail. */
	async function monday(change = (workflow: WorkflowFile) => workflow): Promise<{ text: string; page: string }> {
		const example = await Example.import(client, 'weekly-report-with-charts', {}, (workflow) =>
			changeNode(change(workflow), SEND, (node) => ({ ...node, disabled: false, credentials: { smtp } })),
		);
		await example.run('Every Monday at 7');
		const mail = mailbox.mails.at(-1) ?? '';
		const [, encoded = ''] = /weekly-report\.html[^]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+)/.exec(mail) ?? [];
		// Long lines of a mail end in "=".
		return { text: mail.replaceAll('=\r\n', ''), page: Buffer.from(encoded, 'base64').toString('utf8') };
	}

	const barsIn = (page: string) =>
		page
			.split('<h2>')
			.slice(1)
			.map((part) => part.match(/<rect /g)?.length ?? 0);

	const ofAllTime = (workflow: WorkflowFile) =>
		changeNode(workflow, 'Costs of KAIRO', (node) => ({
			...node,
			parameters: { ...node.parameters, filters: { from: '2026-01-01' } },
		}));

	test('sends the figures of three vendors, with a chart of each', async () => {
		const { agent } = await agentsOfFirstBusiness();
		await endedCall(agent);
		await endedCall(agent, 'failed');
		const { text, page } = await monday(ofAllTime);
		expect(text).toContain('Kakiyo: answers by campaign: 230 prospects');
		expect(text).toContain('KaiCalls: calls by day: 2 calls, 1 completed, 1 failed');
		expect(text).toMatch(/KAIRO: costs by day, in dollars: 0\.\d+ dollars/);
		expect(page).toContain('>Spring CFOs</text>');
		expect(barsIn(page)).toEqual([1, 1, 12]);
	});

	test('sends the others when a vendor cannot be read, and leaves out a deactivated one', async () => {
		await control('fail', { vendor: 'kairo', method: 'GET', path: '/analytics/costs', kind: 'status', status: 403 });
		const { text, page } = await monday((workflow) =>
			changeNode(workflow, 'Figures of KaiCalls', (node) => ({ ...node, disabled: true })),
		);
		expect(text).toContain('KAIRO: costs by day, in dollars: could not be read:');
		expect(text).not.toContain('KaiCalls');
		expect(barsIn(page)).toEqual([1, 0]);
	});
});
