import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';

import { INTRODUCTION, THREE_CELLS } from './explanation';
import { readPart } from './parts';
import { tableOf } from './table';

const PAGE = join(__dirname, '../../../docs/faults.md');

/** Those of jest.config.js beside it. */
const NODES = ['KaiCalls', 'KAIRO', 'Kakiyo', 'Kayse'];

function conditions(): string {
	const { version } = JSON.parse(readFileSync(require.resolve('n8n-core/package.json'), 'utf8')) as { version: string };
	const gigabytes = Math.round(totalmem() / 1024 ** 3);
	return [
		`- Date: ${new Date().toISOString().slice(0, 10)}`,
		`- n8n: the engine of n8n-core ${version}`,
		`- Node.js: ${process.versions.node}`,
		`- Machine: ${cpus().length} cores, ${gigabytes} GB of memory`,
	].join('\n');
}

/** When all nodes have gone through the matrix (jest's globalTeardown). */
export default function writePage(): void {
	const parts = NODES.flatMap((node) => readPart(node) ?? []);
	if (NODES.some((node) => readPart(node) === undefined)) return;
	writeFileSync(PAGE, `${INTRODUCTION}\n${conditions()}\n\n${THREE_CELLS}\n${tableOf(parts)}\n`);
}
