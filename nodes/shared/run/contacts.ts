import type { ContactRules } from '../contacts/fields';
import { byHours, byLimit, withoutCommonHours, withoutZone } from '../contacts/heldBack';
import { contactKeys, HOUR_MS, possibleAt } from '../contacts/limit';
import { isOpen, nextOpening, type OpeningHours } from '../contacts/openingHours';
import { zonesOf } from '../contacts/zones';
import type { Contact } from '../contract/contact';
import type { Failure } from '../contract/failure';
import { ItemsHeldBack, type Intent } from '../contract/intent';
import type { LastingKeys } from '../contract/lastingKeys';
import type { Time } from '../contract/time';
import { contactsOf } from './contactHistory';
import { notRecorded } from './earlierTry';
import { digestOf } from './itemKeys';

/** An item that reaches a person. */
export interface ContactItem {
	contact: Contact;
	rules: ContactRules;
	/** Stands for the item in all tries of the execution: a further one does not count it again. */
	key: string;
	/** Equal for items that would do the same, of which one may stand for the others. */
	effect: string;
}

/** What people take for decent, and the law of the United States for calls that sell (TCPA, 47 CFR 64.1200(c)(1)). */
const USUAL_HOURS: OpeningHours = { from: '08:00', to: '21:00', weekdays: [1, 2, 3, 4, 5, 6, 7] };

/** A number says nothing to who reads the store. */
const nameOf = ({ person }: Contact): string => digestOf(person);

const claimOf = ({ key }: ContactItem): string => `contact by ${key}`;

/** May this person be contacted now? Asked of all items before a run sends anything, and of each right before its request leaves. */
export class Contacts {
	/** Keys of the contacts that were counted for items of this run. */
	private readonly counted = new Map<number, string[]>();

	private readonly unusual = new Set<number>();

	/** @param of undefined for an item that reaches nobody */
	constructor(
		private readonly store: LastingKeys,
		private readonly time: Time,
		private readonly of: (index: number) => ContactItem | undefined,
	) {}

	/** Calls and texts that went out when it was early or late for the person, and no rule held them back. */
	get unusualCount(): number {
		return this.unusual.size;
	}

	/** @returns why items are not to be performed now, by their index; what they do before they reach the person is done in any case */
	async heldBack(indexes: readonly number[]): Promise<Map<number, Failure>> {
		const failures = new Map<number, Failure>();
		const now = this.time.now();
		const counted: Array<[number, ContactItem, Required<ContactRules>['limit']]> = [];
		for (const index of indexes) {
			const item = this.of(index);
			if (!item || item.contact.isLastStep) continue;
			const failure = heldBackByHours(item, now);
			if (failure) failures.set(index, failure);
			else if (item.rules.limit) counted.push([index, item, item.rules.limit]);
		}
		// A store that cannot be read says so right before a request leaves.
		const contacts = await contactsOf(counted.map(([, { contact }, limit]) => ({ person: nameOf(contact), limit })), now, this.store).catch((): number[][] => []);
		const over = counted.filter(([, , limit], place) => possibleAt(limit, now, contacts[place] ?? []) > now);
		const own = over.length > 0 ? await this.store.find(over.map(([, item]) => claimOf(item))).catch(() => new Set<string>()) : new Set<string>();
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

	/** Nothing has reached the persons of these items. */
	async giveBack(indexes: readonly number[]): Promise<void> {
		const keys = indexes.flatMap((index) => this.counted.get(index) ?? []);
		for (const index of indexes) {
			this.counted.delete(index);
			this.unusual.delete(index);
		}
		// What cannot be taken out holds a later contact back, which is the safe side.
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
		const failure = heldBackByHours(item, this.time.now()) ?? (await this.count(index, item).catch(() => notRecorded));
		if (!failure && isUnusual(item, this.time.now())) this.unusual.add(index);
		return failure;
	}

	/** Counts one more contact, if its limit has room for it. */
	private async count(index: number, item: ContactItem): Promise<Failure | undefined> {
		const { contact, rules: { limit } } = item;
		if (!limit) return undefined;
		const [person, claim] = [nameOf(contact), claimOf(item)];
		for (;;) {
			const now = this.time.now();
			const [before = []] = await contactsOf([{ person, limit }], now, this.store);
			const at = possibleAt(limit, now, before);
			if (at > now) return (await this.store.find([claim])).has(claim) ? undefined : byLimit(contact, limit, at);
			const { day, hour } = contactKeys(person, now, before);
			const there = await this.store.add([claim, day, hour]);
			// An earlier try of this item has been counted.
			if (there.has(claim)) return await this.takeOut(there.has(hour) ? [] : [hour]);
			if (!there.has(hour)) {
				this.counted.set(index, [claim, hour]);
				return undefined;
			}
			// Another item has reached the person in between.
			await this.takeOut([claim]);
		}
	}

	private async takeOut(keys: string[]): Promise<undefined> {
		if (keys.length > 0) await this.store.remove(keys).catch(() => {});
	}
}

/** The contacts that earlier items of the run are about to make, so that of several the first ones are made. */
class Wanted {
	private readonly effects = new Map<string, Set<string>>();

	constructor(private readonly now: number) {}

	/** @returns their hours */
	before({ contact, effect }: ContactItem): number[] {
		const effects = this.effects.get(contact.person) ?? new Set();
		// An equal item is sent once, and said to be a duplicate.
		return effects.has(effect) ? [] : Array<number>(effects.size).fill(Math.floor(this.now / HOUR_MS));
	}

	add({ contact, effect }: ContactItem): void {
		this.effects.set(contact.person, (this.effects.get(contact.person) ?? new Set()).add(effect));
	}
}

/** Where a person's clock is to be asked. */
function zonesFor({ telephone }: Contact, { timeZone, timeZoneElse }: NonNullable<ContactRules['hours']>): readonly string[] {
	if (timeZone !== undefined) return [timeZone];
	const told = telephone === undefined ? [] : zonesOf(telephone);
	return told.length === 0 && timeZoneElse !== undefined ? [timeZoneElse] : told;
}

function heldBackByHours({ contact, rules: { hours } }: ContactItem, now: number): Failure | undefined {
	if (!hours) return undefined;
	const zones = zonesFor(contact, hours);
	if (zones.length === 0) return withoutZone(contact);
	const closed = zones.find((zone) => !isOpen(hours, zone, now));
	if (closed === undefined) return undefined;
	const at = nextOpening(hours, zones, now);
	return at === undefined ? withoutCommonHours(contact) : byHours(contact, closed, now, at);
}

/** Wherever the person's number may be. */
function isUnusual({ contact: { channel, telephone }, rules: { hours } }: ContactItem, now: number): boolean {
	if (hours || telephone === undefined || (channel !== 'call' && channel !== 'text')) return false;
	const zones = zonesOf(telephone);
	return zones.length > 0 && zones.every((zone) => !isOpen(USUAL_HOURS, zone, now));
}
