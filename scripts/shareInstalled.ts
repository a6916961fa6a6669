import { existsSync } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { ROOT } from './repository';

/** Where npm installs for this repository. */
const INSTALLED = ['node_modules', 'demo/n8n/node_modules', 'scripts/node24/node_modules'];

/** Lends what npm has installed here to another repository of the same plan, so that nothing is fetched again. */
export async function shareInstalled(folder: string): Promise<void> {
	for (const path of INSTALLED) {
		const [installed, link] = [join(ROOT, path), join(folder, path)];
		if (!existsSync(installed) || existsSync(link)) continue;
		await mkdir(dirname(link), { recursive: true });
		await symlink(installed, link);
	}
}
