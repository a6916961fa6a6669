import type { Outcome } from '../contract/outcome';
import type { Vendor } from '../contract/vendor';
import type { FinishedRun } from './driver';

const SECOND_MS = 1_000;
const MINUTE_S = 60;

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const count = (
	outcomes: FinishedRun['outcomes'],
	matches: (outcome: Outcome) => boolean,
	isMeant: (index: number) => boolean = () => true,
): number => [...outcomes].filter(([index, outcome]) => isMeant(index) && matches(outcome)).length;

/** Neither unfit nor kept back. */
const wasSent = ({ rows, failure }: Outcome): boolean => rows !== undefined || failure.kind === 'refused' || failure.kind === 'unknown';

const isDuplicate = ({ rows }: Outcome): boolean => rows?.[0]?.json.duplicateOfItem !== undefined;

const isUnknown = ({ failure }: Outcome): boolean => failure?.kind === 'unknown' || failure?.kind === 'startedBefore';

const isDoneBefore = ({ failure }: Outcome): boolean => failure?.kind === 'doneBefore';

function duration(ms: number): string {
	const seconds = Math.round(ms / SECOND_MS);
	return seconds < 2 * MINUTE_S ? `${seconds} s` : `${Math.round(seconds / MINUTE_S)} min`;
}

const PERIODS: Record<number, string> = { 60: 'a minute', 3_600: 'an hour' };

/** "15 requests a minute", where the run waited for one documented limit. */
function limitOf(vendor: Vendor, names: ReadonlySet<string>): string {
	const [name, ...others] = names;
	const limit = name === undefined || others.length > 0 ? undefined : vendor.limits[name];
	return limit ? ` of ${limit.requests} requests ${PERIODS[limit.perSeconds] ?? `in ${limit.perSeconds} s`}` : '';
}

/** What a run did that its items do not show, in plain words; '' when there is nothing to say. */
export function hintOf({ outcomes, meter, recalled }: FinishedRun, vendor: Vendor): string {
	const performed = count(outcomes, wasSent, (index) => !recalled.has(index));
	const doneBefore = count(outcomes, ({ rows }) => rows !== undefined, (index) => recalled.has(index));
	const duplicates = count(outcomes, isDuplicate);
	const lost = count(outcomes, isDoneBefore);
	const unknown = count(outcomes, isUnknown);
	const stoodStillMs = meter.stoodStill();
	const sentences = [
		meter.requests > 0 && meter.requests < performed && `${counted(performed, 'item')} in ${counted(meter.requests, 'request')}.`,
		duplicates > 0 && `${counted(duplicates, 'duplicate')} ${duplicates === 1 ? 'was' : 'were'} not sent.`,
		doneBefore > 0 && `${counted(doneBefore, 'item')} had been done by an earlier try and ${doneBefore === 1 ? 'was' : 'were'} not sent again.`,
		lost > 0 && `${counted(lost, 'item')} had been done by an earlier try, whose ${lost === 1 ? 'result is' : 'results are'} not at hand.`,
		unknown > 0 && `The outcome of ${counted(unknown, 'item')} is unknown: look ${unknown === 1 ? 'it' : 'them'} up in ${vendor.name} before you send ${unknown === 1 ? 'it' : 'them'} again.`,
		stoodStillMs >= SECOND_MS && `Waited ${duration(stoodStillMs)} for ${vendor.name}’s limit${limitOf(vendor, meter.limits)}.`,
		...meter.warnings,
	];
	return sentences.filter((sentence) => sentence !== false).join(' ');
}
