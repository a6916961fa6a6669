import ts from 'typescript';

import { placeOf, sourcesIn, type TextOfCode } from './sources';

const plain = (comment: string): string =>
	comment
		.replace(/^\/\*+|\*\/$|^\/\//g, '')
		.replace(/\s*\n\s*\*?\s*/g, ' ')
		.trim();

function commentsOf(source: ts.SourceFile): TextOfCode[] {
	const found = new Map<number, TextOfCode>();
	const visit = (node: ts.Node): void => {
		const before = ts.getLeadingCommentRanges(source.text, node.getFullStart()) ?? [];
		const behind = ts.getTrailingCommentRanges(source.text, node.getEnd()) ?? [];
		for (const { pos, end } of [...before, ...behind]) {
			found.set(pos, { place: placeOf(source, pos), text: plain(source.text.slice(pos, end)) });
		}
		for (const child of node.getChildren(source)) visit(child);
	};
	visit(source);
	return [...found.values()];
}

/** All comments in the code of these folders. */
export const commentsIn = (folders: readonly string[]): TextOfCode[] =>
	folders.flatMap((folder) => sourcesIn(folder).flatMap(commentsOf));

const isExported = (statement: ts.Statement): boolean =>
	ts.canHaveModifiers(statement) &&
	(ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

const isFunction = (statement: ts.Statement): boolean =>
	ts.isFunctionDeclaration(statement) ||
	(ts.isVariableStatement(statement) &&
		statement.declarationList.declarations.some(
			({ initializer }) => initializer && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer)),
		));

/** An exported function, and whether it has a docstring. */
export interface ExportedFunction {
	/** Below the root of the repository, with the line from 1. */
	place: string;
	hasDocstring: boolean;
}

/** All exported functions in the code of these folders. */
export const exportedFunctionsIn = (folders: readonly string[]): ExportedFunction[] =>
	folders.flatMap((folder) =>
		sourcesIn(folder).flatMap((source) =>
			source.statements
				.filter((statement) => isExported(statement) && isFunction(statement))
				.map((statement) => ({
					place: placeOf(source, statement.getStart(source)),
					hasDocstring: ts.getJSDocCommentsAndTags(statement).length > 0,
				})),
		),
	);
