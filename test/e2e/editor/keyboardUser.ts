import type { WorkflowFile } from '../../../demo/workflows';
import { eventually } from '../../support/eventually';
import { firstLine, type EditorPage } from '../editorPage';

/** More places than a panel has. */
const MOST_PLACES = 80;

/** So often it is looked whether a key has moved the mark in a list. */
const MOST_WAITS = 50;

/** Where the focus is, in the open panel. */
interface Place {
	/** The label of the field; a button has none. */
	label: string | undefined;
	/** The name that n8n gives the place, or its nearest surroundings. */
	part: string | undefined;
	/** A field takes a text or a choice; the buttons beside its label do not. */
	isField: boolean;
}

/** The search field of a locator's list: n8n opens the list when the locator gets the focus, and Tab does not leave the list. */
const SEARCH_OF_LIST = 'rlc-search';

/** A person who has no mouse. */
export class KeyboardUser {
	constructor(private readonly editor: EditorPage) {}

	/** Waits until n8n hears its shortcuts. */
	async openCanvas(workflow: WorkflowFile): Promise<void> {
		await this.editor.openCanvas(workflow);
		await this.editor.part('canvas-add-button').waitFor();
		await this.editor.page.waitForLoadState('networkidle');
	}

	/** Puts the pointer where it marks nothing. */
	async openNode(...[workflow, node, awaited]: Parameters<EditorPage['openNode']>): Promise<void> {
		await this.editor.openNode(workflow, node, awaited);
		await this.editor.page.mouse.move(0, 0);
	}

	async press(key: 'Tab' | 'Enter' | 'ArrowDown' | 'Escape' | 'n'): Promise<void> {
		await this.editor.page.keyboard.press(key);
	}

	async type(text: string): Promise<void> {
		await this.editor.page.keyboard.type(text);
	}

	/** Adds a step behind the one before, with n8n's shortcut for the list of nodes. */
	async addStep(words: string, name: string): Promise<void> {
		await this.editor.part('node-creator').waitFor({ state: 'hidden' });
		await this.press('n');
		await this.focused('node-creator-search-bar');
		await this.type(words);
		await this.marked(name);
		await this.press('Enter');
	}

	/** Takes what the node can do: of n8n's own nodes after typing its words, of others with the arrow keys. */
	async takeAction(name: string, words?: string): Promise<void> {
		if (words !== undefined) {
			await this.focused('node-creator-search-bar');
			await this.type(words);
		}
		await this.marked(name);
		await this.press('Enter');
		await this.editor.part('ndv').waitFor();
	}

	/** Leaves the field where the cursor is, in which n8n does not hear Escape, and then the panel. */
	async closePanel(): Promise<void> {
		const panel = this.editor.part('ndv');
		await eventually('the panel is closed', async () => {
			await this.press('Tab');
			await this.press('Escape');
			return await panel.waitFor({ state: 'hidden', timeout: 1_000 }).then(
				() => true,
				() => false,
			);
		});
	}

	/** Goes on to a field with the Tab key. */
	async goToField(label: string): Promise<void> {
		await this.tabUntil(label, (place) => place.isField && place.label === label);
	}

	/** Goes on to the button that executes the open step, and presses it. */
	async executeStep(): Promise<void> {
		await this.tabUntil('Execute step', ({ part }) => part === 'ndv-data-container');
		await this.press('Enter');
	}

	/** Goes on to a "From list", searches it and takes the first row. */
	async chooseFromList(label: string, words = ''): Promise<void> {
		await this.tabUntil(label, ({ part, label: at }) => part === SEARCH_OF_LIST && at === label);
		await this.takeRow(words);
	}

	/** Goes on to a dropdown and takes an option. */
	async choose(label: string, option: string): Promise<void> {
		await this.goToField(label);
		await this.takeOption(option);
	}

	/** Goes on to "Add option" and adds one. */
	async addOption(name: string): Promise<void> {
		await this.tabUntil('Add option', ({ part, label }) => part === 'collection-parameter-add' && label === 'Options');
		await this.takeOption(name);
	}

	/**
	 * Goes through the whole open panel with the Tab key, and takes the first row of each "From list" on the way.
	 * @returns labels of the fields that had the focus
	 */
	async visitFields(): Promise<string[]> {
		const visited: string[] = [];
		for (let count = 0; count < MOST_PLACES; count++) {
			await this.press('Tab');
			const { label, part, isField } = await this.place();
			if (part === 'ndv-edit-pinned-data') return visited;
			if (isField && label !== undefined && label !== visited.at(-1)) visited.push(label);
			if (part === SEARCH_OF_LIST) await this.takeRow('');
		}
		throw new Error(`The panel has no end; visited: ${visited.join(', ')}`);
	}

	private async takeRow(words: string): Promise<void> {
		await this.type(words);
		const rows = this.editor.part('rlc-item');
		await rows
			.filter({ hasText: new RegExp(words, 'i') })
			.first()
			.waitFor();
		if (words !== '')
			await rows
				.filter({ hasNotText: new RegExp(words, 'i') })
				.first()
				.waitFor({ state: 'hidden' });
		await this.press('ArrowDown');
		await this.press('Enter');
		await this.editor.part(SEARCH_OF_LIST).waitFor({ state: 'hidden' });
	}

	private async takeOption(name: string): Promise<void> {
		await this.press('Enter');
		const options = this.editor.page.locator('.el-select-dropdown__item').filter({ visible: true });
		await options.filter({ has: this.editor.page.getByText(name, { exact: true }) }).waitFor();
		const marked = async () =>
			firstLine((await options.and(this.editor.page.locator('.hover')).allInnerTexts())[0] ?? '');
		for (let count = 0; count < MOST_PLACES; count++) {
			const now = await marked();
			if (now === name) return await this.press('Enter');
			await this.press('ArrowDown');
			for (let wait = 0; wait < MOST_WAITS && (await marked()) === now; wait++)
				await this.editor.page.waitForTimeout(10);
		}
		throw new Error(`The arrow keys do not come to ${name}`);
	}

	private async tabUntil(what: string, isThere: (place: Place) => boolean): Promise<void> {
		for (let count = 0; count < MOST_PLACES; count++) {
			await this.press('Tab');
			if (isThere(await this.place())) return;
		}
		throw new Error(`The Tab key does not come to ${what}`);
	}

	private async place(): Promise<Place> {
		return await this.editor.page.locator('body').evaluate(({ ownerDocument }) => {
			const focused = ownerDocument.activeElement;
			const field = focused?.closest('[data-test-id="input-label"], [data-test-id="parameter-item"]');
			const label = field?.querySelector('label')?.innerText;
			return {
				label: label?.split('\n')[0],
				part: focused?.closest('[data-test-id]')?.getAttribute('data-test-id') ?? undefined,
				isField: focused?.matches('input, textarea, [contenteditable="true"]') ?? false,
			};
		});
	}

	private async focused(part: string): Promise<void> {
		await this.editor.part(part).and(this.editor.page.locator(':focus')).waitFor();
	}

	/** Waits until the list of nodes marks this entry, which Enter takes. */
	private async marked(name: string): Promise<void> {
		const marked = this.editor.part('node-creator').locator('[class*="_active_"]');
		await marked.filter({ has: this.editor.page.getByText(name, { exact: true }) }).waitFor();
	}
}
