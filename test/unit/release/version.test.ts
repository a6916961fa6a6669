import { describe, expect, it } from '@jest/globals';

import { againstVersion } from '../../../scripts/release/version';

describe('a version', () => {
	it.each(['0.1.0', '0.1.1', '0.2.0', '0.10.0', '1.0.0'])(
		'%s may follow 0.1.0, or equal it before its release',
		(version) => {
			expect(againstVersion(version, '0.1.0')).toEqual([]);
		},
	);

	it.each(['0.0.9', '0.1.9', '0.2.0'])('%s is before 0.2.1', (version) => {
		expect(againstVersion(version, '0.2.1')).toEqual([expect.stringContaining('is before 0.2.1')]);
	});

	it.each([undefined, '', 'v1.2.3', '1.2', '1.2.3-beta.1', '01.2.3', 'patch'])('%p is invalid', (version) => {
		expect(againstVersion(version, '0.1.0')).toEqual([expect.stringContaining('is no version such as 1.2.3')]);
	});
});
