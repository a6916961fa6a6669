import { existsSync } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { ROOT } from './repository';

/** npm's folders in this repository. */
const INSTALLED = ['node_modules', 'demo/n8n/node_modules', 'scripts/node24/node_modules'];

/** Links the installed packages into another repository with the same layout, so that nothing is downloaded again. */
export async function shareInstalled(folder: string): Promise<void> {
	for (const path of INSTALLED) {
		const [installed, link] = [join(ROOT, path), join(folder, path)];
		if (!existsSync(installed) || existsSync(link)) continue;
		await mkdir(dirname(link), { recursive: true });
		await symlink(installed, link);
	}
}
