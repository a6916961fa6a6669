import ts from 'typescript';

import { placeOf, sourcesIn, type TextOfCode } from './sources';

const TITLED = ['describe', 'it', 'test'];

/** The function behind `it.each(...)`, `` it.each`...` `` and `describe.skip`. */
function calledIn(expression: ts.Expression): string {
	if (ts.isIdentifier(expression)) return expression.text;
	if (ts.isTaggedTemplateExpression(expression)) return calledIn(expression.tag);
	if (ts.isPropertyAccessExpression(expression) || ts.isCallExpression(expression)) {
		return calledIn(expression.expression);
	}
	return '';
}

function titlesOf(source: ts.SourceFile): TextOfCode[] {
	const found: TextOfCode[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isCallExpression(node) && TITLED.includes(calledIn(node.expression))) {
			const [title] = node.arguments;
			if (title && (ts.isStringLiteralLike(title) || ts.isTemplateExpression(title))) {
				found.push({ place: placeOf(source, title.getStart(source)), text: title.getText(source).slice(1, -1) });
			}
		}
		ts.forEachChild(node, visit);
	};
	visit(source);
	return found;
}

/** The titles of all tests and of their groups in these folders. */
export const titlesIn = (folders: readonly string[]): TextOfCode[] =>
	folders.flatMap((folder) => sourcesIn(folder).flatMap(titlesOf));
