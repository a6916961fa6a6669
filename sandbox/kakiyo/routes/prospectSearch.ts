import type { SearchQuery } from '../contract/prospects';
import type { Conversation, Qualification } from '../conversations';

type SearchedQualification = NonNullable<SearchQuery['qualification']>;

/** The search filter's own words for values that the rows name differently. */
const searchedAs: Record<Qualification, SearchedQualification> = {
	needVerification: 'pending',
	inProgress: 'pending',
	qualified: 'qualified',
	unqualified: 'disqualified',
};

const same = (wanted: string | undefined, actual: string | undefined) =>
	wanted === undefined || wanted.toLowerCase() === actual?.toLowerCase();

/** The filters of the search only; status, pause and reply are shared with the campaign list. */
export function matchesSearch({ profile, campaignId, qualification }: Conversation, search: SearchQuery): boolean {
	const text = `${profile.name} ${profile.headline ?? ''}`.toLowerCase();
	return (
		text.includes(search.query?.toLowerCase() ?? '') &&
		(search.campaignId === undefined || search.campaignId === campaignId) &&
		(search.qualification === undefined || search.qualification === searchedAs[qualification]) &&
		same(search.city, profile.location?.city) &&
		same(search.country, profile.location?.country)
	);
}
