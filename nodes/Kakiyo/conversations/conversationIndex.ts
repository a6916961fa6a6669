import { ItemFailure } from '../../shared/contract/failure';
import type { ApiClient, ApiRequest } from '../../shared/contract/operation';
import { OncePerRun } from '../../shared/operations/oncePerRun';
import { collectRows } from '../../shared/paging/collectRows';
import type { PageStyle, Query } from '../../shared/paging/page';
import { isFilled } from '../../shared/values/filled';
import { isRecord } from '../../shared/values/json';
import { readConversation } from '../records/conversation';
import { normalizeProfileUrl } from '../profiles/address';
import { campaignPages, campaignProspectPages } from '../pages';
import { plainText } from '../../shared/values/text';

/** A conversation and its campaign. */
export interface Conversation {
	chatId: string;
	campaignId: string;
}

/** IDs of a campaign's conversations, by normalized profile address. */
type Index = ReadonlyMap<string, ReadonlySet<string>>;

const campaigns = new OncePerRun<string[]>();
const indexes = new OncePerRun<Index>();

async function rowsAt(
	path: string,
	page: PageStyle,
	{ send, vendorName }: ApiClient,
	ids?: ApiRequest['ids'],
): Promise<Array<Record<string, unknown>>> {
	const fetchPage = async (query: Query) => await send({ request: { method: 'GET', path, query }, isList: true, ids });
	return (await collectRows(page, {}, Infinity, fetchPage, vendorName)).filter(isRecord);
}

async function readIndex(campaignId: string, api: ApiClient): Promise<Index> {
	const index = new Map<string, Set<string>>();
	for (const row of await rowsAt(`/prospects/campaign/${encodeURIComponent(campaignId)}`, campaignProspectPages, api, {
		campaignId,
	})) {
		const { chatId, person } = readConversation(row);
		const url = normalizeProfileUrl(person.url);
		if (url !== undefined && isFilled(chatId)) index.set(url, (index.get(url) ?? new Set()).add(plainText(chatId)));
	}
	return index;
}

const campaignsOf = async (api: ApiClient): Promise<string[]> =>
	await campaigns.of(api.run, '', async () =>
		(await rowsAt('/campaigns', campaignPages, api)).flatMap(({ id }) => (isFilled(id) ? [plainText(id)] : [])),
	);

const indexOf = async (campaignId: string, api: ApiClient): Promise<Index> =>
	await indexes.of(api.run, campaignId, async () => await readIndex(campaignId, api));

const EMPTY: Index = new Map();

/** Reads the index of one of all campaigns. A campaign deleted since the listing counts as empty; an error names the campaign. */
async function indexOfListed(campaignId: string, api: ApiClient): Promise<Index> {
	return await indexOf(campaignId, api).catch((thrown: unknown) => {
		if (!(thrown instanceof ItemFailure)) throw thrown;
		const { failure } = thrown;
		if (failure.status === 404) return EMPTY;
		const about = `The error came from the campaign "${campaignId}", while all campaigns were read.`;
		throw new ItemFailure({ ...failure, description: `${about} ${failure.description}` });
	});
}

/** Kakiyo may return a member ID in lower case. */
const chatsIn = (index: Index, url: string): ReadonlySet<string> =>
	index.get(url) ?? index.get(url.toLowerCase()) ?? new Set();

/**
 * The conversations with the person of a profile. No endpoint finds a profile, so each campaign is read in full, once per run
 * (docs/vendors/kakiyo.md#paging).
 * @param url normalized
 * @param campaignId all campaigns if absent
 * @throws ItemFailure if an existing campaign cannot be read
 */
export async function conversationsWith(
	url: string,
	campaignId: string | undefined,
	api: ApiClient,
): Promise<Conversation[]> {
	const found: Conversation[] = [];
	for (const id of campaignId === undefined ? await campaignsOf(api) : [campaignId]) {
		const index = campaignId === undefined ? await indexOfListed(id, api) : await indexOf(id, api);
		for (const chatId of chatsIn(index, url)) found.push({ chatId, campaignId: id });
	}
	return found;
}
