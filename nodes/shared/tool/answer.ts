import type { IDataObject } from 'n8n-workflow';

import type { ListEnd } from '../contract/listEnd';
import type { OutputRow } from '../contract/outcome';
import type { Advice } from '../contract/operation';
import type { Vendor } from '../contract/vendor';
import type { FinishedRun } from '../run/driver';
import { heldBackRow } from '../run/failureRow';
import { asItem } from '../values/rows';
import type { ToolArguments } from './toolArguments';
import { failedAnswer } from './failure';
import { idsAsTexts } from './idTexts';
import { listTail, nothingFound } from './listTail';
import { charactersOf, fitting } from './longest';
import { NOT_SHOWN } from './concealment/notShown';
import { concealed } from './concealment/secrets';
import { seen } from './visibleText';
import { withMarkedWords, withQuotesApart } from './untrusted';
import { plainText } from '../values/text';

/** The operation that a model has called. */
export interface ToolCall extends ToolArguments {
	vendor: Pick<Vendor, 'name' | 'listedBy'>;
	advice: Advice;
	/** As in "Get many calls". */
	action: string;
}

/** Space for the texts after the rows. */
const TAIL_CHARACTERS = 800;

/** A record without content, such as `{ deleted: true }`, gets its ID from the arguments. */
function ofWhom(row: IDataObject, subject: Record<string, string>): IDataObject {
	const said = new Set(Object.values(row).map(String));
	const missing = Object.entries(subject).filter(([name, value]) => !(name in row) && !said.has(value));
	return missing.length === 0 ? row : { ...row, ...Object.fromEntries(missing) };
}

/** The notes of this package on a row; they come before a vendor's member of the same name. */
const toldOf = ({ binary, told }: OutputRow, { insteadOfFile }: Advice): IDataObject => ({
	...(binary && { file: `The file stays in n8n and cannot be read here. ${insteadOfFile ?? ''}`.trim() }),
	...told,
});

const hidesSecret = (row: unknown): boolean => JSON.stringify(row).includes(NOT_SHOWN);

/** The part of a vendor's row that a model may read. */
function shownRow(row: OutputRow, { advice }: ToolCall, mark: (value: unknown) => unknown): IDataObject {
	const marked = mark(concealed(idsAsTexts(seen(row.json))));
	const shown = { ...asItem(marked), ...asItem(concealed(seen(toldOf(row, advice)))) };
	return advice.secretElsewhere !== undefined && hidesSecret(shown)
		? { ...shown, secret: advice.secretElsewhere }
		: shown;
}

/**
 * The run's notes beside its rows: in the only row, otherwise after the rows. Notes that a row has itself are not
 * repeated.
 */
function withWarnings(rows: IDataObject[], warnings: ReadonlySet<string>): IDataObject[] {
	const said = rows.map(({ notice }) => plainText(notice)).join(' ');
	const told = [...warnings].filter((text) => text !== '' && !said.includes(text));
	if (told.length === 0) return rows;
	const [only = {}, ...others] = rows;
	if (others.length > 0) return [...rows, { notice: told.join(' ') }];
	return [
		{
			...only,
			notice: [only.notice, ...told]
				.filter((text): text is string => typeof text === 'string' && text !== '')
				.join(' '),
		},
	];
}

/** What the record of a failed call or message says. */
const FAILED = /^(?:failed|failure|error|rejected|undelivered|undeliverable|not[_ ]delivered)$/i;

/**
 * The answer to a call of a model, as the items that n8n passes on.
 * @param run of this call only
 */
export function toolAnswer(
	{ outcomes, meter, recalled, reachesPerson }: Pick<FinishedRun, 'outcomes' | 'meter' | 'recalled' | 'reachesPerson'>,
	call: ToolCall,
): IDataObject[] {
	const { vendor, advice, action, subject, parameters, filters } = call;
	const { rows, failure } = outcomes.get(0) ?? { rows: [] };
	const ownTexts = (answer: IDataObject): IDataObject => asItem(concealed(seen(answer)));
	const hasWritten = meter.hasWritten || recalled.size > 0;
	if (failure) {
		const told =
			failure.kind === 'heldBack'
				? { ...heldBackRow(failure), ...subject }
				: failedAnswer(failure, { vendor, advice, subject, parameters, hasWritten });
		return [ownTexts(withQuotesApart(told, failure.quotes))];
	}

	const deed = `${action} in ${vendor.name}`;
	const status = reachesPerson ? rows[0]?.json.status : undefined;
	const told = FAILED.test(plainText(status))
		? { failed: `${deed}: it was tried, and the record says "${plainText(status)}". The person may have been reached.` }
		: { done: deed };
	const done = hasWritten && action !== '' ? told : {};
	const answer = () => {
		if (rows.length > 0) return shownRows(rows, call, { done, end: meter.listEnds.get(0) });
		if (hasWritten) return [ownTexts({ ...done, ...subject, message: `${vendor.name} sent no record back.` })];
		return [ownTexts(nothingFound(action, vendor.name, { ...subject, ...filters }))];
	};
	return withWarnings(answer(), meter.warnings);
}

/** The rows that fit into an answer, with notes for the model. */
function shownRows(
	rows: OutputRow[],
	call: ToolCall,
	{ done, end }: { done: IDataObject; end: ListEnd | undefined },
): IDataObject[] {
	const { advice, action, subject, longestTokens } = call;
	const mark = withMarkedWords(advice);
	const shown = rows.map((row) => shownRow(row, call, mark));
	const [only, ...others] = shown;
	if (only && others.length === 0 && !end) shown[0] = { ...done, ...ofWhom(only, subject) };
	const fit = fitting(shown, charactersOf(longestTokens) - TAIL_CHARACTERS);
	const tail = listTail({
		shown: fit.rows.length,
		read: shown.length,
		end,
		isShortened: fit.isShortened,
		action,
		longestTokens,
	});
	return tail ? [...fit.rows, tail] : fit.rows;
}
