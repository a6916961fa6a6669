import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');

interface Packed {
	/** Paths within the package. */
	files: string[];
	/** Size of the tarball. */
	bytes: number;
}

/**
 * The package as it would be published, unpacked into a folder.
 * @param folder gets the tarball and a folder `package`
 */
export function unpackInto(folder: string): Packed {
	if (!existsSync(join(root, 'dist'))) throw new Error('Build first: npm run build');
	mkdirSync(folder, { recursive: true });
	const [packed] = JSON.parse(
		execFileSync('npm', ['pack', '--json', '--silent', '--pack-destination', folder], { cwd: root, encoding: 'utf8' }),
	) as Array<{ filename: string; size: number; files: Array<{ path: string }> }>;
	execFileSync('tar', ['-xzf', join(folder, packed?.filename ?? ''), '-C', folder]);
	return { files: (packed?.files ?? []).map(({ path }) => path), bytes: packed?.size ?? Number.NaN };
}
