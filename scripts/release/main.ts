import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import packageJson from '../../package.json';
import { runJest } from '../jest';
import { npm } from '../npm.mjs';
import { CACHE, ROOT } from '../repository';
import { npmScript, runSteps, type Step } from '../steps';
import { againstChangelog, releasedIn } from './changelog';
import { againstVersion } from './version';
import { againstWorkingTree } from './workingTree';

const CHANGELOG = join(ROOT, 'CHANGELOG.md');

/** Where the tarball goes. */
const FOLDER = join(CACHE, 'release');

const inNpm = (name: string, ...args: string[]): Step => ({ name, run: async () => await npm(ROOT, args) });

const packed: string[] = ['pack', '--silent', '--pack-destination', FOLDER];

/** Makes the release from the checked parts. */
const preparing = (version: string): Step[] => [
	inNpm('version', 'version', version, '--no-git-tag-version', '--allow-same-version'),
	{
		name: 'changelog',
		run: async () => {
			const today = new Date().toISOString().slice(0, 10);
			writeFileSync(CHANGELOG, releasedIn(readFileSync(CHANGELOG, 'utf8'), version, today));
			return 0;
		},
	},
	{
		name: 'names',
		run: async () =>
			await runJest(['--selectProjects', 'engine', '--testPathPatterns', 'engine/names/'], { WRITE_NAMES: version }),
	},
	npmScript('build'),
	inNpm('tarball', ...packed),
];

/** Changes nothing in the repository, and does not run `npm test`, which contains it. */
const rehearsing: Step[] = [npmScript('build'), inNpm('tarball', ...packed)];

const next = (version: string): string =>
	`Look at what has changed (git diff), then commit, tag and push it. GitHub publishes what has the tag:
  git commit --all --message "Release ${version}" && git tag v${version} && git push --atomic origin HEAD v${version}`;

/** What `npm run release -- <version>` does: version, changelog, list of names and tarball of a release; nothing leaves the machine. */
async function main(): Promise<number> {
	const args = process.argv.slice(2);
	const isRehearsal = args.includes('--dry-run');
	const [version = ''] = args.filter((arg) => arg !== '--dry-run');
	const unfit = againstVersion(version, packageJson.version);
	const against =
		unfit.length > 0 ? unfit : [...againstWorkingTree(version), ...againstChangelog(readFileSync(CHANGELOG, 'utf8'))];
	if (against.length > 0) {
		console.error(`No release:\n${against.join('\n')}`);
		return 1;
	}
	mkdirSync(FOLDER, { recursive: true });
	const code = await runSteps(isRehearsal ? rehearsing : [npmScript('test'), ...preparing(version)]);
	if (code !== 0) console.error('No release: the step above failed');
	else console.log(isRehearsal ? `${version} can be released. Nothing was changed` : next(version));
	return code;
}

main().then((code) => process.exit(code));
