import { cpus, loadavg, totalmem } from 'node:os';

/** The machine and the versions behind the figures of a page. */
export function conditions(versions: Record<string, string>): string {
	const [cpu] = cpus();
	const facts = {
		Date: new Date().toISOString().slice(0, 10),
		...versions,
		'Node.js': process.versions.node,
		Machine: `${cpu?.model ?? 'unknown'}, ${cpus().length} cores, ${Math.round(totalmem() / 1024 ** 3)} GB of memory`,
		'Load of the machine': `${loadavg()
			.map((load) => load.toFixed(1))
			.join(', ')} (1, 5 and 15 minutes before the end)`,
	};
	return Object.entries(facts)
		.map(([name, value]) => `- ${name}: ${value}`)
		.join('\n');
}

/** A table in Markdown. */
export function markdownTable(headings: string[], rows: string[][]): string {
	const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
	return [line(headings), `|${headings.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}
