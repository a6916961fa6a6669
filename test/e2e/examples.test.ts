import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

import { EXAMPLES } from '../../demo/workflows';

test('every example workflow is run by one of these tests', async () => {
	const files = (await readdir(__dirname)).filter((file) => file.endsWith('.ts'));
	const texts = await Promise.all(files.map(async (file) => await readFile(join(__dirname, file), 'utf8')));
	expect(EXAMPLES.filter((name) => !texts.some((text) => text.includes(`'${name}'`)))).toEqual([]);
});
