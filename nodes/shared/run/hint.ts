import { contactHoursOption, contactLimitOption } from '../contacts/fields';
import { counted, duration } from '../values/amounts';
import { quotedList } from '../values/quoted';
import type { Outcome } from '../contract/outcome';
import type { Vendor } from '../contract/vendor';
import type { FinishedRun } from './driver';
import { subWorkflowHint } from './retryAdvice';

const SECOND_MS = 1_000;

/** How many columns are named; a table can have hundreds. */
const MOST_COLUMNS = 20;

const count = (
	outcomes: FinishedRun['outcomes'],
	matches: (outcome: Outcome) => boolean,
	isMeant: (index: number) => boolean = () => true,
): number => [...outcomes].filter(([index, outcome]) => isMeant(index) && matches(outcome)).length;

/** Items that are neither invalid nor held back nor skipped. */
const wasSent = ({ rows, failure }: Outcome): boolean =>
	rows ? rows.length > 0 : failure.kind === 'refused' || failure.kind === 'unknown';

const isDuplicate = ({ rows }: Outcome): boolean => rows?.[0]?.json.duplicateOfItem !== undefined;

const isUnknown = ({ failure }: Outcome): boolean => failure?.kind === 'unknown' || failure?.kind === 'startedBefore';

const isRefusedWithAccount = ({ failure }: Outcome): boolean =>
	failure?.kind === 'skipped' && failure.isOfAccount === true;

const isDoneBefore = ({ failure }: Outcome): boolean => failure?.kind === 'doneBefore';

/** " of 15 requests a minute", if the run waited for one known limit. */
function limitOf(limits: ReadonlySet<string>): string {
	const [limit = '', ...others] = limits;
	return limit === '' || others.length > 0 ? '' : ` of ${limit}`;
}

/** Which persons were held back, by which rule, when the first can be contacted, and who can never be contacted. */
function heldBackHints(outcomes: FinishedRun['outcomes']): string[] {
	const held = [...outcomes.values()].flatMap(({ failure }) => (failure?.held ? [failure.held] : []));
	const forGood = held.filter(({ possibleAt }) => possibleAt === undefined).length;
	const byRule = [contactHoursOption, contactLimitOption].flatMap(({ name, displayName }) => {
		const [first, ...others] = held
			.flatMap(({ reason, possibleAt }) => (reason === name && possibleAt !== undefined ? [possibleAt] : []))
			.sort();
		if (first === undefined) return [];
		const [verb, when] = others.length === 0 ? ['was', 'It'] : ['were', 'The first'];
		return [
			`${counted(others.length + 1, 'contact')} ${verb} held back by "${displayName}". ${when} can be made at ${first}.`,
		];
	});
	return forGood === 0
		? byRule
		: [
				...byRule,
				`${counted(forGood, 'person')} ${forGood === 1 ? 'was' : 'were'} not contacted, for the "reason" in ${forGood === 1 ? 'that item' : 'those items'}.`,
			];
}

/** What happened in a run and is not visible in its items, in plain words; '' when there is nothing to say. */
export function hintOf(run: FinishedRun, vendor: Vendor): string {
	const { outcomes, meter, recalled, blank, unusedColumns } = run;
	const performed = run.dryRun ? 0 : count(outcomes, wasSent, (index) => !recalled.has(index) && !blank.has(index));
	const doneBefore = count(
		outcomes,
		({ rows }) => rows !== undefined,
		(index) => recalled.has(index),
	);
	const duplicates = count(outcomes, isDuplicate);
	const lost = count(outcomes, isDoneBefore);
	const unknown = count(outcomes, isUnknown);
	const refused = count(outcomes, isRefusedWithAccount);
	const stoodStillMs = meter.stoodStill();
	const sentences = [
		run.dryRun?.summary(run.total),
		meter.requests > 0 &&
			meter.requests < performed &&
			`${counted(performed, 'item')} in ${counted(meter.requests, 'request')}.`,
		blank.size > 0 && `${counted(blank.size, 'blank row')} ${blank.size === 1 ? 'was' : 'were'} skipped.`,
		duplicates > 0 && `${counted(duplicates, 'duplicate')} ${duplicates === 1 ? 'was' : 'were'} not sent.`,
		doneBefore > 0 &&
			`${counted(doneBefore, 'item')} had been done by an earlier try and ${doneBefore === 1 ? 'was' : 'were'} not sent again.`,
		lost > 0 &&
			`${counted(lost, 'item')} had been done by an earlier try, whose ${lost === 1 ? 'result is' : 'results are'} missing.`,
		unknown > 0 &&
			`The outcome of ${counted(unknown, 'item')} is unknown: look ${unknown === 1 ? 'it' : 'them'} up in ${vendor.name} before you send ${unknown === 1 ? 'it' : 'them'} again.`,
		refused > 0 &&
			`${counted(refused, 'item')} ${refused === 1 ? 'was' : 'were'} not sent, as ${vendor.name} refuses the account; each says why.`,
		...heldBackHints(outcomes),
		run.unusualContacts > 0 &&
			`${run.unusualContacts} of the calls and texts went out before 8:00 or after 21:00 in the time zone of the person, judged by the number. The option "Contact Hours" prevents that.`,
		stoodStillMs >= SECOND_MS && `Waited ${duration(stoodStillMs)} for ${vendor.name}’s limit${limitOf(meter.limits)}.`,
		unusedColumns.length > 0 &&
			`Not used: ${counted(unusedColumns.length, 'column')} of the input, ${quotedList(unusedColumns, MOST_COLUMNS)}.`,
		...meter.warnings,
		run.fillsStore &&
			'After a crash, n8n remembers about 10,000 items of this node. With longer lists, a Retry may repeat the first items. Divide the list among several workflows.',
	];
	return [...sentences, subWorkflowHint(run)].filter((sentence) => sentence).join(' ');
}
