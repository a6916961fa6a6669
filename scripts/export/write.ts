import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';

import { ROOT } from '../repository';
import type { Vendor } from './vendors';

/** Files of an earlier export that stay: its history, and its installed packages. */
const KEPT = new Set(['.git', 'node_modules']);

/** @throws Error when the folder has other files, which would be lost */
async function emptied(folder: string, { packageName }: Vendor): Promise<void> {
	await mkdir(folder, { recursive: true });
	const present = (await readdir(folder)).filter((name) => !KEPT.has(name));
	const manifest = join(folder, 'package.json');
	const isEarlier = existsSync(manifest) && JSON.parse(await readFile(manifest, 'utf8')).name === packageName;
	if (present.length > 0 && !isEarlier)
		throw new Error(`${folder} is neither empty nor an earlier export of ${packageName}. Choose another folder`);
	for (const name of present) await rm(join(folder, name), { recursive: true });
}

/** Code with removed parts, formatted by Prettier. */
async function formatted(path: string, text: string): Promise<string> {
	const original = join(ROOT, path);
	const isChanged = path.endsWith('.ts') && !(existsSync(original) && (await readFile(original, 'utf8')) === text);
	return isChanged ? await format(text, { ...(await resolveConfig(original)), filepath: original }) : text;
}

/** Writes the files of an export; one that n8n or a shell starts stays executable. */
export async function writeExport(vendor: Vendor, files: ReadonlyMap<string, string>, folder: string): Promise<void> {
	await emptied(folder, vendor);
	for (const [path, text] of files) {
		const target = join(folder, path);
		await mkdir(dirname(target), { recursive: true });
		await writeFile(target, await formatted(path, text));
		const original = join(ROOT, path);
		if (existsSync(original)) await chmod(target, (await stat(original)).mode);
	}
}
