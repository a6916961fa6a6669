import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { INode, INodeParameters, ResourceMapperValue } from 'n8n-workflow';
import { linkCredentials } from '../../../demo/workflows';
import { control } from '../control';
import { EditorPage } from '../editorPage';
import { world } from '../world';

const REQUIRED = ['First Name', 'Last Name', 'External Source', 'External Source ID'];

/** Needs no fields: fields that arrive late would move the part of the panel below them. */
const AUTOMATIC: ResourceMapperValue = {
	mappingMode: 'autoMapInputData',
	value: {},
	matchingColumns: [],
	schema: [],
	attemptToConvertTypes: false,
	convertFieldsToString: false,
};

describe('the Kayse node in the editor', () => {
	let editor: EditorPage;

	beforeAll(async () => {
		editor = await EditorPage.launch();
	});

	beforeEach(async () => await control('reset'));

	afterEach(async () => await editor.endTest('kayse'));

	afterAll(async () => await editor?.close());

	/** Opens a node that has nothing but these parameters. */
	const open = async (parameters: INodeParameters, awaited: string) => {
		const node: INode = {
			id: crypto.randomUUID(),
			name: 'Kayse',
			type: 'n8n-nodes-outreach-agents.kayse',
			typeVersion: 1,
			position: [0, 0],
			parameters,
			credentials: { kayseOutreachApi: { id: null, name: 'Kayse account' } },
		};
		const workflow = { name: 'Kayse', nodes: [node], connections: {}, settings: {} };
		await editor.openNode(linkCredentials(workflow, world.credentials), node.name, awaited);
	};

	test('maps the fields that Kayse announces, those it has added since too', async () => {
		await control('configureKayse', { extraFields: { clients: [{ name: 'preferred_language', type: 'string' }] } });
		await open({ resource: 'client', operation: 'create' }, 'parameter-input-first_name');
		const labels = await editor.fieldLabels();
		expect(labels.slice(0, 3)).toEqual(['Credential', 'Resource', 'Operation']);
		expect(
			labels.filter((label) => [...REQUIRED, 'Email', 'Mobile', 'City', 'Preferred Language'].includes(label)),
		).toEqual([...REQUIRED, 'Email', 'Mobile']);

		await editor.part('add-fields-select').getByRole('button').click();
		const offered = editor.page.getByRole('menuitem');
		await offered.filter({ hasText: 'Preferred Language' }).waitFor();
		expect(await offered.allInnerTexts()).toEqual(
			expect.arrayContaining(['City', 'Date of Birth', 'Preferred Language']),
		);
		await offered.filter({ hasText: 'Preferred Language' }).click();
		await editor.part('parameter-input-preferred_language').waitFor();
	});

	test('asks for a campaign only when a call is wanted, lists those of the account and searches them', async () => {
		const { campaigns } = await control('kayseState');
		const [first = '', wanted = ''] = campaigns.map(({ name }) => name);
		const automatic = { clientFields: AUTOMATIC, caseFields: AUTOMATIC };
		await open({ resource: 'lead', operation: 'intake', ...automatic }, 'parameter-input-scheduleCall');
		expect(await editor.fieldLabels()).not.toContain('Campaign');

		await editor.part('parameter-input-scheduleCall').click();
		await editor.openList('campaignId', first);
		await editor.searchList(wanted);
		expect(await editor.takeFirst()).toContain(wanted);
		const searches = (await control('log')).filter(
			({ route, query }) => route === '/campaigns' && Object(query).key === wanted,
		);
		expect(searches).not.toEqual([]);
	});

	test('asks for linked cases only when links are to be replaced', async () => {
		await open({ resource: 'client', operation: 'update' }, 'add-fields-select');
		expect(await editor.fieldLabels()).not.toContain('Case IDs');
		await editor.choose('clientUpdateLinks', 'Replace');
		await editor.part('parameter-input-caseIds').waitFor();
		expect(await editor.fieldLabels()).toContain('Case IDs');
		await editor.choose('clientUpdateLinks', 'Remove All');
		await editor.part('parameter-input-caseIds').waitFor({ state: 'detached' });
		expect(await editor.fieldLabels()).not.toContain('Case IDs');
	});
});
