import { oneThroughOption, readContactRules, type ContactRules } from '../contacts/fields';
import { hoursWarnings } from '../contacts/hours';
import { RepeatedPersons } from '../contacts/repeatedPersons';
import type { Contact } from '../contract/contact';
import { inputFailure, invalidInput } from '../contract/failure';
import type { Identity, ItemParameters, Operation, OperationRun } from '../contract/operation';
import { contentKey } from '../values/contentKey';
import { shown } from '../values/shown';
import { yesOrNo } from '../values/yesNo';
import { digestOf, ItemKeys, type ItemKey } from './itemKeys';
import { ItemWarnings } from './itemWarnings';
import { readNodeOptions, type NodeOptions } from './nodeOptions';
import type { Ports } from './ports';
import type { RunSettings } from './runSettings';
import type { RunState } from './runState';
import { Yielding } from './yielding';

/** An item that was read and is valid. */
export interface ValidItem {
	/** See `ItemKeys`. */
	keys: ItemKey[];
	/**
	 * For a call by a model: one is equal for calls with the same effect in any words, the other for calls with the
	 * same effect in the same words.
	 */
	same?: { deed: string; words: string };
	options: NodeOptions;
	/** It calls, writes to or adds a person. */
	reachesPerson: boolean;
	/** See `Advice`. */
	warnings: string[];
	/** See `Identity`, with the user's settings for it. */
	contact?: { contact: Contact; rules: ContactRules };
	/** The time zone of its result; undefined if the vendor's answer stays unchanged. */
	timesIn: string | undefined;
	/** Notes for the user beside its result. */
	notices: string[];
}

/**
 * Reads every item once. An invalid item gets a failure as its outcome. An empty item, such as a blank row below the
 * data of a spreadsheet, is skipped, unless fields beside its row say what to do.
 * @returns the items that were skipped
 */
export async function readAll(
	{ advice }: Operation,
	work: OperationRun,
	ports: Ports,
	run: RunState,
	fit: Map<number, ValidItem>,
	{ isTool }: RunSettings,
): Promise<Set<number>> {
	const { parameters, memory, time, isCancelled } = ports;
	const blank = new Set<number>();
	const places = new RepeatedPersons();
	const itemKeys = new ItemKeys(memory, isTool);
	const yielding = new Yielding(time);
	for (let index = 0; index < parameters.count && !isCancelled(); index++) {
		if (parameters.dependsOnRow && parameters.isBlank(index)) {
			blank.add(index);
			continue;
		}
		try {
			const item = parameters.of(index);
			item.check();
			const options = readNodeOptions(item);
			const identity = work.read(item);
			const reachesPerson = identity.isContact === true || identity.contact !== undefined;
			const reached = readContact(item, identity, places);
			const warnings = [
				...(advice.warnings?.(item) ?? []),
				...(reached.contact ? hoursWarnings(reached.contact.contact, reached.contact.rules.hours) : []),
			];
			const { effect, content = effect } = identity;
			const same = isTool && { same: { deed: digestOf(contentKey(effect)), words: digestOf(contentKey(content)) } };
			fit.set(index, {
				keys: itemKeys.next(identity, parameters.origin(index)),
				...same,
				options,
				reachesPerson,
				warnings,
				timesIn: advice.answersRaw === true || isSimplifyOff(item) ? undefined : item.timeZone,
				...reached,
			});
		} catch (thrown) {
			if (parameters.isBlank(index)) blank.add(index);
			else run.settle(index, { failure: inputFailure(thrown) });
		}
		await yielding.pause();
	}
	for (const index of blank) run.recall(index, { rows: [] });
	return blank;
}

/** Always false for an operation without that option. */
const isSimplifyOff = (item: ItemParameters): boolean => yesOrNo(item.parameter('simplify', true)) === false;

/** @throws ItemFailure for a person that an earlier item has in another place, if the user wants to refuse that */
function readContact(
	item: ItemParameters,
	{ contact }: Identity,
	places: RepeatedPersons,
): Pick<ValidItem, 'contact' | 'notices'> {
	if (!contact) return { notices: [] };
	const rules = readContactRules(item);
	const earlier = places.earlier(contact, item.index);
	if (!earlier) return { contact: { contact, rules }, notices: [] };
	const notice = `Item ${earlier.index} brings ${shown(contact.person)} to ${shown(earlier.through)} as well.`;
	if (rules.oneThrough) {
		throw invalidInput(
			notice.replace(/\.$/, ''),
			`Leave one of the two items out, or switch off "${oneThroughOption.displayName}".`,
		);
	}
	return { contact: { contact, rules }, notices: [notice] };
}

/** Notes about the run. A model reads only the items, so there each item has them. */
export function warningsIn(
	fit: ReadonlyMap<number, ValidItem>,
	keyWarning: string,
	total: number,
	{ isTool }: RunSettings,
): string[] {
	const texts = new ItemWarnings();
	for (const [index, item] of fit) {
		const { warnings, reachesPerson } = item;
		for (const text of warnings) texts.add(text, index);
		if (isTool)
			item.notices = [...warnings, ...(reachesPerson && keyWarning !== '' ? [keyWarning] : []), ...item.notices];
	}
	return [texts.inWords(total), keyWarning].filter((text) => text !== '');
}
