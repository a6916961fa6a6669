import { join } from 'node:path';

import { CACHE } from '../../scripts/repository';

/**
 * Real n8ns in which the packed pack is tried, beside the one that all other tests use: the one before it, the oldest n8n 2, the
 * last n8n 1, and the oldest n8n that README names.
 */
export const VERSIONS: readonly string[] = ['2.40.7', '2.0.3', '1.123.81', '1.121.3'];

/** Where an n8n is installed. */
export const homeOf = (version: string): string => join(CACHE, 'n8n', version);
