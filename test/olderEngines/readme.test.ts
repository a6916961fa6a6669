import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

import { ROOT } from '../../scripts/repository';
import { OLDER_ENGINES } from './versions';

test.each(OLDER_ENGINES)('README says that n8n $n8n is tested', ({ n8n }) => {
	expect(readFileSync(join(ROOT, 'README.md'), 'utf8')).toContain(`\n| ${n8n} | `);
});
