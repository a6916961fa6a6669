import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { linkCredentials, readExample, type WorkflowFile } from '../../../demo/workflows';
import { control } from '../control';
import { NODES } from '../csvWorkflow';
import { EditorPage } from '../editorPage';
import { world } from '../world';

const CampaignNames = z.object({ data: z.array(z.object({ name: z.string() })) });

async function campaignNames(): Promise<string[]> {
	const { baseUrl, apiKey } = world.sandbox.kakiyo;
	const response = await fetch(`${baseUrl}/campaigns?limit=100`, { headers: { authorization: `Bearer ${apiKey}` } });
	return CampaignNames.parse(await response.json()).data.map(({ name }) => name);
}

describe('the Kakiyo node in the editor', () => {
	let editor: EditorPage;
	let workflow: WorkflowFile;

	beforeAll(async () => {
		await control('reset');
		workflow = linkCredentials(await readExample('csv-file-to-kakiyo-campaign'), world.credentials);
		editor = await EditorPage.launch();
	});

	afterEach(async () => await editor.endTest('kakiyo'));

	afterAll(async () => await editor?.close());

	test('shows Resource, Operation and one credential', async () => {
		await editor.openNode(workflow, NODES.add, 'resource-locator-campaignId');
		expect((await editor.fieldLabels()).slice(0, 4)).toEqual(['Credential', 'Resource', 'Operation', 'Campaign']);
	});

	test('offers both kinds of credentials in the one field, and goes on with the one that is chosen', async () => {
		await editor.openNode(workflow, NODES.add, 'resource-locator-campaignId');
		const chosen = world.credentials.kakiyoLinkedInAccountApi?.name ?? '';
		await editor.chooseCredential(chosen);
		expect(await editor.credential()).toBe(chosen);
		expect((await editor.fieldLabels()).slice(0, 4)).toEqual(['Credential', 'Resource', 'Operation', 'Campaign']);
		const [name = ''] = await campaignNames();
		await editor.openList('campaignId', name);
	});

	test('lists the campaigns of the account and searches them', async () => {
		const names = await campaignNames();
		const wanted = names.at(-1) ?? '';
		await editor.openNode(workflow, NODES.add, 'resource-locator-campaignId');
		await editor.openList('campaignId', names[0] ?? '');
		await editor.searchList(wanted);
		expect(await editor.takeFirst()).toContain(wanted);
	});
});
