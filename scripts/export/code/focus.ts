import ts from 'typescript';

import { exportedBy, isRead, isReference, namesGivenBy } from './names';
import { isGroupOfTests, isTest, listOf, unitOf } from './unit';
import { without } from './without';

/** The parts that a file must lose. */
export interface Missing {
	/** Whether a word, or a text in code, is about a part that is left out. */
	isForeign: (text: string) => boolean;
	/** The missing part of a module: all of it, or names that it exported. */
	goneFrom: (specifier: string) => 'all' | ReadonlySet<string>;
}

/** A file without these parts. */
export interface Focused {
	text: string;
	/** Names that other files can no longer import. */
	goneExports: ReadonlySet<string>;
	/** Nothing is left that a reader, a test runner or another file could use. */
	isEmpty: boolean;
}

const isText = (node: ts.Node): node is ts.StringLiteralLike | ts.RegularExpressionLiteral =>
	ts.isStringLiteralLike(node) || ts.isRegularExpressionLiteral(node);

const isTemplatePart = (node: ts.Node): node is ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail =>
	ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node);

/** A list whose type is written down, so that it may also be empty. */
const isTyped = ({ parent }: ts.Expression): boolean =>
	ts.isVariableDeclaration(parent) &&
	parent.type !== undefined &&
	!parent.getSourceFile().fileName.endsWith('.test.ts');

/** Lists without meaning when they are empty, so the code around them is removed, too. */
const needsMembers = ({ parent }: ts.Node): boolean =>
	ts.isUnionTypeNode(parent) ||
	ts.isIntersectionTypeNode(parent) ||
	ts.isNamedImports(parent) ||
	ts.isNamedExports(parent) ||
	ts.isHeritageClause(parent) ||
	((ts.isArrayLiteralExpression(parent) || ts.isObjectLiteralExpression(parent)) && !isTyped(parent)) ||
	(ts.isObjectBindingPattern(parent) && ts.isVariableDeclaration(parent.parent));

/** Goes through a file again and again, until nothing in it depends on a removed part. */
class Pruning {
	private readonly gone = new Set<ts.Node>();

	private readonly goneNames = new Set<string>();

	constructor(
		private readonly file: ts.SourceFile,
		private readonly missing: Missing,
	) {}

	private get isOfTests(): boolean {
		return this.file.fileName.startsWith('test/');
	}

	run(): Focused {
		const used = this.references();
		for (let before = -1; before < this.gone.size;) {
			before = this.gone.size;
			this.eachLeft((node) => {
				if (this.isGone(node) && !this.isWithinGone(node)) this.remove(unitOf(node, this.isOfTests));
			});
			this.removeUnused(used);
			this.removeEmptied();
		}
		const left = this.file.statements.filter((statement) => !this.gone.has(statement));
		return {
			text: without(this.file, this.gone, this.unusedParameters(used)),
			goneExports: new Set([...this.gone].flatMap(exportedBy)),
			isEmpty: this.gone.size > 0 && left.every((statement) => ts.isImportDeclaration(statement)),
		};
	}

	private remove(unit: ts.Node): void {
		this.gone.add(unit);
		for (const name of namesGivenBy(unit)) this.goneNames.add(name);
		const list = needsMembers(unit) ? listOf(unit) : undefined;
		if (list?.every((member) => this.gone.has(member))) this.remove(this.aroundList(unit.parent));
	}

	/** Nodes that the visit of a neighbour has just removed. */
	private isWithinGone(node: ts.Node): boolean {
		return this.gone.has(node) || (!ts.isSourceFile(node.parent) && this.isWithinGone(node.parent));
	}

	private aroundList(list: ts.Node): ts.Node {
		if (ts.isHeritageClause(list)) return list;
		return unitOf(ts.isExpression(list) ? list : list.parent, this.isOfTests);
	}

	private eachLeft(visit: (node: ts.Node) => void): void {
		const go = (node: ts.Node): void => {
			if (this.gone.has(node)) return;
			visit(node);
			ts.forEachChild(node, go);
		};
		go(this.file);
	}

	private isGone(node: ts.Node): boolean {
		const { isForeign, goneFrom } = this.missing;
		if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier)
			return ts.isStringLiteral(node.moduleSpecifier) && goneFrom(node.moduleSpecifier.text) === 'all';
		if (ts.isImportSpecifier(node) || ts.isExportSpecifier(node)) return this.isGoneSpecifier(node);
		if (ts.isIdentifier(node)) return isForeign(node.text) || (this.goneNames.has(node.text) && isReference(node));
		return (isText(node) || isTemplatePart(node)) && isForeign(node.text);
	}

	private isGoneSpecifier(node: ts.ImportSpecifier | ts.ExportSpecifier): boolean {
		const { moduleSpecifier } = ts.isImportSpecifier(node) ? node.parent.parent.parent : node.parent.parent;
		const gone =
			moduleSpecifier && ts.isStringLiteral(moduleSpecifier) ? this.missing.goneFrom(moduleSpecifier.text) : undefined;
		return gone instanceof Set && gone.has((node.propertyName ?? node.name).text);
	}

	/** The names that the rest of the file uses. */
	private references(): Set<string> {
		const names = new Set<string>();
		this.eachLeft((node) => {
			if (ts.isIdentifier(node) && isRead(node)) names.add(node.text);
		});
		return names;
	}

	/** Names that were used before, and are not used any more. */
	private removeUnused(before: ReadonlySet<string>): void {
		const now = this.references();
		this.eachLeft((node) => {
			const names = exportedBy(node).length > 0 ? [] : namesGivenBy(node);
			const isUnused = names.length > 0 && names.every((name) => before.has(name) && !now.has(name));
			const canGo = ts.isStatement(node) || ts.isImportSpecifier(node) || ts.isBindingElement(node);
			if (isUnused && canGo && !this.isWithinGone(node)) this.remove(node);
		});
	}

	/** Parameters that are not read any more, and have others after them. */
	private unusedParameters(before: ReadonlySet<string>): Set<ts.Identifier> {
		const now = this.references();
		const unused = new Set<ts.Identifier>();
		this.eachLeft((node) => {
			if (!ts.isParameter(node) || !ts.isIdentifier(node.name) || !ts.isFunctionLike(node.parent)) return;
			if (before.has(node.name.text) && !now.has(node.name.text)) unused.add(node.name);
		});
		return unused;
	}

	/** Groups of tests without tests. */
	private removeEmptied(): void {
		const hasTests = (node: ts.Node): boolean => {
			if (this.gone.has(node)) return false;
			return isTest(node) || (ts.forEachChild(node, (child) => hasTests(child) || undefined) ?? false);
		};
		this.eachLeft((node) => {
			if (isGroupOfTests(node) && !hasTests(node)) this.gone.add(node);
		});
	}
}

/**
 * Removes from a file the parts that depend on something that is left out: entries of lists, members, tests,
 * statements.
 */
export function focusCode(path: string, code: string, missing: Missing): Focused {
	const file = ts.createSourceFile(path, code, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TS);
	return new Pruning(file, missing).run();
}

/** Whether a file of tests has any. */
export function hasTests(code: string): boolean {
	const file = ts.createSourceFile('a.test.ts', code, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TS);
	const has = (node: ts.Node): boolean =>
		isTest(node) || (ts.forEachChild(node, (child) => has(child) || undefined) ?? false);
	return has(file);
}
