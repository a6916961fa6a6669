import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

import { ROOT } from '../../../scripts/repository';

/** A text of the code, on one line. */
export interface TextOfCode {
	/** Below the root of the repository, with the line from 1. */
	place: string;
	text: string;
}

/** The root of the repository: its own files, without those in its folders. */
export const REPOSITORY = '.';

function parse(folder: string): ts.SourceFile[] {
	// An export of one vendor has no `bench`.
	if (!existsSync(join(ROOT, folder))) return [];
	return readdirSync(join(ROOT, folder), { recursive: folder !== REPOSITORY, encoding: 'utf8' })
		.map((file) => join(folder, file).replaceAll('\\', '/'))
		.filter((file) => /\.(?:ts|[cm]?js)$/.test(file) && !file.includes('node_modules/'))
		.map((file) => ts.createSourceFile(file, readFileSync(join(ROOT, file), 'utf8'), ts.ScriptTarget.Latest, true));
}

// To parse a folder takes seconds.
const parsed = new Map<string, ts.SourceFile[]>();

/** The source files in a folder. */
export function sourcesIn(folder: string): ts.SourceFile[] {
	const sources = parsed.get(folder) ?? parse(folder);
	parsed.set(folder, sources);
	return sources;
}

/** File and line of a position, as in "nodes/a.ts:12". */
export const placeOf = (source: ts.SourceFile, position: number): string =>
	`${source.fileName}:${source.getLineAndCharacterOfPosition(position).line + 1}`;
