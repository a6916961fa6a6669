/** How a person is reached. */
export type Channel = 'call' | 'text' | 'email' | 'invitation';

/** Why a person is not to be reached, where waiting until a known time does not help. */
export type NotToBeReached = 'optedOut' | 'doNotContact' | 'notAllowedNow';

/** The person that an item reaches. Plain data. */
export interface Contact {
	/** In one form for all items: a telephone number in E.164, an address of e-mail or LinkedIn, or a record of the vendor, such as `client 412`. */
	person: string;
	channel: Channel;
	/** In E.164, where it is known. */
	telephone?: string;
	/** On whose behalf, such as `campaign 7` or `agent abc`. */
	through?: string;
	/** The item does more than reach the person: what comes before is done in any case. */
	isLastStep?: boolean;
}
