import { describe, expect, it } from '@jest/globals';

import { againstChangelog, releasedIn } from '../../../scripts/release/changelog';

const changelog = (unreleased: string) => `# Changelog

All that users see.

## [Unreleased]
${unreleased}
## [1.0.0] - 2026-01-31

### Added

- The first version.
`;

const CHANGES = '\n### Fixed\n\n- A date of the past.\n';

describe('the changelog of a release', () => {
	it('has the unreleased changes under the version and its date, and an empty heading for the next ones', () => {
		const released = releasedIn(changelog(CHANGES), '1.0.1', '2026-11-28');
		expect(released).toBe(changelog(`\n## [1.0.1] - 2026-11-28\n${CHANGES}`));
		expect(againstChangelog(released)).toEqual([expect.stringContaining('write down what users will see')]);
	});

	it('may be the first one', () => {
		expect(releasedIn('# Changelog\n\n## [Unreleased]\n\n- All.\n', '0.1.0', '2026-11-28')).toBe(
			'# Changelog\n\n## [Unreleased]\n\n## [0.1.0] - 2026-11-28\n\n- All.\n',
		);
	});

	it('is refused if it is empty, or has only headings', () => {
		expect(againstChangelog(changelog(CHANGES))).toEqual([]);
		for (const nothing of ['', '\n', '\n### Added\n'])
			expect(againstChangelog(changelog(nothing))).toEqual([expect.stringContaining('[Unreleased]')]);
		expect(againstChangelog('# Changelog\n')).toEqual(['CHANGELOG.md has no heading "## [Unreleased]"']);
	});
});
