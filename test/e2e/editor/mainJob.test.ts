import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { control } from '../control';
import { Beginner } from './beginner';
import { EMPTY_CANVAS, writeRows } from './rowsOnCanvas';

const PEOPLE = ['Ada Byron', 'Grace Murray', 'Alan Mathison'].map((name) => ({
	Name: name,
	'LinkedIn URL': `https://www.linkedin.com/in/${name.toLowerCase().replace(' ', '-')}`,
}));

describe.each(['light', 'dark'] as const)(
	'from an empty canvas, by mouse and keyboard, in the %s editor',
	(colorScheme) => {
		let beginner: Beginner;

		beforeAll(async () => {
			beginner = await Beginner.atEditor({ colorScheme });
		});

		beforeEach(async () => await control('reset'));

		afterEach(async () => await beginner.editor.endTest(`main-job-${colorScheme}`));

		afterAll(async () => await beginner?.editor.close());

		test('people of a file are added to a campaign that is searched in the list, and each row has its result', async () => {
			await beginner.editor.openCanvas(EMPTY_CANVAS);
			await beginner.addFirstStep();
			await beginner.takeNode('manual', 'Manual Trigger');
			await beginner.addNextStep();
			await beginner.takeNode('files from disk', 'Read/Write Files from Disk');
			await beginner.takeAction('Read File(s) From Disk');
			await beginner.fillIn('File(s) Selector', await writeRows(PEOPLE));
			await beginner.closePanel();
			await beginner.addNextStep();
			await beginner.takeNode('extract from file', 'Extract from File');
			await beginner.takeAction('Extract from CSV');
			await beginner.closePanel();
			await beginner.addNextStep();
			await beginner.takeNode('linkedin', 'Kakiyo');
			await beginner.takeAction('Add a prospect to a campaign');
			await beginner.searchInList('Campaign', 'spring', 'Spring CFOs');
			await beginner.executeStep();

			const { columns, rows } = await beginner.output();
			expect(columns.slice(0, 2)).toEqual(['importStatus', 'name']);
			expect(rows.map((row) => row.slice(0, 2))).toEqual(PEOPLE.map(({ Name }) => ['accepted', Name]));
			expect(await beginner.editor.isDark()).toBe(colorScheme === 'dark');
		});
	},
);
