import ts from 'typescript';

import { listOf } from './unit';

interface Range {
	from: number;
	to: number;
}

interface Edit extends Range {
	/** The replacement. */
	text: string;
}

/** The text of a member of a list, with its separator. */
function inList(node: ts.Node, list: ts.NodeArray<ts.Node>, gone: ReadonlySet<ts.Node>): Range {
	if (list.every((member) => gone.has(member))) return { from: list.pos, to: list.end };
	const at = list.indexOf(node);
	const next = list[at + 1];
	const isFollowed = list.slice(at + 1).some((other) => !gone.has(other));
	if (next && isFollowed) return { from: node.pos, to: next.pos };
	const before = list.slice(0, at).findLast((other) => !gone.has(other));
	return { from: before?.end ?? node.pos, to: node.end };
}

/**
 * The text of a file without some of its nodes and the comments above them.
 * @param unread names of parameters, which get the mark of an unread one
 */
export function without(file: ts.SourceFile, gone: ReadonlySet<ts.Node>, unread: ReadonlySet<ts.Identifier>): string {
	const marks = [...unread].map((name): Edit => ({ from: name.getStart(file), to: name.getStart(file), text: '_' }));
	const ranges = [...gone]
		.map((node): Edit => {
			const list = listOf(node);
			return { ...(list ? inList(node, list, gone) : { from: node.pos, to: node.end }), text: '' };
		})
		.concat(marks)
		.sort((a, b) => a.from - b.from);
	let at = 0;
	let text = '';
	for (const { from, to, text: added } of ranges) {
		if (from > at) text += file.text.slice(at, from);
		text += added;
		at = Math.max(at, to);
	}
	return text + file.text.slice(at);
}
