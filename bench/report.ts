import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { CACHE, ROOT } from '../scripts/repository';
import { n8nVersion } from './n8nVersion';
import type { Table } from './table';

const WHOLE = join(ROOT, 'docs', 'benchmark.md');
const PART = join(CACHE, 'benchmark-part.md');

const HOW_TO_READ = `Made by \`npm run bench\`; see \`bench/\`. A real n8n runs: production webhook, source of items, node under test, sink. A stub server in a process of its own
stands in for the vendors; it answers at once, where nothing else is said, and lifts its limits by header.

- **Time** is from source to sink. **CPU** is that of the n8n process with all threads and children (the Code node's runner) meanwhile; of a trigger, from the delivery to the end of the run.
- **Longest block** is the longest work of n8n's main thread without a turn of its event loop: so long n8n answers nobody.
- What stands side by side was measured in one run, in turn. Each figure is the median of so many runs as the last column says (ours/theirs).
- Every row was counted on its way out and back: none was lost and none came twice.
- **HTTP Request** is n8n's own node with a Header Auth credential. The **floor** is a bare declarative node that reads one parameter and sends one request for each item.`;

async function conditions(args: string[]): Promise<string> {
	const [cpu] = cpus();
	const facts = {
		Date: new Date().toISOString().slice(0, 10),
		n8n: await n8nVersion(),
		'Node.js': process.versions.node,
		CPU: `${cpu?.model ?? 'unknown'}, ${cpus().length} cores`,
		Command: `\`${['npm run bench', ...(args.length > 0 ? ['--', ...args] : [])].join(' ')}\``,
	};
	return Object.entries(facts)
		.map(([name, value]) => `- ${name}: ${value}`)
		.join('\n');
}

/**
 * Prints the table and writes it: that of a whole run to `docs/`, where it is committed, that of a part to the cache.
 * @param isWhole whether all rows were measured often enough
 */
export async function report(table: Table, args: string[], isWhole: boolean): Promise<void> {
	const found = `${await conditions(args)}\n\n${table.markdown()}\n`;
	const file = isWhole ? WHOLE : PART;
	await mkdir(dirname(file), { recursive: true });
	await writeFile(file, `# Benchmark\n\n${HOW_TO_READ}\n\n${found}`);
	console.log(`\n${found}\nWritten to ${file}`);
}
