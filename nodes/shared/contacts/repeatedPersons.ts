import type { Contact } from '../contract/contact';

interface Met {
	index: number;
	through: string;
}

/** Finds persons in one run that an earlier item had for another campaign, agent or case. */
export class RepeatedPersons {
	private readonly met = new Map<string, Met>();

	/** @returns the earlier item, and its campaign, agent or case */
	earlier({ person, channel, through }: Contact, index: number): Met | undefined {
		if (through === undefined) return undefined;
		const key = `${channel} ${person}`;
		const first = this.met.get(key);
		if (first) return first.through === through ? undefined : first;
		this.met.set(key, { index, through });
		return undefined;
	}
}
