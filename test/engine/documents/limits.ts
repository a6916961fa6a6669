import { codesIn, endpointsIn, tablesOf, type Row } from '../../support/vendorPage';

/** Requests in a time, as in "15/60 s". */
const inTime = (requests: number | string, perSeconds: number): string => `${requests}/${perSeconds} s`;

export const limitInWords = ({ requests, perSeconds }: { requests: number; perSeconds: number }): string =>
	inTime(requests, perSeconds);

const SECONDS: Record<string, number> = { minute: 60, hour: 3_600 };

function limitIn(cell = ''): string | undefined {
	const [, requests, time = ''] = /([\d,]+) an? (minute|hour)/.exec(cell) ?? [];
	return requests === undefined ? undefined : inTime(requests.replace(/,/g, ''), SECONDS[time] ?? NaN);
}

const found = <T>(value: T | undefined, what: string): T => {
	if (value === undefined) throw new Error(`The page has no ${what}`);
	return value;
};

const rowsOf = (vendor: string, isIn: (section: string, columns: string[]) => boolean): Row[] =>
	tablesOf(vendor)
		.filter(({ section, columns }) => isIn(section, columns))
		.flatMap(({ rows }) => rows);

/** Of the tiers, and the lower one that the pages of Do Not Contact have besides. */
function limitsOfKakiyo(endpoint: string): string[] {
	const tiers = rowsOf('kakiyo', (_, columns) => columns.includes('Requests a minute'));
	const byMethod = endpoint.startsWith('GET ') ? 'every other GET' : 'all POST, PUT, DELETE';
	const stated = rowsOf('kakiyo', (section, columns) => columns[1] === 'Tier' && section !== 'Limits').find(
		({ Endpoint }) => endpointsIn(Endpoint).includes(endpoint),
	)?.Tier;
	const tier = tiers.find((row) =>
		stated === undefined
			? Object.values(row).some((cell) => cell.includes(byMethod))
			: stated.split(',')[0] === row.Tier,
	);
	const requests = found(tier?.['Requests a minute'], `tier of ${endpoint}`);
	const own = rowsOf('kakiyo', (_, columns) => columns.includes('Own limit a minute')).find(({ Endpoint }) =>
		endpointsIn(Endpoint).includes(endpoint),
	)?.['Own limit a minute'];
	const isLower = own !== undefined && Number(own) < Number(requests);
	return [requests, ...(isLower ? [own] : [])].map((limit) => inTime(limit, 60));
}

function limitsOfKaiCalls(endpoint: string): string[] {
	const rows = rowsOf('kaicalls', (section) => section === 'Limits');
	const own = rows.find(({ What }) => codesIn(What).includes(endpoint));
	const every = rows.find(({ What }) => What === (endpoint.startsWith('GET ') ? 'every GET' : 'other writes'));
	return [found(limitIn((own ?? every)?.Limit), `limit of ${endpoint}`)];
}

function limitsOfKayse(): string[] {
	const all = rowsOf('kayse', (section) => section === 'Limits').find(({ What }) => What === 'Requests');
	return [found(limitIn(all?.Limit), 'limit of requests')];
}

/** Of the smallest plan. */
function limitsOfKairo(): string[] {
	const [free] = rowsOf('kairo', (section) => section === 'Limits');
	return [inTime(found(free?.['Requests a minute'], 'limit of requests').replace(/,/g, ''), 60)];
}

/** What the requests to an endpoint are counted by, by a vendor's page. */
export const LIMITS: Record<string, (endpoint: string) => string[]> = {
	kakiyo: limitsOfKakiyo,
	kaicalls: limitsOfKaiCalls,
	kayse: limitsOfKayse,
	kairo: limitsOfKairo,
};
