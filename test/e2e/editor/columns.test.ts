import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import type { WorkflowFile } from '../../../demo/workflows';
import { EditorPage } from '../editorPage';

const NEXT = 'Next Node';

const TYPES = { KaiCalls: 'kaiCalls', KAIRO: 'kairo', Kakiyo: 'kakiyo', Kayse: 'kayse' };

/** A node that has not run, and a node behind it that could use its output. */
function workflowOf(vendor: keyof typeof TYPES, parameters: INodeParameters): WorkflowFile {
	const steps = [
		{ name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} },
		{ name: vendor, type: `n8n-nodes-outreach-agents.${TYPES[vendor]}`, typeVersion: 1, parameters },
		{ name: NEXT, type: 'n8n-nodes-base.set', typeVersion: 3.4, parameters: {} },
	];
	const to = (node: string) => ({ main: [[{ node, type: 'main' as const, index: 0 }]] });
	return {
		name: 'Columns',
		nodes: steps.map((step, place) => ({ ...step, id: crypto.randomUUID(), position: [place * 220, 0] })),
		connections: { Start: to(vendor), [vendor]: to(NEXT) },
		settings: {},
	};
}

describe('before anything ran, the next node is offered the columns of', () => {
	let editor: EditorPage;

	beforeAll(async () => {
		editor = await EditorPage.launch();
	});

	afterEach(async () => await editor.endTest('columns'));

	afterAll(async () => await editor?.close());

	test.each([
		['Kakiyo', { resource: 'prospect', operation: 'add' }, ['importStatus', 'name', 'url', 'listId', 'campaignId']],
		['KaiCalls', { resource: 'call', operation: 'createAndWait' }, ['to', 'outcome', 'summary', 'recording_url']],
		['Kayse', { resource: 'client', operation: 'get' }, ['first_name', 'last_name', 'mobile', 'email', 'id']],
		['KAIRO', { resource: 'workflow', operation: 'getRun' }, ['status', 'output', 'id']],
	] as const)('%s', async (vendor, parameters, columns) => {
		await editor.openNode(workflowOf(vendor, parameters), NEXT, 'run-data-schema-item');
		const shown = await editor.part('run-data-schema-item').allInnerTexts();
		expect(shown.map((text) => text.trim().split('\n')[0])).toEqual(expect.arrayContaining([...columns]));
	});
});
