import ts from 'typescript';

/** Lists from which a member can be removed while the others stay. */
export function listOf(node: ts.Node): ts.NodeArray<ts.Node> | undefined {
	const { parent } = node;
	if (ts.isArrayLiteralExpression(parent)) return parent.elements;
	if (ts.isObjectLiteralExpression(parent)) return parent.properties;
	if (ts.isUnionTypeNode(parent) || ts.isIntersectionTypeNode(parent)) return parent.types;
	if (ts.isNamedImports(parent) || ts.isNamedExports(parent) || ts.isObjectBindingPattern(parent))
		return parent.elements;
	if (ts.isHeritageClause(parent) && ts.isInterfaceDeclaration(parent.parent)) return parent.types;
	return undefined;
}

/** A list within a list is a row, whose entries belong together. */
const isRow = (node: ts.Node): boolean => ts.isArrayLiteralExpression(node) && ts.isArrayLiteralExpression(node.parent);

/** The function at the root of a call: `it` of `it.each([...])('...', () => {})`. */
function calledBy(node: ts.Node): string | undefined {
	if (ts.isExpressionStatement(node) || ts.isCallExpression(node) || ts.isPropertyAccessExpression(node))
		return calledBy(node.expression);
	if (ts.isTaggedTemplateExpression(node)) return calledBy(node.tag);
	return ts.isIdentifier(node) ? node.text : undefined;
}

/** Whether a statement is a test, or a helper that makes tests, such as `itIsWellDescribed(node)`. */
export const isTest = (node: ts.Node): boolean =>
	ts.isExpressionStatement(node) && /^(?:it|test)(?:$|[A-Z])/.test(calledBy(node) ?? '');

/** Whether a statement is a group of tests. */
export const isGroupOfTests = (node: ts.Node): boolean =>
	ts.isExpressionStatement(node) && calledBy(node) === 'describe';

const isWithin = (inner: ts.Node, outer: ts.Node | undefined): boolean =>
	outer !== undefined && inner.pos >= outer.pos && inner.end <= outer.end;

/** Functions with groups of tests, set-up or clean-up: each of their statements is independent. */
const HOLDS_STATEMENTS = /^(?:describe|beforeAll|beforeEach|afterAll|afterEach)$/;

/** The function that a statement is part of; undefined for one of the file. */
function functionAround(statement: ts.Statement): ts.Node | undefined {
	for (let node: ts.Node = statement.parent; !ts.isSourceFile(node); node = node.parent)
		if (ts.isFunctionLike(node)) return node;
	return undefined;
}

/** Whether a function works without one of its statements. A test does not: it would pass, and prove nothing. */
function isSpareable(statement: ts.Statement, isOfTests: boolean): boolean {
	const around = functionAround(statement);
	if (!around || !isOfTests) return true;
	return ts.isCallExpression(around.parent) && HOLDS_STATEMENTS.test(calledBy(around.parent) ?? '');
}

/** Whether a class makes sense without one of its members. One of a test is all used. */
const isSpareableMember = (member: ts.ClassElement): boolean =>
	!ts.isConstructorDeclaration(member) && !member.getSourceFile().fileName.endsWith('.test.ts');

/**
 * The code to remove together with a word, so that the rest still makes sense: the entry of a list, a member with this
 * name, a statement, a function that needs it, a test.
 * @param isOfTests whether the file contains tests
 */
export function unitOf(word: ts.Node, isOfTests: boolean): ts.Node {
	let node = word;
	let isNeeded = false;
	for (; !ts.isSourceFile(node.parent); node = node.parent) {
		if (listOf(node) && !ts.isObjectLiteralExpression(node.parent) && !isRow(node.parent)) return node;
		if (ts.isSpreadAssignment(node) || ts.isTypeElement(node)) return node;
		if (ts.isObjectLiteralElementLike(node) && isWithin(word, node.name)) return node;
		if (ts.isClassElement(node) && isSpareableMember(node)) return node;
		if (ts.isCaseClause(node) && isWithin(word, node.expression)) return node;
		if (ts.isFunctionLike(node)) isNeeded = false;
		if (!ts.isStatement(node) || ts.isBlock(node)) continue;
		if (ts.isReturnStatement(node) || ts.isThrowStatement(node) || !isSpareable(node, isOfTests)) isNeeded = true;
		if (!isNeeded) return node;
	}
	return node;
}
