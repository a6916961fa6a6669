import type { Notes } from '../contract/memory';
import type { ValidItem } from './validItem';
import { effectOf, type ItemKey } from './itemKeys';
import type { Ports } from './ports';

/** See `Contacts`. */
export const contactOf = (ports: Ports, item: ValidItem | undefined) =>
	item?.contact && { ...item.contact, key: keyWhenDone(ports, item), effect: effectOf(item.keys) };

/** See `IntentKeys`. */
export function keyWhenDone({ lineages }: Ports, item: ValidItem | undefined): string {
	const keys = item?.keys ?? [];
	const { scope, digest } = keys.find((key) => key.scope !== 'run') ?? keys[0] ?? { scope: 'run', digest: '' };
	return [lineages[scope], digest].join(' ');
}

/** The keys of an item in all tries of the execution. */
export const keysInLineage = ({ lineages }: Ports, item: ValidItem | undefined): string[] =>
	(item?.keys ?? []).map(({ scope, digest }) => [lineages[scope], digest].join(' '));

/** See `IntentKeys`. */
export const keysOfTry = (ports: Ports, item: ValidItem | undefined): string[] =>
	item?.options.sendAgain ? keysInLineage(ports, item).map((key) => `${key} ${ports.executionId}`) : [];

/** A note is kept under all keys of an item, because a later try may find any of them. */
export const notesOf = (keys: ItemKey[], { note, keepNote }: Notes): Notes => ({
	note: (name) => keys.map(({ digest }) => note(`${name} ${digest}`)).find((found) => found !== undefined),
	keepNote(name, kept) {
		for (const { digest } of keys) keepNote(`${name} ${digest}`, kept);
	},
});
