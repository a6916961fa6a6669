/** How a person is reached. */
export type Channel = 'call' | 'text' | 'email' | 'invitation';

/** Why a person must not be contacted, if waiting until a known time does not help. */
export type NotToBeReached = 'optedOut' | 'doNotContact' | 'notAllowedNow';

/** The person that an item reaches. Plain data. */
export interface Contact {
	/**
	 * In one form for all items: a telephone number in E.164, an email address, a LinkedIn address, or a record of the
	 * vendor, such as `client 412`.
	 */
	person: string;
	channel: Channel;
	/** In E.164, if it is known. */
	telephone?: string;
	/** The campaign, agent or case behind the contact, such as `campaign 7` or `agent abc`. */
	through?: string;
	/** The contact is the last of the item's steps; the steps before it are done in any case. */
	isLastStep?: boolean;
}
