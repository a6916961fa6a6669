import type { ImportList } from './importList';
import { startConversation, type Team } from './importRow';
import { linkedinSlug, normalisedUrl } from './linkedin';

/** When this many rows are done (vendor epoch ms). */
export function processedAt({ startedAt, secondsPerRow }: ImportList, rows: number): number {
	return startedAt + rows * secondsPerRow * 1000;
}

/** Whether rows are still unprocessed: the report has all processed ones. */
export function isRunning({ rows, report }: ImportList): boolean {
	return report.length < rows.length;
}

/** Imports of a team. Rows become due by the clock, and are processed when the state is read next. */
export class Imports {
	readonly lists = new Map<string, ImportList>();

	private readonly submissions = new Map<string, Map<string, number>>();

	add(list: Omit<ImportList, 'report'>): ImportList {
		const created: ImportList = { ...list, report: [] };
		this.lists.set(created.listId, created);
		for (const { url } of created.rows) this.countSubmission(created.campaignId, url);
		return created;
	}

	/** Lists with unprocessed rows. */
	running(): ImportList[] {
		return [...this.lists.values()].filter(isRunning);
	}

	isBusy(campaignId: string): boolean {
		return this.running().some((list) => list.campaignId === campaignId);
	}

	/** Removes the lists of a deleted campaign. */
	forget(campaignId: string): void {
		for (const list of this.lists.values()) if (list.campaignId === campaignId) this.lists.delete(list.listId);
	}

	/** How many times each profile was accepted for each campaign. */
	timesSubmitted(): Record<string, Record<string, number>> {
		return Object.fromEntries(
			[...this.submissions].map(([campaignId, urls]) => [campaignId, Object.fromEntries(urls)]),
		);
	}

	/** Processes every row that is due. */
	settle(state: Team, now: number): void {
		for (const list of this.running()) {
			for (const row of list.rows.slice(list.report.length)) {
				if (processedAt(list, list.report.length + 1) > now) break;
				list.report.push(startConversation(state, list, row));
			}
		}
	}

	private countSubmission(campaignId: string, url: string): void {
		const slug = linkedinSlug(url);
		const key = slug === undefined ? url : normalisedUrl(slug);
		const urls = this.submissions.get(campaignId) ?? new Map<string, number>();
		this.submissions.set(campaignId, urls.set(key, (urls.get(key) ?? 0) + 1));
	}
}
