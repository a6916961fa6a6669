import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { boxOf, EditorPage, type VisibleTable } from '../editorPage';

/** The steps in which the mouse is moved while it holds something: with fewer, the editor sees no drag. */
const DRAG_STEPS = 8;

/**
 * A person who has never seen the node: finds things by their labels, and has a mouse and a keyboard.
 * All clicks and drags go through here and are counted; typing is not.
 */
export class Beginner {
	private constructor(
		readonly editor: EditorPage,
		private readonly tally: { clicksAndDrags: number },
	) {}

	static async atEditor(options?: BrowserContextOptions): Promise<Beginner> {
		return new Beginner(await EditorPage.launch(options), { clicksAndDrags: 0 });
	}

	/** The same person in another tab of the browser. */
	async inAnotherTab(): Promise<Beginner> {
		this.tally.clicksAndDrags += 1;
		return new Beginner(await this.editor.anotherTab(), this.tally);
	}

	/** Closes this tab, which leaves the one before. */
	async closeTab(): Promise<void> {
		this.tally.clicksAndDrags += 1;
		await this.page.close();
	}

	/** So far, in all tabs. */
	get clicksAndDrags(): number {
		return this.tally.clicksAndDrags;
	}

	/** Begins another job. */
	startCounting(): void {
		this.tally.clicksAndDrags = 0;
	}

	private get page(): Page {
		return this.editor.page;
	}

	async click(target: Locator): Promise<void> {
		this.tally.clicksAndDrags += 1;
		await target.click();
	}

	async drag(from: Locator, to: Locator): Promise<void> {
		this.tally.clicksAndDrags += 1;
		await to.scrollIntoViewIfNeeded();
		await from.hover();
		await this.page.mouse.down();
		const { x, y, width, height } = await boxOf(to);
		await this.page.mouse.move(x + width / 2, y + height / 2, { steps: DRAG_STEPS });
		await to.hover();
		await this.page.mouse.up();
	}

	async type(text: string): Promise<void> {
		await this.page.keyboard.type(text);
	}

	async press(key: 'Tab' | 'Enter'): Promise<void> {
		await this.page.keyboard.press(key);
	}

	/** Clicks the plus in the middle of an empty canvas. */
	async addFirstStep(): Promise<void> {
		await this.click(this.editor.part('canvas-add-button'));
	}

	/** Clicks the plus behind the last step of the canvas. */
	async addNextStep(): Promise<void> {
		await this.click(this.editor.part('canvas-handle-plus').last());
	}

	/** Searches the list of nodes that is open and takes the one of this name. */
	async takeNode(words: string, name: string): Promise<void> {
		await this.search(words);
		await this.click(this.inNodeList(name));
	}

	/** Types something else into the search of the list of nodes that is open. */
	async searchAnew(words: string): Promise<void> {
		await this.editor.part('node-creator-search-bar').fill('');
		await this.search(words);
	}

	/** Types into the search of the list of nodes that is open. */
	async search(words: string): Promise<void> {
		await this.editor.part('node-creator-search-bar').waitFor();
		await this.type(words);
	}

	/** Takes what the node that was taken can do, by its whole text. */
	async takeAction(text: string): Promise<void> {
		await this.click(this.inNodeList(text));
	}

	/** Unfolds a heading of the list of nodes: on an empty canvas only triggers are shown. */
	async unfold(heading: string): Promise<void> {
		await this.click(this.editor.part('node-creator-category-item').filter({ hasText: heading }));
	}

	/** Clicks the plus under Tool in the panel of an agent. */
	async addTool(): Promise<void> {
		await this.click(this.editor.part('add-subnode-ai_tool-0'));
	}

	/** An entry of the list of nodes that is open, by its whole name. */
	inNodeList(text: string): Locator {
		const entries = this.editor.part('node-creator').locator('[data-test-id="item-iterator-item"]');
		return entries.filter({ has: this.page.getByText(text, { exact: true }) }).first();
	}

	/** Has the steps before the open one executed, so that their columns can be seen. */
	async executePreviousNodes(): Promise<void> {
		await this.click(this.editor.part('execute-previous-node'));
		await this.inputPanel
			.getByText(/^[0-9]+ items?$/)
			.first()
			.waitFor();
	}

	/** Chooses a row of a field's "From list". */
	async chooseFromList(label: string, row: string): Promise<void> {
		await this.click(this.field(label).locator('[data-test-id="rlc-input"]'));
		await this.click(this.editor.part('rlc-item').filter({ hasText: row }).first());
	}

	/** Searches a field's "From list" and chooses a row. */
	async searchInList(label: string, words: string, row: string): Promise<void> {
		await this.click(this.field(label).locator('[data-test-id="rlc-input"]'));
		await this.editor.part('rlc-item').first().waitFor();
		await this.type(words);
		await this.editor.part('rlc-item').filter({ hasNotText: row }).first().waitFor({ state: 'hidden' });
		await this.click(this.editor.part('rlc-item').filter({ hasText: row }).first());
	}

	/** Goes back to the canvas. */
	async closePanel(): Promise<void> {
		await this.click(this.editor.part('ndv-close-button'));
		await this.editor.part('ndv').waitFor({ state: 'hidden' });
	}

	/** Drags a column of the input into a field, which has the cursor then. */
	async dragColumn(column: string, label: string): Promise<void> {
		await this.drag(this.inputPanel.getByText(column, { exact: true }).first(), this.valueOf(label));
		await this.field(label).locator(':focus').waitFor();
	}

	/** Clicks into a field and types. */
	async fillIn(label: string, text: string): Promise<void> {
		await this.click(this.valueOf(label));
		await this.type(text);
	}

	async executeStep(): Promise<void> {
		await this.click(this.editor.part('node-execute-button'));
	}

	/** A trigger says that it listens for a test event. */
	async waitUntilListening(): Promise<void> {
		await this.editor
			.part('ndv')
			.getByText(/listening for/i)
			.first()
			.waitFor();
	}

	/** Fills in the dialog that stands for a model, going from field to field with the Tab key, and executes. */
	async playModel(args: Record<string, string>): Promise<void> {
		const dialog = this.editor.part('fromAiParameters-modal');
		const fields = await dialog.locator('label').allInnerTexts();
		await this.click(dialog.locator('input').first());
		for (const [place, field] of fields.entries()) {
			if (place > 0) await this.press('Tab');
			await this.type(args[field.replace('*', '').trim()] ?? '');
		}
		await this.click(dialog.getByRole('button', { name: 'Execute step' }));
	}

	/** All text in the open panel, in and around the fields. */
	async readPanel(): Promise<string> {
		return (await this.editor.part('ndv').innerText()).replace(/\s+/g, ' ');
	}

	/** What the output shows once it has rows, as far as it can be seen without scrolling to the side. */
	async output(): Promise<VisibleTable> {
		return await this.editor.output();
	}

	private get inputPanel(): Locator {
		return this.editor.part('ndv-input-panel');
	}

	/** A field of the open panel, by its label. */
	private field(label: string): Locator {
		return this.editor
			.part('input-label')
			.filter({ has: this.page.locator('label').getByText(label, { exact: true }) })
			.last();
	}

	private valueOf(label: string): Locator {
		return this.field(label).locator('[data-test-id^="parameter-input-"]').first();
	}
}
