/** Where the changes of the next release are collected (https://keepachangelog.com/en/1.1.0). */
const UNRELEASED = '## [Unreleased]\n';

interface Parts {
	/** The text up to and including the heading of unreleased changes. */
	before: string;
	/** The unreleased changes. */
	changes: string;
	/** The releases. */
	after: string;
}

function partsOf(changelog: string): Parts | undefined {
	const heading = changelog.indexOf(UNRELEASED);
	if (heading < 0) return undefined;
	const start = heading + UNRELEASED.length;
	const next = changelog.indexOf('\n## ', start - 1);
	const end = next < 0 ? changelog.length : next + 1;
	return {
		before: changelog.slice(0, start),
		changes: changelog.slice(start, end).trim(),
		after: changelog.slice(end),
	};
}

/** What speaks against a release of what the changelog says. */
export function againstChangelog(changelog: string): string[] {
	const parts = partsOf(changelog);
	if (!parts) return [`CHANGELOG.md has no heading "${UNRELEASED.trim()}"`];
	const isSaid = parts.changes.split('\n').some((line) => line.trim() !== '' && !line.startsWith('#'));
	return isSaid ? [] : [`CHANGELOG.md says nothing under "${UNRELEASED.trim()}": write down what users will see`];
}

/** The changelog with its unreleased changes as a release. @param date as in 2026-11-28 */
export function releasedIn(changelog: string, version: string, date: string): string {
	const { before, changes, after } = partsOf(changelog) ?? { before: changelog, changes: '', after: '' };
	return [before, `## [${version}] - ${date}\n`, `${changes}\n`, ...(after ? [after] : [])].join('\n');
}
