import { join } from 'node:path';

import type { ICredentialType, INodeType } from 'n8n-workflow';

const ROOT = join(__dirname, '../../..');

/** By the whole name of its file: beside `Kakiyo.node.ts` is a `Kakiyo.node.json`, which is found first outside of jest. */
async function made<T>(folder: string, file: string, className: string): Promise<T> {
	const { [className]: Class } = (await import(join(ROOT, folder, `${file}.ts`))) as Record<string, new () => T>;
	if (!Class) throw new Error(`${file}.ts has no ${className}`);
	return new Class();
}

export const loadNode = async (folder: string): Promise<INodeType> =>
	await made(`nodes/${folder}`, `${folder}.node`, folder);

export const loadCredential = async (folder: string): Promise<ICredentialType> =>
	await made('credentials', `${folder}OutreachApi.credentials`, `${folder}OutreachApi`);
