import type { ContactRules } from '../contacts/fields';
import { byLimit } from '../contacts/heldBack';
import { heldBackByHours, isUnusual } from '../contacts/hours';
import { contactKeys, hourOf, possibleAt, turnKey, turnNear, type ContactLimit } from '../contacts/limit';
import type { Contact } from '../contract/contact';
import type { Failure } from '../contract/failure';
import { ItemsHeldBack, type Intent } from '../contract/intent';
import type { PersistentKeys } from '../contract/persistentKeys';
import type { Time } from '../contract/time';
import { contactsOf } from './contactHistory';
import { notRecorded } from './earlierTry';
import { digestOf } from './itemKeys';

/** An item that reaches a person. */
export interface ContactItem {
	contact: Contact;
	rules: ContactRules;
	/** Identifies the item in all tries of the execution, so that a further try does not count it again. */
	key: string;
	/** Equal for items that do the same: one of them is sent for all. */
	effect: string;
}

/** A digest, so that the store shows no telephone number. */
const nameOf = ({ person }: Contact): string => digestOf(person);

const claimOf = ({ key }: ContactItem): string => `contact by ${key}`;

/**
 * Decides whether a person may be contacted now. The run asks for all items before it sends anything, and for each item
 * again right before its request leaves.
 */
export class Contacts {
	/** Keys of the contacts that were counted for items of this run. */
	private readonly counted = new Map<number, string[]>();

	private readonly unusual = new Set<number>();

	private readonly returns: Array<Promise<void>> = [];

	/** @param of undefined for an item that reaches no person */
	constructor(
		private readonly store: PersistentKeys,
		private readonly time: Time,
		private readonly of: (index: number) => ContactItem | undefined,
	) {}

	/** Calls and texts that went out early or late in the person's day, because no rule held them back. */
	get unusualCount(): number {
		return this.unusual.size;
	}

	/**
	 * @param lastSteps whether to ask also of items that do something before they reach the person, which is done in any case
	 * @returns why items are not to be performed now, by their index
	 */
	async heldBack(indexes: readonly number[], lastSteps = false): Promise<Map<number, Failure>> {
		const failures = new Map<number, Failure>();
		const now = this.time.now();
		const counted: Array<[number, ContactItem, ContactLimit]> = [];
		for (const index of indexes) {
			const item = this.of(index);
			if (!item || (item.contact.isLastStep && !lastSteps)) continue;
			const failure = heldBackByHours(item.contact, item.rules.hours, now);
			if (failure) failures.set(index, failure);
			else if (item.rules.limit) counted.push([index, item, item.rules.limit]);
		}
		// If the store cannot be read, the check right before the request reports it.
		const contacts = await contactsOf(
			counted.map(([, { contact }, limit]) => ({ person: nameOf(contact), limit })),
			now,
			this.store,
		).catch((): number[][] => []);
		const over = counted.filter(([, , limit], place) => possibleAt(limit, now, contacts[place] ?? []) > now);
		const own =
			over.length > 0
				? await this.store.find(over.map(([, item]) => claimOf(item))).catch(() => new Set<string>())
				: new Set<string>();
		const wanted = new Wanted(now);
		for (const [place, [index, item, limit]] of counted.entries()) {
			if (own.has(claimOf(item))) continue;
			const at = possibleAt(limit, now, [...(contacts[place] ?? []), ...wanted.before(item)]);
			if (at > now) failures.set(index, byLimit(item.contact, limit, at));
			else wanted.add(item);
		}
		return failures;
	}

	/** For a request that reaches the persons of these items. */
	gateOf(indexes: readonly number[]): Intent {
		return {
			announce() {},
			declare: async () => await this.pass(indexes),
			withdraw: async () => await this.giveBack(indexes),
		};
	}

	/** The person of the item was not reached. */
	notMade(index: number): void {
		if (this.counted.has(index)) this.returns.push(this.giveBack([index]));
		this.unusual.delete(index);
	}

	/** Call this when the run is over. */
	async flush(): Promise<void> {
		await Promise.all(this.returns);
	}

	private async giveBack(indexes: readonly number[]): Promise<void> {
		const keys = indexes.flatMap((index) => this.counted.get(index) ?? []);
		for (const index of indexes) {
			this.counted.delete(index);
			this.unusual.delete(index);
		}
		// A key that cannot be removed holds a later contact back. That is the safe side.
		await this.takeOut(keys);
	}

	/** @throws ItemsHeldBack */
	private async pass(indexes: readonly number[]): Promise<void> {
		const asked = await Promise.all(indexes.map(async (index) => [index, await this.passed(index)] as const));
		const failures = new Map(asked.flatMap(([index, failure]) => (failure ? [[index, failure] as const] : [])));
		const [first] = failures.values();
		if (!first) return;
		await this.giveBack(indexes);
		throw new ItemsHeldBack(first, failures);
	}

	private async passed(index: number): Promise<Failure | undefined> {
		const item = this.of(index);
		if (!item) return undefined;
		const {
			contact,
			rules: { hours },
		} = item;
		const failure =
			heldBackByHours(contact, hours, this.time.now()) ?? (await this.count(index, item).catch(() => notRecorded));
		if (!failure && !hours && isUnusual(contact, this.time.now())) this.unusual.add(index);
		return failure;
	}

	/** Counts one more contact, if its limit has room for it. */
	private async count(index: number, item: ContactItem): Promise<Failure | undefined> {
		const {
			contact,
			rules: { limit },
		} = item;
		if (!limit) return undefined;
		const [person, claim] = [nameOf(contact), claimOf(item)];
		const taken = new Set<string>();
		for (let tries = 0; ; tries++) {
			const now = this.time.now();
			const [found = []] = await contactsOf([{ person, limit }], now, this.store);
			const { before, day, hour, place } = contactKeys(person, now, found, taken);
			const at = possibleAt(limit, now, before);
			if (at > now)
				return tries === 0 && (await this.store.find([claim])).has(claim) ? undefined : byLimit(contact, limit, at);
			// Another process may write a removed key back, so each try has a key of its own.
			const own = tries === 0 ? claim : `${claim} try ${tries}`;
			const there = await this.store.claim(own, place, tries === 0 ? [day, hour] : [claim, day, hour]);
			// An earlier try of this item was counted.
			if (tries === 0 && there?.has(claim)) return await this.takeOut([place, hour].filter((key) => !there.has(key)));
			if (there && !there.has(place)) {
				const keys = [claim, ...(own === claim ? [] : [own]), place, hour];
				const turn = await this.placeAtTurn(item, limit, now, found);
				if (turn.isOver) {
					await this.takeOut(keys);
					return byLimit(contact, limit, possibleAt(limit, now, Array<number>(limit.most).fill(hourOf(now))));
				}
				this.counted.set(index, [...keys, ...turn.keys]);
				return undefined;
			}
			// Another item, here or in another process of n8n, reaches the person.
			if (there) await this.takeOut([own, claim]);
			taken.add(place);
		}
	}

	/**
	 * Two contacts just before and just after a full hour have different hours. This key makes them compete for the
	 * same place.
	 */
	private async placeAtTurn(
		item: ContactItem,
		limit: ContactLimit,
		now: number,
		found: readonly number[],
	): Promise<{ isOver: boolean; keys: string[] }> {
		const turn = turnNear(now);
		if (turn === undefined) return { isOver: false, keys: [] };
		for (let before = found.length; before < limit.most; before++) {
			const place = turnKey(nameOf(item.contact), turn, before + 1);
			const own = `${claimOf(item)} ${place}`;
			const there = await this.store.claim(own, place, []);
			if (there && !there.has(place)) return { isOver: false, keys: [own, place] };
			if (there) await this.takeOut([own]);
		}
		return { isOver: true, keys: [] };
	}

	private async takeOut(keys: string[]): Promise<undefined> {
		if (keys.length > 0) await this.store.remove(keys).catch(() => {});
	}
}

/** The contacts that earlier items of the run will make, so that the first items get the free places. */
class Wanted {
	private readonly effects = new Map<string, Set<string>>();

	constructor(private readonly now: number) {}

	/** @returns their hours */
	before({ contact, effect }: ContactItem): number[] {
		const effects = this.effects.get(contact.person) ?? new Set();
		// Of equal items one is sent; the others are reported as duplicates.
		return effects.has(effect) ? [] : Array<number>(effects.size).fill(hourOf(this.now));
	}

	add({ contact, effect }: ContactItem): void {
		this.effects.set(contact.person, (this.effects.get(contact.person) ?? new Set()).add(effect));
	}
}
