import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import type { Names } from './names';

const FOLDER = join(__dirname, 'released');

/** What a release has of a node or a credential. */
export interface Released {
	/** Its version; {@link UNRELEASED} before the first one. */
	release: string;
	names: Names;
}

/** No saved workflow has these names yet. */
export const UNRELEASED = 'unreleased';

const fileOf = (type: string): string => join(FOLDER, `${type}.json`);

/** The names of the last release, by node and credential. */
export const releasedNames = (): Map<string, Released> =>
	new Map(
		(existsSync(FOLDER) ? readdirSync(FOLDER) : []).map((file): [string, Released] => [
			basename(file, '.json'),
			JSON.parse(readFileSync(join(FOLDER, file), 'utf8')),
		]),
	);

/** Takes the place of the last release's. */
export function writeReleasedNames(release: string, all: ReadonlyMap<string, Names>): void {
	rmSync(FOLDER, { recursive: true, force: true });
	mkdirSync(FOLDER, { recursive: true });
	for (const [type, names] of all) writeFileSync(fileOf(type), `${JSON.stringify({ release, names }, null, '\t')}\n`);
}
