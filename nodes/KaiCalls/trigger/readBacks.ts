import type { IDataObject } from 'n8n-workflow';

import { ItemFailure } from '../../shared/contract/failure';
import type { Time } from '../../shared/contract/time';
import { asItem } from '../../shared/values/rows';
import { hasEnded } from '../waiting/outcome';
import type { LookUp } from '../waiting/lookUp';
import { Recent } from './recent';
import { Overload, Slots } from '../../shared/limits/slots';

const MINUTE_MS = 60_000;
const UNKNOWN_CALL = 404;

/** Of the five requests that the account may have under way; the rest stays free for what people do. */
const AT_ONCE = 3;
/** Somebody waits for an answer; KaiCalls places 60 calls per minute at most. */
const LONGEST_LINE = 100;
/** A fifth of what the account may read per minute, for looking into what turns out to be nothing. */
const VAIN_PER_MINUTE = 60;
const REFUTED = 500;

const isUnknownCall = (error: unknown): boolean => error instanceof ItemFailure && error.failure.status === UNKNOWN_CALL;

/**
 * Reads calls back for one trigger, on the word of strangers: whatever they send, the account's rate limit is not used
 * up and nothing grows for ever.
 */
export class ReadBacks {
	private readonly slots: Slots;

	private readonly inVain: Recent;

	private readonly refuted: Recent;

	private readonly underWay = new Map<string, Promise<IDataObject | undefined>>();

	private vainReads = 0;

	constructor(time: Time) {
		this.slots = new Slots(AT_ONCE, LONGEST_LINE, time);
		this.inVain = new Recent(time, { forMs: MINUTE_MS, capacity: VAIN_PER_MINUTE });
		this.refuted = new Recent(time, { forMs: MINUTE_MS, capacity: REFUTED });
	}

	/**
	 * @returns the call, undefined when the API knows none
	 * @throws Overload when too many ask, or too many have asked in vain; ItemFailure when the API does not answer
	 */
	async read(id: string, lookUp: LookUp): Promise<IDataObject | undefined> {
		const same = this.underWay.get(id);
		if (same) return await same;
		const reading = this.slots.run(async () => await this.readNow(id, lookUp)).finally(() => this.underWay.delete(id));
		this.underWay.set(id, reading);
		return await reading;
	}

	/** Notes what will not start a run, by all that the API says. */
	refute(report: string): void {
		this.refuted.note(report);
	}

	isRefuted(report: string): boolean {
		return this.refuted.has(report);
	}

	private async readNow(id: string, lookUp: LookUp): Promise<IDataObject | undefined> {
		if (this.inVain.count >= VAIN_PER_MINUTE) throw new Overload('Too many reports were about nothing');
		const call = await lookUp(id).then(
			({ body }) => asItem(body),
			(error: unknown) => {
				if (isUnknownCall(error)) return undefined;
				throw error;
			},
		);
		if (!call || !hasEnded(call)) this.inVain.note(String((this.vainReads += 1)));
		return call;
	}
}
