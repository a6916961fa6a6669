import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Beginner } from './beginner';
import { control } from '../control';
import { canvasWithRows, EMPTY_CANVAS } from './rowsOnCanvas';

/** Twenty people as another program exports them. */
const EXPORT = Array.from({ length: 20 }, (_, row) => ({
	'Full Name': `Test Person ${row}`,
	'LinkedIn URL': `https://www.linkedin.com/in/test-person-${row}`,
	Company: `Company ${row}`,
}));

const LEADS = [
	{ Name: 'Jane Doe', Phone: '+12025550111', Interest: 'a will' },
	{ Name: 'Joe Bloggs', Phone: '+12025550112', Interest: 'a trust' },
	{ Name: 'Jim Beam', Phone: '+12025550199', Interest: 'a contract' },
];

/** A lead as the form of a web site hands it over. */
const LEAD = {
	'First Name': 'Jane',
	'Last Name': 'Doe',
	Phone: '+12025550111',
	Email: 'jane@example.com',
	'Kind of Case': 'civil',
	'Lead ID': 'L-4711',
};

/** Calls of the sandbox end at once, so that no test waits for them. */
const SHORT_CALLS = { ringsAfterSeconds: 0, answersAfterSeconds: 0, endsAfterSeconds: 1 };

/** What n8n calls the arguments of a tool in the dialog where a person plays the model. */
const CALL_BY_MODEL = { agent_id: 'Kai', to: '+12025550111', name: 'Jane Doe', context: 'She asked for a will' };

describe('a beginner in the editor, by mouse and keyboard', () => {
	let beginner: Beginner;

	beforeAll(async () => {
		beginner = await Beginner.atEditor();
	});

	beforeEach(async () => {
		await control('reset');
		beginner.startCounting();
	});

	afterEach(async () => await beginner.editor.endTest('jobs'));

	afterAll(async () => await beginner?.editor.close());

	/** Prints the number, so that one sees how far it is from the most that it may be. */
	const expectClicksAndDrags = (most: number) => {
		process.stderr.write(`  ${beginner.clicksAndDrags} clicks and drags, of ${most} at most\n`);
		expect(beginner.clicksAndDrags).toBeLessThanOrEqual(most);
	};

	test('20 rows of an export are in a campaign at the first try, with 10 clicks and drags at most', async () => {
		await beginner.editor.openCanvas(await canvasWithRows(EXPORT));
		await beginner.addNextStep();
		await beginner.takeNode('linkedin', 'Kakiyo');
		await beginner.takeAction('Add a prospect to a campaign');
		await beginner.chooseFromList('Campaign', 'Spring CFOs');
		await beginner.executeStep();

		const { columns, rows } = await beginner.output();
		expect(columns.slice(0, 2)).toEqual(['importStatus', 'name']);
		expect(rows.map((row) => row.slice(0, 2))).toEqual(EXPORT.map((person) => ['accepted', person['Full Name']]));
		expect(Object.values(await control('prospectsAdded')).map((added) => Object.keys(added).length)).toEqual([
			EXPORT.length,
		]);
		expectClicksAndDrags(10);
	});

	test('three leads are phoned, and who was reached is read, with 11 clicks and drags at most', async () => {
		await control('configureKaiCalls', SHORT_CALLS);
		await beginner.editor.openCanvas(await canvasWithRows(LEADS));
		await beginner.addNextStep();
		await beginner.takeNode('phone call', 'KaiCalls');
		await beginner.takeAction('Place a call and wait for its outcome');
		await beginner.executePreviousNodes();
		await beginner.chooseFromList('Agent', 'Kai');
		await beginner.dragColumn('Phone', 'Phone Number');
		await beginner.dragColumn('Name', 'Name');
		await beginner.dragColumn('Interest', 'Context');
		await beginner.executeStep();

		const { columns, rows } = await beginner.output();
		expect(columns.slice(0, 3)).toEqual(['name', 'to', 'outcome']);
		expect(rows.map((row) => row.slice(0, 3))).toEqual([
			['Jane Doe', '+12025550111', 'talked'],
			['Joe Bloggs', '+12025550112', 'talked'],
			['Jim Beam', '+12025550199', 'noAnswer'],
		]);
		expect(await control('callsPlaced')).toEqual(Object.fromEntries(LEADS.map(({ Phone }) => [Phone, 1])));
		expectClicksAndDrags(11);
	});

	test('a lead is taken in with Kayse, with 15 clicks and drags at most', async () => {
		await beginner.editor.openCanvas(await canvasWithRows([LEAD]));
		await beginner.addNextStep();
		await beginner.takeNode('law firm', 'Kayse');
		await beginner.takeAction('Take in a lead, call it if chosen');
		await beginner.executePreviousNodes();
		await beginner.dragColumn('First Name', 'First Name');
		await beginner.dragColumn('Last Name', 'Last Name');
		await beginner.fillIn('External Source', 'other');
		await beginner.dragColumn('Lead ID', 'External Source ID');
		await beginner.dragColumn('Email', 'Email');
		await beginner.dragColumn('Phone', 'Mobile');
		await beginner.dragColumn('Lead ID', 'Case Number');
		await beginner.fillIn('Status', 'active');
		await beginner.dragColumn('Kind of Case', 'Type');
		await beginner.executeStep();

		const { rows } = await beginner.output();
		expect(rows.flat()).toEqual(['Jane Doe', expect.stringContaining('created')]);
		const { clients, cases } = await control('kayseState');
		const source = { external_source: 'other', external_source_id: 'L-4711' };
		const person = { first_name: 'Jane', last_name: 'Doe', email: 'jane@example.com', mobile: '+12025550111' };
		expect(clients.at(-1)).toMatchObject({ ...source, ...person, case_ids: [cases.at(-1)?.id] });
		expect(cases.at(-1)).toMatchObject({ ...source, case_number: 'L-4711', status: 'active', type: 'civil' });
		expectClicksAndDrags(15);
	});

	test('a LinkedIn reply arrives as a test event, by the advice of the panel alone', async () => {
		await beginner.editor.openCanvas(EMPTY_CANVAS);
		await beginner.addFirstStep();
		await beginner.takeNode('linkedin reply', 'Kakiyo');
		await beginner.takeAction('On prospect replied');
		expect(await beginner.readPanel()).toContain(
			'Click Execute step. Then open a workflow in a second tab, add a Kakiyo node with Webhook > Send Test, choose the event there and execute it. The event arrives here.',
		);
		await beginner.executeStep();
		await beginner.waitUntilListening();

		const sender = await beginner.inAnotherTab();
		await sender.editor.openCanvas(EMPTY_CANVAS);
		await sender.addFirstStep();
		await sender.takeNode('kakiyo', 'Kakiyo');
		await sender.unfold('Actions');
		await sender.takeAction('Send a test event to webhooks');
		await sender.chooseFromList('Event', 'LinkedIn Message Received');
		await sender.executeStep();
		await sender.output();
		await sender.closeTab();

		const { columns, rows } = await beginner.output();
		expect(columns[0]).toBe('message');
		expect(rows).toHaveLength(1);
		expect(rows[0]?.[0]).not.toBe('');
		expectClicksAndDrags(13);
	});

	test('an agent gets a tool that phones, which is tried at once, with 8 clicks and drags at most', async () => {
		await beginner.editor.openCanvas(EMPTY_CANVAS);
		await beginner.addFirstStep();
		await beginner.takeNode('ai agent', 'AI Agent');
		await beginner.addTool();
		await beginner.takeNode('phone call', 'KaiCalls Tool');
		await beginner.executeStep();
		await beginner.playModel(CALL_BY_MODEL);

		const { rows } = await beginner.output();
		expect(rows.flat().join()).toMatch(/status:queued[^]*to:\+12025550111[^]*name:Jane Doe/);
		expect(await control('callsPlaced')).toEqual({ [CALL_BY_MODEL.to]: 1 });
		expectClicksAndDrags(8);
	});
});
