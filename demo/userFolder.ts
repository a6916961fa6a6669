import { join } from 'node:path';

/** The folder whose files workflows may read; also the working folder of n8n, so that a bare file name is enough. */
export function filesFolder(userFolder: string): string {
	return join(userFolder, 'files');
}
