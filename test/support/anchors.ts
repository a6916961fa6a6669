/** Names by which GitHub finds a place on a page: headings in its spelling, and anchors that the page sets itself. */
export function anchorsOf(page: string): Set<string> {
	const headings = [...page.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
		title
			.toLowerCase()
			.replace(/[^\p{L}\p{N}_\s-]/gu, '')
			.replace(/\s/g, '-'),
	);
	return new Set([...headings, ...[...page.matchAll(/<a id="([^"]+)">/g)].map(([, id = '']) => id)]);
}
