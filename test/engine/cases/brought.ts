import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { IDataObject } from 'n8n-workflow';

const text = (file: string): string => readFileSync(join(__dirname, 'data', file), 'utf8');

/** The items of a fixture: the `json` of each. */
export const items = (name: string): IDataObject[] => JSON.parse(text(`${name}.json`)) as IDataObject[];

/** The rows of a CSV file without quotation marks, as n8n's Extract From File reads it: all cells are texts. */
export function rows(name: string): IDataObject[] {
	const [header = '', ...lines] = text(`${name}.csv`).trimEnd().split('\n');
	const columns = header.split(',');
	return lines.map((line) => Object.fromEntries(line.split(',').map((cell, place) => [columns[place], cell])));
}
