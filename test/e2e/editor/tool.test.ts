import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';

import { linkCredentials, readExample, type WorkflowFile } from '../../../demo/workflows';
import { control } from '../control';
import { EditorPage } from '../editorPage';
import { world } from '../world';

describe('a Kakiyo tool under an AI Agent in the editor', () => {
	let editor: EditorPage;
	let workflow: WorkflowFile;

	beforeAll(async () => {
		await control('reset');
		const example = linkCredentials(await readExample('agent-that-asks-before-it-adds-people'), world.credentials);
		// The note names the tools, too.
		workflow = { ...example, nodes: example.nodes.filter(({ type }) => !type.endsWith('.stickyNote')) };
		editor = await EditorPage.launch();
		await editor.openNode(workflow, 'Add a Person', 'parameter-input-toolDescription');
	});

	afterEach(async () => await editor.endTest('tool'));

	afterAll(async () => await editor?.close());

	test('shows the text that the model reads, which a person can change', async () => {
		expect(await editor.part('parameter-input-toolDescription').locator('textarea').inputValue()).toContain(
			'its agent writes to them on LinkedIn',
		);
	});

	test('shows the campaign and the person as left to the model', async () => {
		expect((await editor.fieldLabels()).slice(0, 5)).toEqual([
			'Credential',
			'Resource',
			'Operation',
			'Description',
			'Campaign',
		]);
		expect(await editor.part('fromAI-override-field').count()).toBe(4);
	});

	test('offers the model what a person has taken from it, but not how many people it may add in a day', async () => {
		await editor.part('parameter-input-atMostPerDay').waitFor();
		expect(await editor.fieldsToOffer()).toEqual(['Already in Conversation']);
		await editor.part('fromAI-override-field').first().locator('svg').last().click();
		await editor.part('from-ai-override-button').nth(1).waitFor();
		expect(await editor.fieldsToOffer()).toEqual(['Campaign', 'Already in Conversation']);
	});
});
