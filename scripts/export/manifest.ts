import type { Vendor } from './vendors';

/** The parts of package.json that an export changes. */
export interface Manifest {
	name: string;
	version: string;
	description: string;
	keywords: string[];
	scripts: Record<string, string>;
	n8n: { n8nNodesApiVersion: number; nodes: string[]; credentials: string[] };
	devDependencies: Record<string, string>;
}

const KEYWORDS = ['n8n-community-node-package', 'n8n', 'outreach', 'ai-agents'];

/** The folder or file that a script starts with `scripts/run.mjs`; undefined for one of a tool. */
const programOf = (command: string): string | undefined => /scripts\/run\.mjs (\S+)/.exec(command)?.[1];

/** Folders that a command of a tool is given. */
const withoutMissingFolders = (command: string, isThere: (path: string) => boolean): string =>
	command.startsWith('depcruise')
		? command
				.split(' ')
				.filter((word, at) => at === 0 || isThere(word))
				.join(' ')
		: command;

/**
 * package.json for one vendor: its own name, its own nodes, and the scripts whose programs exist.
 * @param isThere whether a path is a file or a folder of the export
 */
export function manifestFor<M extends Manifest>(
	vendor: Vendor,
	manifest: M,
	{ isForeign, isThere }: { isForeign: (text: string) => boolean; isThere: (path: string) => boolean },
): M {
	const isOwn = (path: string) => !isForeign(path);
	return {
		...manifest,
		name: vendor.packageName,
		description: vendor.description,
		keywords: [...KEYWORDS, ...vendor.keywords],
		n8n: {
			...manifest.n8n,
			credentials: manifest.n8n.credentials.filter(isOwn),
			nodes: manifest.n8n.nodes.filter(isOwn),
		},
		scripts: Object.fromEntries(
			Object.entries(manifest.scripts)
				.filter(([, command]) => isThere(programOf(command) ?? 'package.json'))
				.map(([name, command]) => [name, withoutMissingFolders(command, isThere)]),
		),
	};
}

/** package-lock.json with the name of the export: the packages for developing it are those of this repository. */
export function lockfileFor<L extends { name: string; packages: Record<string, object> }>(
	{ packageName }: Vendor,
	lockfile: L,
): L {
	return {
		...lockfile,
		name: packageName,
		packages: { ...lockfile.packages, '': { ...lockfile.packages[''], name: packageName } },
	};
}
