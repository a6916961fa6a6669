/** A message; `assistant` is the agent, `user` the person. The date is ISO 8601. */
export interface Message {
	role: 'assistant' | 'user';
	content: string;
	date: string;
}

/** The agent's judgement of a person. */
export type Qualification = 'unqualified' | 'needVerification' | 'inProgress' | 'qualified';

/** A person's profile on LinkedIn. */
export interface Profile {
	name: string;
	/** Normalised. */
	url: string;
	headline: string | null;
	currentCompanyName: string | null;
	currentJobTitle: string | null;
	currentCompanyWebsite: string | null;
	currentCompanyLinkedInUrl: string | null;
	location: { city: string; country: string } | null;
	about: string | null;
}

/** A prospect in a campaign: the vendor's chat and prospect ids name the same row. */
export interface Conversation {
	/** Order of creation; the list's cursor refers to it. */
	sequence: number;
	chatId: string;
	prospectId: string;
	campaignId: string;
	/** Conversation code of the list page: 0 not started ... 4 replied, 5 qualified, 6 unqualified, 7 skipped, 50x. */
	status: number;
	qualification: Qualification;
	paused: boolean;
	lastMessage: string | null;
	customData: string | null;
	listId: string | null;
	profile: Profile;
	messages: Message[];
}

/** All conversations of a team, found by chat, by prospect or by campaign and profile URL. */
export class Conversations {
	readonly byChat = new Map<string, Conversation>();

	readonly byProspect = new Map<string, Conversation>();

	private readonly byCampaign = new Map<string, Map<string, Conversation>>();

	private sequence = 0;

	add(fields: Omit<Conversation, 'sequence'>): Conversation {
		this.sequence += 1;
		const conversation = { ...fields, sequence: this.sequence };
		this.byChat.set(conversation.chatId, conversation);
		this.byProspect.set(conversation.prospectId, conversation);
		const campaign = this.byCampaign.get(conversation.campaignId) ?? new Map<string, Conversation>();
		this.byCampaign.set(conversation.campaignId, campaign.set(conversation.profile.url, conversation));
		return conversation;
	}

	remove({ chatId, prospectId, campaignId, profile }: Conversation): void {
		this.byChat.delete(chatId);
		this.byProspect.delete(prospectId);
		this.byCampaign.get(campaignId)?.delete(profile.url);
	}

	inCampaign(campaignId: string): Conversation[] {
		return [...(this.byCampaign.get(campaignId)?.values() ?? [])];
	}

	withUrl(campaignId: string, url: string): Conversation | undefined {
		return this.byCampaign.get(campaignId)?.get(url);
	}

	all(): Conversation[] {
		return [...this.byChat.values()];
	}
}
