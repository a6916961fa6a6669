import { join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Locator, type Page } from 'playwright-core';
import { N8nClient, OWNER } from '../../demo/client';
import type { WorkflowFile } from '../../demo/workflows';
import { CACHE } from '../../scripts/repository';
import { BrowserConsole } from './browserConsole';
import { world } from './world';

const CHROMIUM = {
	executablePath: '/usr/bin/chromium',
	args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
};

/** What a table of the editor shows without scrolling to the side. */
export type VisibleTable = { columns: string[]; rows: string[][] };

/** Where a part of the page is. */
export async function boxOf(target: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
	const box = await target.boundingBox();
	if (box === null) throw new Error(`${String(target)} cannot be seen`);
	return box;
}

/** What the panel of a node shows. */
interface ShownPanel {
	/** As `EditorPage.fieldLabels` has them. */
	labels: string[];
	/** Labels of the fields with n8n's red mark, which says that a field is not as it must be. */
	marked: string[];
}

/** Those of a mapper's fields are not counted: they stand for what the vendor requires. */
const RED_MARKS = '//*[@data-test-id="parameter-issues"][not(ancestor::*[@data-test-id="mapping-fields-container"])]';

/** Below a label, n8n has the ways in which its field can be filled in. */
export const firstLine = (label: string): string => label.split('\n')[0] ?? '';

/** n8n's editor in Chromium, used by the owner. */
export class EditorPage {
	private constructor(
		private readonly client: N8nClient,
		private readonly browser: Browser,
		private readonly console: BrowserConsole,
		readonly page: Page,
	) {}

	static async launch(options: BrowserContextOptions = {}): Promise<EditorPage> {
		const client = await N8nClient.login(world.n8nUrl);
		const browser = await chromium.launch(CHROMIUM);
		const context = await browser.newContext({
			baseURL: world.n8nUrl,
			viewport: { width: 1500, height: 950 },
			...options,
		});
		const console = new BrowserConsole(context, world.n8nUrl);
		await context.request.post('/rest/login', { data: { emailOrLdapLoginId: OWNER.email, password: OWNER.password } });
		return new EditorPage(client, browser, console, await context.newPage());
	}

	/** Another tab of the same browser, logged in as well. */
	async anotherTab(): Promise<EditorPage> {
		return new EditorPage(this.client, this.browser, this.console, await this.page.context().newPage());
	}

	/** @throws Error if the console of the browser has complaints */
	async close(): Promise<void> {
		await this.browser.close();
		this.expectNoComplaints();
	}

	/**
	 * Keeps what the page looks like, for people who wonder why a test failed.
	 * @throws Error if the console of the browser has complaints
	 */
	async endTest(name: string): Promise<void> {
		await this.page.screenshot({ path: join(CACHE, `e2e-editor-${name}.png`) });
		this.expectNoComplaints();
	}

	private expectNoComplaints(): void {
		const complaints = this.console.takeComplaints();
		if (complaints.length > 0) throw new Error(`The console of the browser says:\n${complaints.join('\n')}`);
	}

	/** A part of the page, by the name that n8n gives it for its own tests. */
	part(testId: string): Locator {
		return this.page.locator(`[data-test-id="${testId}"]`);
	}

	/** Whether n8n shows itself in dark colours. */
	async isDark(): Promise<boolean> {
		const colour = await this.page
			.locator('body')
			.evaluate((body) => String(body.ownerDocument.defaultView?.getComputedStyle(body).backgroundColor));
		const [, lightness] = /^oklch\(([0-9.]+)/.exec(colour) ?? [];
		if (lightness === undefined) throw new Error(`The background has no lightness: ${colour}`);
		return Number(lightness) < 0.5;
	}

	/** Opens the canvas of a workflow of its own, as n8n keeps a workflow for the person who has it open. */
	async openCanvas(workflow: WorkflowFile): Promise<void> {
		const workflowId = await this.client.saveWorkflow({ ...workflow, name: `In the editor ${crypto.randomUUID()}` });
		await this.page.goto(`/workflow/${workflowId}`);
		await this.part('canvas').waitFor();
	}

	/** Opens a node and waits until a part of it is there. */
	async openNode(workflow: WorkflowFile, node: string, awaited: string): Promise<void> {
		await this.openCanvas(workflow);
		await this.part('canvas-node').filter({ hasText: node }).first().dblclick();
		await this.part(awaited).first().waitFor();
	}

	/** Labels of the node's fields that are shown now, in their order. */
	async fieldLabels(): Promise<string[]> {
		return (await this.page.locator('label').allInnerTexts()).map(firstLine);
	}

	/** The same without those on the tab Settings. */
	async visibleFieldLabels(): Promise<string[]> {
		return (await this.page.locator('label').filter({ visible: true }).allInnerTexts()).map(firstLine);
	}

	/** Labels of the fields beside which n8n has the button that leaves them to the model. */
	async fieldsToOffer(): Promise<string[]> {
		const labels = this.part('from-ai-override-button').locator(
			'xpath=ancestor::*[@data-test-id="input-label"][1]//label',
		);
		return (await labels.allInnerTexts()).map(firstLine);
	}

	/** Chooses a credential by its name. */
	async chooseCredential(name: string): Promise<void> {
		await this.part('node-credentials-select').locator('input').click();
		await this.page.locator('[data-test-id^="node-credentials-select-item"]').filter({ hasText: name }).first().click();
	}

	/** The name of the credential that is chosen. */
	async credential(): Promise<string> {
		return await this.part('node-credentials-select').locator('input').inputValue();
	}

	/** Opens the "From list" of a locator and waits until it has this row. */
	async openList(field: string, row: string): Promise<void> {
		await this.part(`resource-locator-${field}`).locator('[data-test-id="rlc-input"]').click();
		await this.listed(row).waitFor();
	}

	/** Types into the search of the open list until it has this row and none without it. */
	async searchList(text: string): Promise<void> {
		await this.part('rlc-search').fill(text);
		await this.listed(text).waitFor();
		await this.part('rlc-item').filter({ hasNotText: text }).first().waitFor({ state: 'hidden' });
	}

	/** Takes the first row of the open list; returns what the locator shows then. */
	async takeFirst(): Promise<string> {
		await this.part('rlc-item').first().click();
		const input = this.part('rlc-input');
		return await input.locator('input').or(input).last().inputValue();
	}

	private listed(text: string): Locator {
		return this.part('rlc-item').filter({ hasText: text }).first();
	}

	/** Chooses an option of a dropdown, by its whole name. */
	async choose(field: string, option: string): Promise<void> {
		await this.part(`parameter-input-${field}`).click();
		await this.shownOptions()
			.filter({ has: this.page.getByText(option, { exact: true }) })
			.first()
			.click();
	}

	/** The open panel as soon as it is as wanted, else as it is after some seconds. */
	async panelOnce(isWanted: (panel: ShownPanel) => boolean): Promise<ShownPanel> {
		const until = Date.now() + 5_000;
		for (;;) {
			const panel = { labels: await this.fieldLabels(), marked: await this.markedFields() };
			if (isWanted(panel) || Date.now() > until) return panel;
			await this.page.waitForTimeout(50);
		}
	}

	private async markedFields(): Promise<string[]> {
		const labels = this.page.locator(`xpath=${RED_MARKS}/ancestor::*[.//label][1]/descendant::label[1]`);
		return (await labels.allInnerTexts()).map(firstLine);
	}

	/** What the output shows once it has rows, as far as it can be seen without scrolling to the side. */
	async output(): Promise<VisibleTable> {
		const table = this.part('output-panel').locator('table').first();
		await table.locator('tbody tr').first().waitFor({ timeout: 60_000 });
		const edge = await boxOf(this.part('output-panel'));
		const heads = await table.locator('thead th').all();
		const columns: string[] = [];
		for (const head of heads) {
			const { x, width } = await boxOf(head);
			if (width > 0 && x + width <= edge.x + edge.width) columns.push(await head.innerText());
		}
		const rows = await Promise.all(
			(await table.locator('tbody tr').all()).map(async (row) =>
				(await row.locator('td').allInnerTexts()).slice(0, columns.length),
			),
		);
		return { columns, rows };
	}

	private shownOptions(): Locator {
		return this.part('parameter-input-item').filter({ visible: true });
	}
}
