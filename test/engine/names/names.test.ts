import { describe, expect, it } from '@jest/globals';

import { everyOne } from '../../support/everyOne';
import { goneNames, namesOfPackage } from './names';
import { UNRELEASED, releasedNames, writeReleasedNames } from './released';

/** What to do about a name that is gone. */
const remedy = (release: string): string =>
	release === UNRELEASED
		? 'Nobody has these names yet: `npm run names` takes down the new ones'
		: `Workflows that were saved with version ${release} break without them. Give them back, hidden if need be. Only a new major version may leave them out: then delete their lines in test/engine/names/released`;

it('a saved workflow finds all nodes, credentials, fields, options and columns that it names', async () => {
	const all = await namesOfPackage();
	if (process.env.WRITE_NAMES) writeReleasedNames(process.env.WRITE_NAMES, all);
	const gone = everyOne(releasedNames()).flatMap(([type, { release, names }]) => {
		const ofType = goneNames(names, all.get(type) ?? {}).map((name) => `${type}, ${name}`);
		return ofType.length > 0 ? [...ofType, remedy(release)] : [];
	});
	expect(gone).toEqual([]);
});

describe('names that are gone', () => {
	const names = { versions: ['1'], everywhere: ['options', 'options.wait'], 'call > create': ['to', 'to=list'] };

	it('are those of fields, options and versions, with their place', () => {
		const now = { versions: ['2'], everywhere: ['options'], 'call > create': ['to'] };
		expect(goneNames(names, now)).toEqual(['versions: 1', 'everywhere: options.wait', 'call > create: to=list']);
	});

	it('are all those of an operation that is gone', () => {
		expect(goneNames(names, { versions: ['1'], everywhere: ['options', 'options.wait'] })).toEqual([
			'call > create: to',
			'call > create: to=list',
		]);
	});

	it('are not new names, nor a field that is now for all operations', () => {
		const now = { versions: ['1', '2'], everywhere: ['options', 'options.wait', 'to', 'to=list', 'new'] };
		expect(goneNames(names, now)).toEqual([]);
	});
});
