import ts from 'typescript';

import { focusSentences, type Subject } from '../prose/sentences';

interface Comment {
	from: number;
	to: number;
	text: string;
}

function commentsIn(code: string): Comment[] {
	const file = ts.createSourceFile('a.ts', code, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TS);
	const found = new Map<number, Comment>();
	const note = (ranges: ts.CommentRange[] = []): void => {
		for (const { pos, end } of ranges) found.set(pos, { from: pos, to: end, text: code.slice(pos, end) });
	};
	const visit = (node: ts.Node): void => {
		note(ts.getLeadingCommentRanges(code, node.pos));
		note(ts.getTrailingCommentRanges(code, node.end));
		for (const child of node.getChildren(file)) visit(child);
	};
	visit(file);
	return [...found.values()].sort((a, b) => b.from - a.from);
}

/** The text of a comment, without its marks. */
const wordsOf = (comment: string): string =>
	comment
		.replace(/^\/\*\*?|\*\/$|^\/\/ ?/g, '')
		.split('\n')
		.map((line) => line.replace(/^\s*\* ?/, '').trim())
		.join(' ')
		.trim();

function focusComment(comment: string, subject: Subject): string {
	const words = focusSentences(wordsOf(comment), subject);
	if (words === '') return '';
	return comment.startsWith('//') ? `// ${words}` : `/** ${words} */`;
}

/** Code without comments about other vendors. */
export function focusComments(code: string, subject: Subject): string {
	return commentsIn(code)
		.filter(({ text }) => subject.isForeign(text))
		.reduce((soFar, { from, to, text }) => soFar.slice(0, from) + focusComment(text, subject) + soFar.slice(to), code);
}
