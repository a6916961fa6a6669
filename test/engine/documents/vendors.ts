import type { INodeType } from 'n8n-workflow';

import { VENDORS } from '../../support/vendors';

/** The nodes with operations, by the names of their pages in docs/vendors. */
export const NODES = VENDORS.map(({ page, node }): [page: string, create: () => INodeType] => [page, node]);
