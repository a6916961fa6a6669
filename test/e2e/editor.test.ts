import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { z } from 'zod';
import { N8nClient, OWNER } from '../../demo/client';
import { linkCredentials, readExample } from '../../demo/workflows';
import { CACHE } from '../../scripts/repository';
import { control } from './control';
import { NODES } from './csvWorkflow';
import { world } from './world';

const CHROMIUM = {
	executablePath: '/usr/bin/chromium',
	args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
};

const CampaignNames = z.object({ data: z.array(z.object({ name: z.string() })) });

async function campaignNames(): Promise<string[]> {
	const { baseUrl, apiKey } = world.sandbox.kakiyo;
	const response = await fetch(`${baseUrl}/campaigns?limit=100`, { headers: { authorization: `Bearer ${apiKey}` } });
	return CampaignNames.parse(await response.json()).data.map(({ name }) => name);
}

describe('the Kakiyo node in the editor', () => {
	let browser: Browser;
	let page: Page;
	let workflowId: string;

	beforeAll(async () => {
		await control('reset');
		const client = await N8nClient.login(world.n8nUrl);
		const workflow = linkCredentials(await readExample('csv-file-to-kakiyo-campaign'), world.credentials);
		workflowId = await client.saveWorkflow({ ...workflow, name: 'In the editor' });
		browser = await chromium.launch(CHROMIUM);
		const context = await browser.newContext({ baseURL: world.n8nUrl, viewport: { width: 1500, height: 950 } });
		await context.request.post('/rest/login', { data: { emailOrLdapLoginId: OWNER.email, password: OWNER.password } });
		page = await context.newPage();
	});

	afterEach(async () => {
		await page.screenshot({ path: join(CACHE, 'e2e-editor-end.png') });
	});

	afterAll(async () => {
		await browser?.close();
	});

	const part = (testId: string) => page.locator(`[data-test-id="${testId}"]`);

	const fieldLabels = async () => (await page.locator('label').allInnerTexts()).map((label) => label.split('\n')[0]);

	test('shows Resource, Operation and one credential', async () => {
		await page.goto(`/workflow/${workflowId}`);
		await part('canvas-node').filter({ hasText: NODES.add }).first().dblclick();
		await part('resource-locator-campaignId').waitFor();
		expect((await fieldLabels()).slice(0, 4)).toEqual(['Credential', 'Resource', 'Operation', 'Campaign']);
	});

	test('lists the campaigns of the account and searches them', async () => {
		const names = await campaignNames();
		const wanted = names.at(-1) ?? '';
		const shown = part('rlc-item');

		await page.goto(`/workflow/${workflowId}`);
		await part('canvas-node').filter({ hasText: NODES.add }).first().dblclick();
		await part('resource-locator-campaignId').locator('[data-test-id="rlc-input"]').click();
		await shown.filter({ hasText: names[0] }).first().waitFor();

		await part('rlc-search').fill(wanted);
		await shown.filter({ hasText: wanted }).first().waitFor();
		await shown.filter({ hasNotText: wanted }).first().waitFor({ state: 'hidden' });
		await page.screenshot({ path: join(CACHE, 'e2e-editor-list.png') });

		await shown.first().click();
		expect(await part('rlc-input').locator('input').or(part('rlc-input')).last().inputValue()).toContain(wanted);
	});
});
