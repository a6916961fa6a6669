import { execFileSync } from 'node:child_process';

import { ROOT } from '../repository';

const git = (...args: string[]): string => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim();

/** What speaks against a release from this working tree. */
export function againstWorkingTree(version: string): string[] {
	const changed = git('status', '--porcelain');
	const tag = git('tag', '--list', `v${version}`);
	return [
		...(changed === '' ? [] : [`There are changes that are not committed:\n${changed}`]),
		...(tag === '' ? [] : [`The tag ${tag} exists: choose another version`]),
	];
}
