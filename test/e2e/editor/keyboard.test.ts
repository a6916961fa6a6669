import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';
import { control } from '../control';
import { EditorPage } from '../editorPage';
import { world } from '../world';
import { KeyboardUser } from './keyboardUser';
import { EMPTY_CANVAS, inARow, writeRows } from './rowsOnCanvas';

const STEP = 'My own step';

const PEOPLE = ['Ada Byron', 'Grace Murray'].map((name) => ({
	Name: name,
	'LinkedIn URL': `https://www.linkedin.com/in/${name.toLowerCase().replace(' ', '-')}`,
}));

/** Stands above the mapped fields, and takes nothing itself. */
const HEADING = 'Fields';

/** A panel, and what a person does in it. */
interface Panel {
	type: string;
	credential: string;
	parameters: INodeParameters;
	/** The operation to change to. */
	operation: string;
	/** The field with a "From list" that this operation has. */
	list?: string;
}

const PANELS: Array<[vendor: string, panel: Panel]> = [
	[
		'Kakiyo',
		{
			type: 'kakiyo',
			credential: 'kakiyoOutreachApi',
			parameters: { resource: 'prospect', operation: 'add' },
			operation: 'Import From Sales Navigator',
			list: 'Campaign',
		},
	],
	[
		'KaiCalls',
		{
			type: 'kaiCalls',
			credential: 'kaiCallsOutreachApi',
			parameters: { resource: 'call', operation: 'createAndWait' },
			operation: 'Create',
			list: 'Agent',
		},
	],
	[
		'Kayse',
		{
			type: 'kayse',
			credential: 'kayseOutreachApi',
			parameters: { resource: 'client', operation: 'create' },
			operation: 'Delete',
		},
	],
	[
		'KAIRO',
		{
			type: 'kairo',
			credential: 'kairoOutreachApi',
			parameters: { resource: 'agent', operation: 'run' },
			operation: 'Delete',
			list: 'Agent',
		},
	],
];

describe('a person without a mouse, in the editor', () => {
	let editor: EditorPage;
	let user: KeyboardUser;

	beforeAll(async () => {
		editor = await EditorPage.launch();
		user = new KeyboardUser(editor);
	});

	beforeEach(async () => await control('reset'));

	afterEach(async () => await editor.endTest('keyboard'));

	afterAll(async () => await editor?.close());

	test('builds a job from an empty canvas, finds the campaign in its list, executes and has a result for each row', async () => {
		const file = await writeRows(PEOPLE);
		await user.openCanvas(EMPTY_CANVAS);
		await user.addStep('manual', 'Manual Trigger');
		await user.addStep('files from disk', 'Read/Write Files from Disk');
		await user.takeAction('Read File(s) From Disk', 'read');
		await user.goToField('File(s) Selector');
		await user.type(file);
		await user.closePanel();
		await user.addStep('extract from file', 'Extract from File');
		await user.takeAction('Extract from CSV', 'csv');
		await user.closePanel();
		await user.addStep('kakiyo', 'Kakiyo');
		await user.takeAction('Add a prospect to a campaign');
		await user.chooseFromList('Campaign', 'Spring CFOs');
		await user.executeStep();

		const { columns, rows } = await editor.output();
		expect(columns.slice(0, 2)).toEqual(['importStatus', 'name']);
		expect(rows.map((row) => row.slice(0, 2))).toEqual(PEOPLE.map(({ Name }) => ['accepted', Name]));
	});

	test.each(PANELS)(
		'comes to every field of a panel, changes the operation and adds an option: %s',
		async (_vendor, { type, credential, parameters, operation, list }) => {
			const known = world.credentials[credential];
			if (!known) throw new Error(`There is no credential ${credential}`);
			const credentials = { [credential]: known };
			const step = { name: STEP, type: `n8n-nodes-outreach-agents.${type}`, parameters, credentials };
			await user.openNode(inARow([step]), STEP, 'parameter-input-operation');
			const visited = await user.visitFields();
			expect(visited).toEqual((await editor.visibleFieldLabels()).filter((label) => label !== HEADING));

			await user.choose('Operation', operation);
			if (list !== undefined) await user.chooseFromList(list);
			await user.addOption('Dry Run');
			expect(await editor.visibleFieldLabels()).toContain('Dry Run');
		},
	);
});
