import type { Time } from '../../../../nodes/shared/contract/time';
import type { ManualTime } from '../../support/manualTime';

/** A system clock that somebody sets; sleeping goes by the time that really passes. */
export class SettableTime implements Time {
	private setBy = 0;

	constructor(private readonly real: ManualTime) {}

	now(): number {
		return this.real.now() + this.setBy;
	}

	async sleep(milliseconds: number): Promise<void> {
		await this.real.sleep(milliseconds);
	}

	/** @param milliseconds below 0 sets it back */
	set(milliseconds: number): void {
		this.setBy += milliseconds;
	}
}
