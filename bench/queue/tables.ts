import { markdownTable } from '../conditions';
import type { Finding } from './tally';

const isMet = ({ tally: { items, once, repeated, silent }, isUndisturbed }: Finding): boolean =>
	repeated === 0 && silent === 0 && (!isUndisturbed || once === items);

function toldBy({ tally: { openByItem, openByExecution, silent } }: Finding): string {
	if (silent > 0) return '**no**';
	if (openByExecution > 0) return openByItem > 0 ? 'partly: also by the execution alone' : 'only by the execution';
	return 'yes';
}

/** The fate of the items of each scenario, in counts. */
export const findingsTable = (findings: readonly Finding[]): string =>
	markdownTable(
		[
			'What happens',
			'Items',
			'Done once',
			'More than once',
			'Not done, and the item says so',
			'Not done, only the execution says so',
			'Lost without a word',
			'Done, reported as unknown',
			'n8n says',
			'A person can tell',
			'Met',
		],
		findings.map((finding) => {
			const { items, once, repeated, openByItem, openByExecution, silent, doubted, says } = finding.tally;
			const counts = [items, once, repeated, openByItem, openByExecution, silent, doubted].map(String);
			return [finding.title, ...counts, says, toldBy(finding), isMet(finding) ? 'yes' : '**no**'];
		}),
	);
