import ts from 'typescript';

import { placeOf, sourcesIn, type TextOfCode } from './sources';

const isOfWords = (text: string): boolean => /[\p{L}"}]['’"]?[,;:.]? [\p{L}"{]/u.test(text);

/** Lists of words that the readers know are data: `'a b c'.split(' ')`, `wordSet('a b c')`, `new Set([...])`. */
function isWordList(node: ts.Node): boolean {
	for (let at: ts.Node | undefined = node; at !== undefined && !ts.isStatement(at); at = at.parent) {
		if (ts.isNewExpression(at) && /^(Set|Map|RegExp)$/.test(at.expression.getText())) return true;
		if (ts.isCallExpression(at) && /^(?:word|phrases)|\.split\(/.test(at.getText())) return true;
		if (ts.isTaggedTemplateExpression(at)) return true;
		if (ts.isArrowFunction(at) || ts.isPropertyAssignment(at)) return false;
	}
	return false;
}

function textsOf(source: ts.SourceFile): TextOfCode[] {
	const found: TextOfCode[] = [];
	const add = (node: ts.Node, text: string) => {
		if (isOfWords(text) && !isWordList(node)) found.push({ place: placeOf(source, node.getStart(source)), text });
	};
	const visit = (node: ts.Node): void => {
		if (ts.isImportDeclaration(node) || ts.isLiteralTypeNode(node)) return;
		if (ts.isStringLiteralLike(node)) add(node, node.text);
		if (ts.isTemplateExpression(node))
			add(node, node.head.text + node.templateSpans.map(({ literal }) => `{}${literal.text}`).join(''));
		ts.forEachChild(node, visit);
	};
	visit(source);
	return found;
}

/**
 * Every text of the nodes and credentials that has words in it: errors, hints, fields, what a model reads.
 * `{}` stands where a value is put in.
 */
export const userTexts = (): TextOfCode[] =>
	['nodes', 'credentials'].flatMap((folder) => sourcesIn(folder).flatMap(textsOf));
