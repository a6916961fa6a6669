import { describe, expect, it } from '@jest/globals';
import type { IncomingResponse } from '../../../nodes/shared/contract/exchange';
import { collectRows } from '../../../nodes/shared/paging/collectRows';
import type { PageStyle, Query } from '../../../nodes/shared/paging/page';
import {
	campaignPages,
	campaignProspectPages,
	dncPages,
	prospectSearchPages,
	wholeList,
} from '../../../nodes/Kakiyo/pages';
import {
	bareOffsetServer,
	bodyCursorServer,
	headerCursorServer,
	rowsOf,
	wholeServer,
	type Row,
} from '../support/listServers';
import { response } from '../support/wire';
import { everyOne } from '../../support/everyOne';

type Serve = (query: Query) => IncomingResponse;

async function collect(style: PageStyle, serve: Serve, limit = Infinity) {
	const queries: Query[] = [];
	const rows = await collectRows(
		style,
		{ status: 'active' },
		limit,
		async (query) => {
			queries.push(query);
			return serve(query);
		},
		'Kakiyo',
	);
	return { rows, queries };
}

const slice = (rows: Row[], { offset = 0, limit }: Query) => rows.slice(Number(offset), Number(offset) + Number(limit));

/** `total` is the size of the page, as Kakiyo prints it. */
const dncServer =
	(rows: Row[]): Serve =>
	(query) => {
		const entries = slice(rows, query).map(({ id, ...rest }) => ({ $id: id, ...rest }));
		return response(200, { error: null, data: { entries, total: entries.length } });
	};

const searchServer =
	(rows: Row[]): Serve =>
	(query) => {
		const prospects = slice(rows, query);
		const hasMore = Number(query.offset ?? 0) + prospects.length < rows.length;
		return response(200, { prospects, pagination: { hasMore } });
	};

describe('lists of Kakiyo', () => {
	const many = rowsOf(250);

	it.each([
		['campaigns, by the API introduction', campaignPages, bodyCursorServer(many)],
		['campaigns, by the later pages', campaignPages, bareOffsetServer(many)],
		['campaigns, all in one array', campaignPages, wholeServer(many)],
		['prospects of a campaign', campaignProspectPages, headerCursorServer(many)],
		['prospects found', prospectSearchPages, searchServer(many)],
	])('yield every row: %s', async (_, style, serve) => {
		expect((await collect(style, serve)).rows).toEqual(many);
		expect((await collect(style, serve, 130)).rows).toEqual(many.slice(0, 130));
	});

	it('never send both a cursor and an offset, nor lose the filter', async () => {
		for (const server of [bodyCursorServer, bareOffsetServer]) {
			const { queries } = await collect(campaignPages, server(many));
			expect(queries.length).toBeGreaterThan(1);
			for (const query of everyOne(queries)) {
				expect(query).toMatchObject({ status: 'active' });
				expect(query).not.toMatchObject({ after: expect.anything(), offset: expect.anything() });
			}
		}
	});

	it('yield every entry of Do Not Contact, although its total counts the page only', async () => {
		const entries = rowsOf(2_500);
		expect((await collect(dncPages, dncServer(entries))).rows).toHaveLength(2_500);
	});

	it.each([
		['agents', [{ id: 1 }]],
		['in an envelope', { data: [{ id: 1 }], has_more: false }],
		['models', { models: [{ id: 1 }], total: 1 }],
		['workspaces', { workspaces: [{ id: 1 }], total: 1 }],
	])('come whole: %s', async (_, body) => {
		expect(await collect(wholeList, () => response(200, body))).toEqual({
			rows: [{ id: 1 }],
			queries: [{ status: 'active' }],
		});
	});
});
