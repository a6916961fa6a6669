import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

import { ROOT } from '../../scripts/repository';
import { VERSIONS } from './versions';

test.each(VERSIONS)('README says that n8n %s is tested', (version) => {
	expect(readFileSync(join(ROOT, 'README.md'), 'utf8')).toContain(`\n| ${version} | `);
});
