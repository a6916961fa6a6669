import { z } from 'zod';
import type { RegisteredWebhook, StubAnswer, StubVendor } from './api';

const Row = z.object({ name: z.string().min(1), url: z.string().url(), customData: z.string().optional() });
const One = Row.extend({ campaignId: z.string() });
const Batch = z.object({ campaignId: z.string(), prospects: z.array(Row).min(1).max(100) });
const Webhook = z.object({ url: z.string(), events: z.array(z.string()), secret: z.string() });

const conversation = (id: string) => ({
	id,
	prospect: {
		id: `person-${id}`,
		name: `Jane Doe ${id}`,
		url: `https://www.linkedin.com/in/jane-doe-${id}`,
		headline: 'Head of Operations at Example Logistics',
		currentJobTitle: 'Head of Operations',
		currentCompanyName: 'Example Logistics',
	},
	status: 3,
	qualification: 'pending',
	paused: false,
	lastMessage: 'Sounds good, could you send me some times for next week?',
});

const details = (id: string) => ({
	...conversation(id),
	campaign: { id: 'campaign-1', name: 'Fair 2026' },
	customData: 'Met at the fair',
	messages: [
		{ from: 'agent', text: 'Hello Jane, how did the fair go for you?', at: '2026-11-02T09:00:00Z' },
		{ from: 'prospect', text: 'Sounds good, could you send me some times for next week?', at: '2026-11-02T09:30:00Z' },
	],
});

const CAMPAIGNS = 40;

const campaigns = () => ({
	data: Array.from({ length: CAMPAIGNS }, (_, index) => ({
		id: `campaign-${index}`,
		name: `Campaign ${index}`,
		status: 'active',
	})),
	pagination: { hasMore: false, nextCursor: null },
});

/** A page of a list with its cursor in the headers; the cursor is the number of rows before the page. */
function page(query: URLSearchParams, listRows: number): StubAnswer {
	const first = Number(query.get('cursor') ?? 0);
	const end = Math.min(listRows, first + Number(query.get('limit') ?? 25));
	const body = Array.from({ length: Math.max(0, end - first) }, (_, index) => conversation(`chat-${first + index}`));
	const hasMore = end < listRows;
	return { body, headers: { 'x-has-more': String(hasMore), ...(hasMore && { 'x-next-cursor': String(end) }) } };
}

function add(body: unknown, path: string): StubAnswer {
	const rows = path === '/prospects' ? One.transform((row) => [row]) : Batch.transform(({ prospects }) => prospects);
	const read = rows.safeParse(body);
	if (!read.success) return { status: 400, body: { error: 'validation_error', message: 'A row does not fit' } };
	return {
		status: 201,
		body: { message: `${read.data.length} prospects added successfully`, listId: 'list-1' },
		rows: read.data.map(({ url }) => url),
	};
}

/** The endpoints of Kakiyo for the benchmark. */
export function kakiyo(webhooks: Map<string, RegisteredWebhook>): StubVendor {
	function register(body: unknown): StubAnswer {
		const webhook = { id: `webhook-${webhooks.size + 1}`, ...Webhook.parse(body) };
		webhooks.set(webhook.id, webhook);
		return { status: 201, body: { id: webhook.id, active: true } };
	}
	return ({ method, path, query, body }, { listRows }) => {
		const [, collection, id, ...more] = path.split('/');
		if (collection === 'webhooks' && method === 'GET') {
			return { body: [...webhooks.values()].map(({ secret: _secret, ...shown }) => ({ ...shown, active: true })) };
		}
		if (collection === 'webhooks' && method === 'POST') return register(body);
		if (path === '/campaigns') return { body: campaigns() };
		if (collection !== 'prospects') return undefined;
		if (method === 'POST') return add(body, path);
		if (id === 'campaign' && more.length === 1) return page(query, listRows);
		return id === undefined ? undefined : { body: details(id), rows: [id] };
	};
}
