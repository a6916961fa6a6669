import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { beforeEach, describe, expect, test } from '@jest/globals';

import { N8nClient } from '../../demo/client';
import { chooseSource, firstSource } from '../../demo/kairoSource';
import { filesFolder } from '../../demo/userFolder';
import { copyExampleData } from '../../demo/workflows';
import { control } from './control';
import { Example } from './example';
import { outputOf } from './execution';
import { world } from './world';

describe('the example workflow "Documents to KAIRO"', () => {
	beforeEach(async () => {
		await control('reset');
		await copyExampleData(world.userFolder);
	});

	test('passes on each text once, and a changed file again; the question finds it', async () => {
		const client = await N8nClient.login(world.n8nUrl);
		const source = await firstSource(world.sandbox.kairo);
		const example = await Example.import(client, 'documents-to-kairo', {}, (workflow) =>
			chooseSource(workflow, source),
		);
		const hour = async () =>
			outputOf(await example.run('Every Hour'), 'Documents Ingested').map(({ json }) => json.title);

		expect((await hour()).sort()).toEqual(['handbook-office-hours.md', 'handbook-refunds.md']);
		expect(await hour()).toEqual([]);
		await writeFile(join(filesFolder(world.userFolder), 'handbook-refunds.md'), 'A refund may take three days now.');
		await control('fail', {
			vendor: 'kairo',
			method: 'POST',
			path: '/context/sources/*/documents',
			kind: 'status',
			status: 400,
		});
		const refused = await example.run('Every Hour');
		expect(outputOf(refused, 'Documents Not Ingested')).toHaveLength(1);

		await writeFile(join(filesFolder(world.userFolder), 'handbook-refunds.md'), 'A refund may take two days now.');
		expect(await hour()).toEqual(['handbook-refunds.md']);
		const found = outputOf(await example.run('When Clicking Execute'), 'Ask a Question').map(({ json }) =>
			JSON.stringify(json),
		);
		expect(found.join()).toContain('A refund may take two days now.');
	});
});
