import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import * as earlierTry from '../../../nodes/shared/run/earlierTry';
import { SEND_AGAIN_LABEL } from '../../../nodes/shared/run/nodeOptions';

const PAGE = readFileSync(join(__dirname, '../../../docs/crashes.md'), 'utf8');

const FAILURES = Object.values(earlierTry).map((made) => (typeof made === 'function' ? made('The vendor') : made));

describe('docs/crashes.md', () => {
	it('quotes each message about an earlier try, with its kind', () => {
		const rows = FAILURES.map(({ message, kind }) => `| "${message}" (\`${kind}\`) |`);
		expect(rows.length).toBeGreaterThan(5);
		expect(rows.filter((row) => !PAGE.includes(row))).toEqual([]);
	});

	it('names the option that sends again', () => {
		expect(PAGE).toContain(`*Options > ${SEND_AGAIN_LABEL}*`);
	});
});
