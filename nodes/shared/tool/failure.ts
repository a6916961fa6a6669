import type { IDataObject } from 'n8n-workflow';

import { isOfEarlierTry, isWithoutEffect, mayHaveHappened, type Failure } from '../contract/failure';
import type { Advice } from '../contract/operation';
import type { Vendor } from '../contract/vendor';
import { forModel } from './forModel';
import { codesOf } from '../run/failureRow';
import { asItem } from '../values/rows';
import { labelOf } from '../values/label';
import { wayToIds } from '../values/wayToIds';
import { idsAsTexts } from './idTexts';

/** The operation that a model has called. */
export interface FailedCall {
	vendor: Pick<Vendor, 'name' | 'listedBy'>;
	advice: Advice;
	/** See `Asked`. */
	subject: Record<string, string>;
	/** See `Asked`. */
	parameters: ReadonlySet<string>;
	/** The call writes. */
	hasWritten: boolean;
}

const [UNAUTHORIZED, PAYMENT, FORBIDDEN, NOT_FOUND, CONFLICT, TOO_MANY] = [401, 402, 403, 404, 409, 429];

const ACCOUNT = new Set<number | undefined>([UNAUTHORIZED, PAYMENT, FORBIDDEN]);

/**
 * Which operations list such IDs, if the failure does not say so itself.
 * @param parameters that hold the IDs
 */
function whereIdsAre({ listedBy }: FailedCall['vendor'], parameters: string[], { description }: Failure): string {
	const ways = parameters.flatMap((parameter) => wayToIds(parameter, listedBy[parameter]) ?? []);
	return [...new Set(ways)].filter((way) => !description.includes(way)).join(' ');
}

/** The IDs in a failure, by the panel's labels of their fields. */
const atFault = ({ message }: Failure, { vendor: { listedBy }, parameters }: FailedCall): string[] =>
	Object.keys(listedBy).filter(
		(parameter) => parameters.has(parameter) && message.includes(`"${labelOf(parameter).replace(/ IDs?$/, '')}`),
	);

/** Whether it may have happened. */
function effectOf(failure: Failure, { hasWritten }: FailedCall): string {
	if (failure.kind === 'doneBefore') return 'It was done, and not done again.';
	// A failure of kind `unknown` says so itself.
	if (failure.kind === 'startedBefore') return 'It may have happened, so it was not sent again.';
	if (mayHaveHappened(failure)) return '';
	if (failure.mayBeDone) return 'It may have happened; to do it again is harmless.';
	if (failure.isStarted || failure.made) return '';
	if (failure.kind === 'input' || failure.kind === 'skipped') return 'Nothing was sent.';
	return hasWritten ? 'Nothing was done.' : '';
}

/** The next step for a model, which cannot open n8n; used if the failure's own remedy is for people. */
function nextStep(failure: Failure, call: FailedCall): string {
	const { kind, status, isOfAccount } = failure;
	const { name } = call.vendor;
	if (kind === 'doneBefore') return call.advice.lookUp ?? `Look it up in ${name} if you need its result.`;
	if (mayHaveHappened(failure))
		return 'Do not call this tool again with the same before that is known: look it up, or ask the user to.';
	if (failure.isStarted) return '';
	if (isOfAccount || ACCOUNT.has(status))
		return 'Tell the user, who must correct this; until then the same call fails.';
	if (status === NOT_FOUND)
		return [whereIdsAre(call.vendor, Object.keys(call.subject), failure), 'Do not guess an ID.']
			.filter(Boolean)
			.join(' ');
	if (status === CONFLICT) return 'Read the record before you try again.';
	if (status === TOO_MANY) return 'Call the tool again after that time.';
	if (kind === 'input')
		return [whereIdsAre(call.vendor, atFault(failure, call), failure), 'Correct it, then call the tool again.']
			.filter(Boolean)
			.join(' ');
	if (kind === 'refused')
		return 'Correct the arguments, then call the tool again; the same call would be refused again.';
	return 'Call the tool again later, at most once or twice; if it fails again, tell the user.';
}

/** Texts about an earlier try mention Retry and On Error, which a model does not have. */
const reasonOf = (failure: Failure, { advice }: FailedCall): string =>
	isOfEarlierTry(failure) ? (advice.lookUp ?? '') : forModel(failure.description);

const asSentence = (text: string): string => (text === '' || /[.!?]$/.test(text) ? text : `${text}.`);

/**
 * A failure for a model, as one text: agents from version 3 on pass only the message of an error, and a person who
 * reads the execution needs the same text. The member is called `error`, because n8n's Retry On Fail looks for that
 * name.
 */
export function failedAnswer(failure: Failure, call: FailedCall): IDataObject {
	const texts = [failure.message, effectOf(failure, call), reasonOf(failure, call), nextStep(failure, call)];
	const error = [...new Set(texts.map((text) => asSentence(text.trim())))].filter(Boolean).join(' ');
	const details = asItem(idsAsTexts({ ...codesOf(failure), ...failure.made }));
	return {
		error,
		outcome: failure.kind,
		...(!isWithoutEffect(failure) && { mayHaveHappened: true }),
		...(Object.keys(details).length > 0 && { details }),
	};
}
