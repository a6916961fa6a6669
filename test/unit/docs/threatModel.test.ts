import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from '@jest/globals';
import { everyOne } from '../../support/everyOne';

const ROOT = join(__dirname, '../../..');

const model = readFileSync(join(ROOT, 'docs/threat-model.md'), 'utf8');

/** A file of tests, and the names that follow it up to the next file. */
const NAMED = /`(test\/[^`]+)`((?: › |; |\*[^*|]+\*)*)/g;

it('the threat model names existing tests and files', () => {
	const named = [...model.matchAll(NAMED)].map(([, file = '', names = '']) => ({
		code: readFileSync(join(ROOT, file), 'utf8'),
		file,
		names: [...names.matchAll(/\*([^*]+)\*/g)].map(([, name = '']) => name),
	}));
	expect(named.length).toBeGreaterThan(5);
	const tests = named.flatMap(({ names, ...one }) => names.map((name) => ({ ...one, name })));
	for (const { file, name, code } of everyOne(tests))
		expect({ file, name, code }).toMatchObject({ file, name, code: expect.stringContaining(name) });
	for (const [, file = ''] of everyOne(model.matchAll(/`((?:nodes|credentials)\/[^`]+)`/g)))
		expect({ file, exists: existsSync(join(ROOT, file)) }).toEqual({ file, exists: true });
});
