import { describe, it } from '@jest/globals';

import { expectTable } from '../../support/pageTable';
import { VENDORS } from '../../support/vendors';
import { proseOf } from '../../support/vendorPage';
import { operationsOf, operationsTable } from './operationsTable';

describe('the table of operations', () => {
	it.each(VENDORS)('of $name is present in its page in docs; `npm run docs` writes it', (vendor) => {
		const { node, folder, page } = vendor;
		expectTable(`docs/${page}.md`, operationsTable(operationsOf(node(), folder), proseOf(page)));
	});
});
