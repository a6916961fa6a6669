/** The first group of each kind's IDs, so that a UUID in a log shows its kind. */
const prefixes = {
	business: 'b0500000',
	agent: 'a6e70000',
	number: '0b0e0000',
	call: 'ca110000',
	conversation: 'c0f00000',
	lead: '1ead0000',
	smsConversation: '5c000000',
	message: '5a500000',
	webhook: '4eb00000',
	event: 'e0e70000',
	delivery: 'de110000',
	run: 'c0330000',
	job: '10b00000',
	attempt: 'a77e0000',
	usage: '05a6e000',
	key: '4e700000',
} as const;

type IdKind = keyof typeof prefixes;

/** The UUID of the nth record of a kind, counted from 1. */
export function idOf(kind: IdKind, number: number): string {
	return `${prefixes[kind]}-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** Deterministic UUIDs. */
export class Ids {
	private readonly counts = new Map<IdKind, number>();

	next(kind: IdKind): string {
		const count = (this.counts.get(kind) ?? 0) + 1;
		this.counts.set(kind, count);
		return idOf(kind, count);
	}
}
