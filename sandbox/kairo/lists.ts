import { invalidRequest } from './errors';
import type { Kairo } from './kairo';

type ListName = 'agents' | 'workflows' | 'runs' | 'sources' | 'documents' | 'traces';

interface PageQuery {
	limit?: number | undefined;
	cursor?: string | undefined;
}

function encode(id: string): string {
	return Buffer.from(id).toString('base64url');
}

/** The index behind the row that the cursor names. */
function startOf(kairo: Kairo, rows: ReadonlyArray<{ id: string }>, cursor: string | undefined): number {
	if (cursor === undefined) return 0;
	const last = rows.findIndex(({ id }) => encode(id) === cursor);
	if (last < 0) throw invalidRequest(kairo, [{ field: 'cursor', message: 'Is not one of this list' }]);
	return last + 1;
}

/** A page of a list, oldest first, in the shape of the settings. */
export function list(
	kairo: Kairo,
	name: ListName,
	rows: ReadonlyArray<{ id: string }>,
	{ limit, cursor }: PageQuery,
): unknown {
	const { listShape, more, pageSize } = kairo.settings;
	const start = startOf(kairo, rows, cursor);
	const page = rows.slice(start, start + (limit ?? pageSize));
	if (listShape === 'bare') return page;
	const body = { [listShape === 'category' ? name : listShape]: page };
	if (!more) return body;
	const last = page.at(-1);
	const has_more = start + page.length < rows.length;
	return { ...body, has_more, next_cursor: has_more && last ? encode(last.id) : null };
}
