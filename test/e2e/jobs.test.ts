import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Beginner } from './beginner';
import { control } from './control';
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

/** Calls of the sandbox are over at once, so that nobody waits for them. */
const SHORT_CALLS = { ringsAfterSeconds: 0, answersAfterSeconds: 0, endsAfterSeconds: 1 };

describe('a beginner in the editor, by mouse and keyboard', () => {
	let beginner: Beginner;

	beforeAll(async () => {
		beginner = await Beginner.atEditor();
	});

	beforeEach(async () => {
		await control('reset');
		beginner.forget();
	});

	afterEach(async () => await beginner.editor.screenshot('jobs'));

	afterAll(async () => await beginner?.editor.close());

	/** Prints the number, so that one sees how far it is from the target. */
	const expectClicks = (job: string, atMost: number) => {
		process.stderr.write(`  ${job}: ${beginner.clicksAndDrags} clicks and drags\n`);
		expect(beginner.clicksAndDrags).toBeLessThanOrEqual(atMost);
	};

	test('20 rows of an export get into a campaign with 10 clicks and drags, at the first try', async () => {
		await beginner.editor.openCanvas(await canvasWithRows(EXPORT));
		await beginner.addNextStep();
		await beginner.takeNode('linkedin', 'Kakiyo');
		await beginner.takeEntry('Add a prospect to a campaign');
		await beginner.chooseFromList('Campaign', 'Spring CFOs');
		const { columns, rows } = await beginner.executeStep();
		console.log(columns, rows);
		expectClicks('20 rows of an export into a campaign', 10);
	});

	test('three leads are phoned, and who said what is read, with 11 clicks and drags', async () => {
		await control('configureKaiCalls', SHORT_CALLS);
		await beginner.editor.openCanvas(await canvasWithRows(LEADS));
		await beginner.addNextStep();
		await beginner.takeNode('phone call', 'KaiCalls');
		await beginner.takeEntry('Place a call and wait for its outcome');
		await beginner.executePreviousNodes();
		await beginner.chooseFromList('Agent', 'Kai');
		await beginner.dragColumn('Phone', 'Phone Number');
		const { columns, rows } = await beginner.executeStep();
		console.log(columns, rows);
		expectClicks('three leads phoned and the outcome read', 11);
	});

	test('an agent gets a tool that phones, and it is tried out, with 8 clicks and drags', async () => {
		await beginner.editor.openCanvas(EMPTY_CANVAS);
		await beginner.addFirstStep();
		await beginner.takeNode('ai agent', 'AI Agent');
	});
});
