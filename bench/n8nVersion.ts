import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { N8N_SCRIPT } from '../demo/install';

/** The version of the n8n that is measured. */
export async function n8nVersion(): Promise<string> {
	const manifest = await readFile(join(dirname(N8N_SCRIPT), '..', 'package.json'), 'utf8');
	return z.object({ version: z.string() }).parse(JSON.parse(manifest)).version;
}
