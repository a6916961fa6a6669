import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { ROOT } from '../../repository';
import { importedFile, importsOf } from '../imports';
import { focusCode, hasTests, type Focused } from './focus';

const SHIPPED = /^(?:nodes|credentials)\//;

/** Tests that are exported whole or not at all, because their results often count all vendors together. */
const GO_WHOLE = /^test\/engine\//;

const LEFT_OUT: Focused = { text: '', goneExports: new Set(), isEmpty: true };

/** The code of the package that one vendor's package needs. */
export class CodeTree {
	private readonly files = new Map<string, Focused>();

	/** Files that are exported unchanged: the entries of the vendor, and all their imports. */
	readonly shipped: ReadonlySet<string>;

	/**
	 * @param entries files that n8n loads
	 * @param isForeign whether a path, or a word, is about another vendor
	 * @throws Error when a shipped file imports a file of another vendor
	 */
	constructor(
		entries: string[],
		private readonly isForeign: (text: string) => boolean,
	) {
		this.shipped = closureOf(entries, (path) => importsOf(path, textOf(path)));
		const foreign = [...this.shipped].filter(isForeign);
		if (foreign.length > 0) throw new Error(`Shipped code imports another vendor's ${foreign.join(', ')}`);
	}

	/** The text of a file without the parts about other vendors; undefined when it is left out. */
	text(path: string): string | undefined {
		const { text, isEmpty } = this.focused(path);
		return isEmpty ? undefined : text;
	}

	/** These files of code and all that they import. */
	with(roots: string[]): string[] {
		const kept = roots.filter((path) => this.text(path) !== undefined);
		return [...closureOf(kept, (path) => importsOf(path, this.text(path) ?? ''))].sort();
	}

	private focused(path: string): Focused {
		const known = this.files.get(path);
		if (known) return known;
		const made = this.focus(path);
		this.files.set(path, made);
		return made;
	}

	private focus(path: string): Focused {
		if (this.isForeign(path)) return LEFT_OUT;
		const text = textOf(path);
		if (SHIPPED.test(path)) return this.shipped.has(path) ? { text, goneExports: new Set(), isEmpty: false } : LEFT_OUT;
		if (!path.endsWith('.ts')) return { text, goneExports: new Set(), isEmpty: false };
		const focused = focusCode(path, text, {
			isForeign: this.isForeign,
			goneFrom: (specifier) => {
				const target = importedFile(path, specifier);
				if (target === undefined) return new Set();
				const { goneExports, isEmpty } = this.focused(target);
				return isEmpty ? 'all' : goneExports;
			},
		});
		if (!path.endsWith('.test.ts')) return focused;
		const isWhole = focused.text === text;
		return hasTests(focused.text) && (isWhole || !GO_WHOLE.test(path)) ? focused : LEFT_OUT;
	}
}

const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

function closureOf(roots: string[], importsIn: (path: string) => string[]): Set<string> {
	const found = new Set<string>();
	const add = (path: string): void => {
		if (found.has(path)) return;
		found.add(path);
		for (const next of importsIn(path)) add(next);
	};
	for (const path of roots) add(path);
	return found;
}
