import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Word } from './verdict';

/** The findings of an operation. */
export interface RowFound {
	name: string;
	runs: number;
	wrong: number;
	/** By the heading of the column. */
	words: Array<[heading: string, words: Word[]]>;
}

const FOLDER = join(__dirname, '../../../.cache/faults');

const fileOf = (node: string): string => join(FOLDER, `${node}.json`);

/** The nodes go through the matrix in processes of their own; here each process leaves its findings. */
export function writePart(node: string, rows: readonly RowFound[]): void {
	mkdirSync(FOLDER, { recursive: true });
	writeFileSync(fileOf(node), JSON.stringify(rows));
}

/** undefined where the node did not go through it. */
export const readPart = (node: string): RowFound[] | undefined =>
	existsSync(fileOf(node)) ? (JSON.parse(readFileSync(fileOf(node), 'utf8')) as RowFound[]) : undefined;

export const forgetParts = (): void => rmSync(FOLDER, { recursive: true, force: true });
