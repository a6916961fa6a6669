import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
// Checks the constructor of its arguments, so it must load before a test replaces `RegExp`.
import 'n8n-workflow';
import ts from 'typescript';

import { ROOT } from '../../../scripts/repository';

const FILES = ['nodes', 'credentials']
	.flatMap((folder) =>
		readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(ROOT, folder, file)),
	)
	.filter((file) => file.endsWith('.ts'));

function literalsIn(file: string): RegExp[] {
	const found: RegExp[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isRegularExpressionLiteral(node)) {
			const end = node.text.lastIndexOf('/');
			found.push(new RegExp(node.text.slice(1, end), node.text.slice(end + 1)));
		}
		ts.forEachChild(node, visit);
	};
	visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest));
	return found;
}

/** All that is made by `new RegExp` meanwhile. */
async function madeBy(work: () => Promise<unknown>): Promise<RegExp[]> {
	const Native = RegExp;
	const found: RegExp[] = [];
	globalThis.RegExp = new Proxy(Native, {
		construct(target, [source, flags]: [string | RegExp, string | undefined]) {
			const made = new target(source, flags);
			found.push(made);
			return made;
		},
	});
	try {
		await work();
	} finally {
		globalThis.RegExp = Native;
	}
	return found;
}

/**
 * Every regular expression of the pack, once: those written out in its files, those put together when a file is loaded, and those that are
 * put together for one text.
 * @param usual makes each kind of the last ones
 */
export async function allPatterns(usual: () => Promise<unknown>): Promise<RegExp[]> {
	const literals = FILES.flatMap(literalsIn);
	const made = await madeBy(async () => {
		for (const file of FILES) await import(file);
		await usual();
	});
	return [...new Map([...literals, ...made].map((pattern) => [String(pattern), pattern])).values()];
}
