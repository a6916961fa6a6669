import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from '@jest/globals';

import packageJson from '../../package.json';
import { everyOne } from '../support/everyOne';

it.each(['README.md', 'CONTRIBUTING.md', 'docs/install.md', 'compose.yaml'])(
	'%s names commands that there are',
	(page) => {
		const text = readFileSync(join(__dirname, '../..', page), 'utf8');
		const names = [...text.matchAll(/\bnpm (?:run ([\w:]+)|(start|test)\b)/g)].map(([, run, own]) => run ?? own);
		for (const name of everyOne(names)) expect(Object.keys(packageJson.scripts)).toContain(name);
	},
);
