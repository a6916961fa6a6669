import { describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

import { ROOT } from '../../../scripts/repository';
import { reading } from '../support/reading';
import { millisecondsOf } from '../support/busy';

/** A reader whose time grows with the square of a text's length needs minutes for it; all others need far less than the bound below. */
const LENGTH = 100_000;
const MOST_MILLISECONDS = 4_000;

const REPEATED = [
	' ',
	'\n',
	'\u2028',
	'\u200b',
	'0',
	'a',
	'é',
	'(',
	'[',
	'{{',
	'{{ ',
	'/',
	'\\"',
	'"',
	"'",
	',',
	'.',
	'@',
	'#',
	')',
	'1 ',
	'1,',
	'"a",',
	'a.',
	'hi, ',
	'%41',
];

const texts = REPEATED.flatMap((part, place) => {
	const long = part.repeat(LENGTH / part.length);
	const around = [`a${long}!`, `[${long}x`, `a@${long}@`, `1${long}.0x`];
	return [around[place % around.length] ?? long, long];
});

const VALUES = join(ROOT, 'nodes/shared/values');
const FILES = [
	...readdirSync(VALUES, { recursive: true, encoding: 'utf8' }).map((file) => join(VALUES, file)),
	...['address', 'slug', 'text'].map((name) => join(ROOT, `nodes/Kakiyo/profiles/${name}.ts`)),
].filter((file) => file.endsWith('.ts'));

/** Those that are handed no more than what another function has found to be short. */
const BOUNDED = ['spelledNumber', 'looksLikeDate', 'mayBeDate'];

/** All exports of a file that may be called with a text, for any purpose. */
async function functionsOf(file: string): Promise<Array<[name: string, call: (text: string) => unknown]>> {
	const exported: Record<string, unknown> = await import(file);
	return Object.entries(exported).flatMap(([name, each]) =>
		typeof each === 'function' && !BOUNDED.includes(name)
			? [[name, (text: string): unknown => each(text, reading({ templateOf: () => text }))]]
			: [],
	);
}

describe('a long text of characters that make patterns slow', () => {
	it.each(FILES.map((file) => [relative(ROOT, file), file]))(
		'is processed quickly by all exports of %s',
		async (_name, file) => {
			const slow = (await functionsOf(file)).flatMap(([name, call]) =>
				texts
					.filter((text) => millisecondsOf(call, text) > MOST_MILLISECONDS)
					.map((text) => `${name}: ${JSON.stringify(text.slice(0, 10))}`),
			);
			expect(slow).toEqual([]);
		},
		600_000,
	);
});
